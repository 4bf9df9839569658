package emotiontransfer.numeric;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.nd4j.common.config.ND4JClassLoading;
import org.nd4j.linalg.factory.Nd4j;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes ND4J usable wherever it is called from: Weka's package class loader, a GUI thread, a remote
 * engine.
 *
 * <p>ND4J looks for its native back end with the context class loader of the first thread that
 * touches it, which in Weka is not the package's; the failure then sticks to the JVM. So every
 * entry into native code goes through {@link #ensureLoaded()}, and nothing native is touched
 * before.
 */
public final class NativeBackend {

  private static final Logger LOG = LoggerFactory.getLogger(NativeBackend.class);

  private static boolean loaded;

  private NativeBackend() {}

  /**
   * Loads ND4J with this package's class loader and holds its BLAS at one thread a call.
   *
   * <p>One thread, because this package divides a product over its own threads in pieces that do
   * not depend on their number; BLAS's own division does, and with it the last bits of a result.
   *
   * @throws IllegalStateException if the natives cannot be loaded, saying for which platform
   */
  public static synchronized void ensureLoaded() {
    if (loaded) {
      return;
    }
    ND4JClassLoading.setNd4jClassloader(NativeBackend.class.getClassLoader());
    try {
      Nd4j.getMemoryManager().togglePeriodicGc(false);
      // ND4J brings two copies of OpenBLAS, each with threads of its own.
      openblas.blas_set_num_threads(1);
      openblas_nolapack.blas_set_num_threads(1);
    } catch (LinkageError | RuntimeException e) {
      throw new IllegalStateException(
          "ND4J's natives for "
              + Loader.getPlatform()
              + " could not be loaded ("
              + e
              + "): install the emotionTransfer zip that was made for this platform, and restart"
              + " Weka.",
          e);
    }
    loaded = true;
    if (LOG.isInfoEnabled()) {
      LOG.info(
          "ND4J {} on {} with {}, 1 thread a call, {} cores",
          Nd4j.getBackend().getClass().getSimpleName(),
          Loader.getPlatform(),
          openblas.OPENBLAS_VERSION.strip(),
          Runtime.getRuntime().availableProcessors());
    }
  }
}
