package emotiontransfer.media;

import org.bytedeco.javacpp.Loader;

/**
 * A library of native code that is loaded once, by the first call of it.
 *
 * <p>JavaCPP looks for the natives beside its own classes, so the context class loader does not
 * matter.
 */
final class NativeLibrary {

  private final String name;
  private final Runnable firstCalls;
  private boolean loaded;

  /**
   * Describes a library; nothing is loaded yet.
   *
   * @param name as users know it
   * @param firstCalls what makes JavaCPP load it, and sets it up
   */
  NativeLibrary(String name, Runnable firstCalls) {
    this.name = name;
    this.firstCalls = firstCalls;
  }

  /**
   * Loads the library.
   *
   * @throws IllegalStateException if there are no natives for this platform, saying which it is
   */
  synchronized void ensureLoaded() {
    if (loaded) {
      return;
    }
    try {
      firstCalls.run();
    } catch (LinkageError e) {
      throw new IllegalStateException(
          name
              + "'s natives for "
              + Loader.getPlatform()
              + " could not be loaded ("
              + e
              + "): install the emotionTransfer zip that was made for this platform, and restart"
              + " Weka.",
          e);
    }
    loaded = true;
  }
}
