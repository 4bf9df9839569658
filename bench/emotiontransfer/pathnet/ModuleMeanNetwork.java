package emotiontransfer.pathnet;

import emotiontransfer.pathnet.network.PathNetShape;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * The stronger yardstick: a pathway as a Deeplearning4j MultiLayerNetwork whose layers are {@link
 * ModuleMeanLayer}s, workspaces on.
 */
final class ModuleMeanNetwork {

  private final MultiLayerNetwork network;
  private final DataSet batch;

  ModuleMeanNetwork(PathNetShape shape, int modules, int batchSize) {
    var builder =
        new NeuralNetConfiguration.Builder()
            .updater(new Sgd(0.02))
            .trainingWorkspaceMode(WorkspaceMode.ENABLED)
            .inferenceWorkspaceMode(WorkspaceMode.ENABLED)
            .list();
    for (int layer = 0; layer < shape.layers(); layer++) {
      builder.layer(
          new ModuleMeanLayer.Builder(modules, layer == 0)
              .nIn(layer == 0 ? shape.inputs() : shape.neurons())
              .nOut(modules * shape.neurons())
              .build());
    }
    builder.layer(
        new OutputLayer.Builder(LossFunction.MCXENT)
            .nIn(shape.neurons())
            .nOut(shape.classes())
            .activation(Activation.SOFTMAX)
            .build());
    network = new MultiLayerNetwork(builder.build());
    network.init();
    batch = RandomBatch.of(shape, batchSize);
  }

  void train(int steps) {
    for (int i = 0; i < steps; i++) {
      network.fit(batch);
    }
  }
}
