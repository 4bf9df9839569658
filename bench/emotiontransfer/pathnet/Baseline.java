package emotiontransfer.pathnet;

import emotiontransfer.pathnet.network.PathNetShape;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.nd4j.nativeblas.NativeOpsHolder;

/** What both networks of Deeplearning4j that training is compared with have in common. */
final class Baseline {

  private Baseline() {}

  /** Returns gradient descent at the paper's learning rate, with workspaces on. */
  static NeuralNetConfiguration.Builder descent() {
    return new NeuralNetConfiguration.Builder()
        .updater(new Sgd(0.02))
        .trainingWorkspaceMode(WorkspaceMode.ENABLED)
        .inferenceWorkspaceMode(WorkspaceMode.ENABLED);
  }

  static OutputLayer head(PathNetShape shape) {
    return new OutputLayer.Builder(LossFunction.MCXENT)
        .nIn(shape.neurons())
        .nOut(shape.classes())
        .activation(Activation.SOFTMAX)
        .build();
  }

  static DataSet randomBatch(PathNetShape shape, int size) {
    INDArray labels = Nd4j.zeros(size, shape.classes());
    for (int i = 0; i < size; i++) {
      labels.putScalar(i, i % shape.classes(), 1);
    }
    return new DataSet(Nd4j.rand(size, shape.inputs()), labels);
  }

  static void withBlasThreads(int threads, Runnable work) {
    openblas_nolapack.blas_set_num_threads(threads);
    try {
      work.run();
    } finally {
      openblas_nolapack.blas_set_num_threads(1);
    }
  }

  /**
   * Runs what Deeplearning4j computes on threads of BLAS alone: those of OpenMP would wait for
   * them, which slows Deeplearning4j manifold.
   */
  static void onBlasThreads(int threads, Runnable work) {
    int before = Nd4j.getEnvironment().maxMasterThreads();
    Nd4j.getEnvironment().setMaxMasterThreads(1);
    NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(1);
    try {
      withBlasThreads(threads, work);
    } finally {
      Nd4j.getEnvironment().setMaxMasterThreads(before);
    }
  }
}
