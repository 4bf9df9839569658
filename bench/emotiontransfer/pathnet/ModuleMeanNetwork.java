package emotiontransfer.pathnet;

import emotiontransfer.pathnet.network.PathNetShape;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.dataset.DataSet;

/**
 * The stronger baseline: a pathway as a Deeplearning4j MultiLayerNetwork whose layers are {@link
 * ModuleMeanLayer}s, workspaces on.
 */
final class ModuleMeanNetwork {

  private final MultiLayerNetwork network;
  private final DataSet batch;

  ModuleMeanNetwork(PathNetShape shape, int modules, int batchSize) {
    var builder = Baseline.descent().list();
    for (int layer = 0; layer < shape.layers(); layer++) {
      builder.layer(
          new ModuleMeanLayer.Builder(modules, layer == 0)
              .nIn(layer == 0 ? shape.inputs() : shape.neurons())
              .nOut(modules * shape.neurons())
              .build());
    }
    builder.layer(Baseline.head(shape));
    network = new MultiLayerNetwork(builder.build());
    network.init();
    batch = Baseline.randomBatch(shape, batchSize);
  }

  void train(int steps) {
    for (int i = 0; i < steps; i++) {
      network.fit(batch);
    }
  }
}
