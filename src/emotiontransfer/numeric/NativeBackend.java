package emotiontransfer.numeric;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.nd4j.common.config.ND4JClassLoading;
import org.nd4j.linalg.factory.Nd4j;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads ND4J, which looks for its native back end with the context class loader of the first thread
 * that uses it; in Weka that is not the package's, and a failure is final. So every entry into
 * native code calls {@link #ensureLoaded()} first.
 */
public final class NativeBackend {

  private static final Logger LOG = LoggerFactory.getLogger(NativeBackend.class);

  private static boolean loaded;

  private NativeBackend() {}

  /**
   * Loads ND4J with this package's class loader and holds its BLAS at one thread a call: BLAS would
   * divide a product by the number of threads, which changes the last bits of the result.
   *
   * @throws IllegalStateException if the natives cannot be loaded, naming the platform
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
          String.format(
              "ND4J's natives for %s could not be loaded (%s): install the emotionTransfer zip that"
                  + " was made for this platform, and restart Weka.",
              Loader.getPlatform(), e),
          e);
    }
    loaded = true;
    LOG.info(
        "ND4J {} on {} with {}, 1 thread a call, {} cores",
        Nd4j.getBackend().getClass().getSimpleName(),
        Loader.getPlatform(),
        openblas.OPENBLAS_VERSION.strip(),
        Runtime.getRuntime().availableProcessors());
  }
}
