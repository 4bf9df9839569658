package emotiontransfer.numeric;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.bytedeco.javacpp.Loader;

/**
 * A library of native code, which JavaCPP unpacks into its cache and loads.
 *
 * <p>It is tried once: Java reports the cause of a failed static initialiser the first time only,
 * and no later try can succeed. Safe for use by many threads.
 */
public final class NativeLibrary {

  /** Of the volume of the cache, below which it is full: the largest library has 60 MB. */
  private static final long FULL_BYTES = 64L << 20;

  /**
   * A jar with natives of a platform.
   *
   * @param jar its name, up to the version
   * @param library one of its libraries, without the platform's own beginning and end
   * @param folder of the library in the jar, above that of the platform
   */
  public record Part(String jar, String library, String folder) {

    /** JavaCPP's own natives, which all others need. */
    public static final Part JAVACPP = bytedeco("javacpp", "jnijavacpp");

    /** Returns a part of the JavaCPP presets. */
    public static Part bytedeco(String jar, String library) {
      return new Part(jar, library, "/org/bytedeco/" + jar + "/");
    }

    private boolean isMissing() {
      Properties platform = Loader.loadProperties();
      String path =
          folder
              + Loader.getPlatform()
              + "/"
              + platform.getProperty("platform.library.prefix")
              + library
              + platform.getProperty("platform.library.suffix");
      return NativeLibrary.class.getResource(path) == null;
    }
  }

  private final String name;
  private final List<Part> parts;
  private final Runnable firstCalls;
  private boolean tried;
  private Optional<NativesException> failure = Optional.empty();

  /**
   * Describes a library; nothing is loaded yet.
   *
   * @param parts jars that it is loaded from
   * @param firstCalls calls that load the library
   */
  public NativeLibrary(String name, List<Part> parts, Runnable firstCalls) {
    this.name = name;
    this.parts = parts;
    this.firstCalls = firstCalls;
  }

  /**
   * Loads the library, unless it is loaded.
   *
   * @throws NativesException if it cannot be loaded, with the deepest cause and its remedy
   */
  public synchronized void load() {
    if (!tried) {
      try {
        firstCalls.run();
      } catch (NativesException e) {
        // of a library that this one needs
        failure = Optional.of(e);
      } catch (LinkageError | RuntimeException e) {
        failure = Optional.of(new NativesException(message(e), e));
      }
      tried = true;
    }
    if (failure.isPresent()) {
      throw failure.get();
    }
  }

  private String message(Throwable failed) {
    Throwable deepest = ExceptionUtils.getRootCause(failed);
    String cause = deepest.getMessage() == null ? deepest.toString() : deepest.getMessage();
    // The system's loader names the file twice.
    String once = cause.strip().replaceFirst("^(.+: )\\1", "$1");
    return "%s's natives for %s could not be loaded (%s): %s, and restart Weka."
        .formatted(name, Loader.getPlatform(), once, remedy(cause));
  }

  private String remedy(String cause) {
    Optional<Part> missing = parts.stream().filter(Part::isMissing).findFirst();
    if (missing.isPresent()) {
      return "%s-*-%s.jar is not in the package's folder lib; install the emotionTransfer zip that was made for this platform"
          .formatted(missing.get().jar(), Loader.getPlatform());
    }
    String other = "name another folder by -Dorg.bytedeco.javacpp.cachedir=FOLDER before weka.jar";
    Optional<File> cache = cache();
    if (cache.isEmpty()) {
      return "there is no folder for them that can be written; " + other;
    }
    if (cause.contains("failed to map segment") || cause.contains("Operation not permitted")) {
      return "programs may not be run from the folder '%s' (mounted noexec); %s"
          .formatted(cache.get(), other);
    }
    if (cause.contains("No space left") || cache.get().getUsableSpace() < FULL_BYTES) {
      return "the disk of the folder '%s' is full; make room there, or %s"
          .formatted(cache.get(), other);
    }
    if (cause.contains("cannot open shared object file") || cause.contains("GLIBC")) {
      return "install what is named there by the system's package manager";
    }
    return "the folder '%s' may hold a damaged copy; empty it, or %s".formatted(cache.get(), other);
  }

  private static Optional<File> cache() {
    try {
      return Optional.of(Loader.getCacheDir());
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
