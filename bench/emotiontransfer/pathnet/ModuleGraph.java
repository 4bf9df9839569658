package emotiontransfer.pathnet;

import emotiontransfer.pathnet.network.PathNetShape;
import emotiontransfer.pathnet.network.Pathway;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.dataset.DataSet;

/**
 * The baseline: a pathway as a straightforward Deeplearning4j graph, a dense layer for each module,
 * with the same arithmetic as the project's own trainer and workspaces on.
 */
final class ModuleGraph {

  private final ComputationGraph graph;
  private final DataSet batch;

  ModuleGraph(PathNetShape shape, Pathway pathway, int batchSize) {
    GraphBuilder builder = Baseline.descent().graphBuilder().addInputs("input");
    String below = "input";
    for (int layer = 0; layer < shape.layers(); layer++) {
      List<String> names = new ArrayList<>();
      for (int module : pathway.modules(layer)) {
        String name = layer + "_" + module;
        names.add(name);
        builder.addLayer(
            name,
            new DenseLayer.Builder()
                .nIn(layer == 0 ? shape.inputs() : shape.neurons())
                .nOut(shape.neurons())
                .activation(Activation.RELU)
                .build(),
            below);
      }
      below = "mean" + layer;
      builder.addVertex(
          below, new ElementWiseVertex(ElementWiseVertex.Op.Average), names.toArray(String[]::new));
    }
    builder.addLayer("head", Baseline.head(shape), below);
    graph = new ComputationGraph(builder.setOutputs("head").build());
    graph.init();
    batch = Baseline.randomBatch(shape, batchSize);
  }

  void train(int steps) {
    for (int i = 0; i < steps; i++) {
      graph.fit(batch);
    }
  }
}
