package emotiontransfer.numeric;

import emotiontransfer.numeric.NativeLibrary.Part;
import java.util.List;
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

  private static final NativeLibrary OPENBLAS =
      new NativeLibrary(
          "OpenBLAS",
          List.of(Part.JAVACPP, Part.bytedeco("openblas", "jniopenblas")),
          NativeBackend::holdThreads);

  private static final NativeLibrary ND4J =
      new NativeLibrary(
          "ND4J",
          List.of(
              Part.JAVACPP,
              new Part("nd4j-native", "jnind4jcpu", "/org/nd4j/linalg/cpu/nativecpu/bindings/")),
          NativeBackend::load);

  private NativeBackend() {}

  /**
   * Loads ND4J with this package's class loader and holds its BLAS at one thread a call: BLAS would
   * divide a product by the number of threads, which changes the last bits of the result.
   *
   * @throws NativesException if the natives cannot be loaded, naming the cause and its remedy
   */
  public static void ensureLoaded() {
    ND4J.load();
  }

  /** Loads OpenBLAS alone, which OpenCV needs, too, and holds it at one thread a call. */
  public static void loadBlas() {
    OPENBLAS.load();
  }

  /** There are two copies, each with threads of its own. */
  private static void holdThreads() {
    openblas.blas_set_num_threads(1);
    openblas_nolapack.blas_set_num_threads(1);
  }

  private static void load() {
    // ND4J itself would hide why OpenBLAS cannot be loaded.
    loadBlas();
    ND4JClassLoading.setNd4jClassloader(NativeBackend.class.getClassLoader());
    Nd4j.getMemoryManager().togglePeriodicGc(false);
    // It has given them threads again.
    holdThreads();
    LOG.info(
        "ND4J {} on {} with {}, 1 thread a call, {} cores",
        Nd4j.getBackend().getClass().getSimpleName(),
        Loader.getPlatform(),
        openblas.OPENBLAS_VERSION.strip(),
        Runtime.getRuntime().availableProcessors());
  }
}
