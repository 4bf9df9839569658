package emotiontransfer.pathnet;

import emotiontransfer.numeric.NativeBackend;
import emotiontransfer.pathnet.network.PathNetShape;
import emotiontransfer.pathnet.network.Pathway;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.misc.ElementWiseMultiplicationLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * Exports the network of a model's active pathway as a standard Deeplearning4j graph, so that
 * Deeplearning4j's tools work on what was evolved.
 *
 * <p>Vertices: {@code input}, {@code scaling} (element-wise, holds the model's standardisation),
 * {@code layerL_moduleM} (dense), {@code meanL} (average), {@code head} (softmax); layers and
 * modules as in {@link Pathway}, layers from 1.
 */
public final class PathwayGraph {

  private static final String INPUT = "input";
  private static final String SCALING = "scaling";
  private static final String HEAD = "head";

  private PathwayGraph() {}

  /**
   * Builds the graph and copies all parameters into it.
   *
   * @return a graph from unscaled segments {@code [batch, inputs]} without missing values to class
   *     probabilities {@code [batch, classes]}
   */
  public static ComputationGraph of(PathNetModel model) {
    NativeBackend.ensureLoaded();
    ComputationGraph graph = new ComputationGraph(configuration(model).build());
    graph.init();
    INDArray factor = Nd4j.createFromArray(model.scaling().factor());
    INDArray mean = Nd4j.createFromArray(model.scaling().mean());
    set(graph, SCALING, factor.reshape(1, factor.length()), mean.mul(factor).neg());
    PathNetShape shape = model.shape();
    for (int layer = 0; layer < shape.layers(); layer++) {
      for (int module : model.activePathway().modules(layer)) {
        set(
            graph,
            vertex(layer, module),
            model
                .kind()
                .graphWeights(model.grid().place(layer), model.grid().weights(layer, module)),
            Nd4j.createFromArray(model.grid().biases(layer, module)));
      }
    }
    INDArray head =
        Nd4j.createFromArray(model.head().weights())
            .reshape(model.grid().outputs(), shape.classes());
    set(graph, HEAD, head, Nd4j.createFromArray(model.head().biases()));
    return graph;
  }

  private static GraphBuilder configuration(PathNetModel model) {
    PathNetShape shape = model.shape();
    GraphBuilder builder =
        new NeuralNetConfiguration.Builder()
            .updater(new Sgd(0.02))
            .graphBuilder()
            .addInputs(INPUT)
            .addLayer(
                SCALING,
                new ElementWiseMultiplicationLayer.Builder()
                    .nIn(shape.inputs())
                    .nOut(shape.inputs())
                    .activation(Activation.IDENTITY)
                    .build(),
                INPUT);
    String below = SCALING;
    for (int layer = 0; layer < shape.layers(); layer++) {
      below = addLayer(builder, model, layer, below);
    }
    return builder
        .addLayer(
            HEAD,
            new OutputLayer.Builder(LossFunction.MCXENT)
                .nIn(model.grid().outputs())
                .nOut(shape.classes())
                .activation(Activation.SOFTMAX)
                .build(),
            below)
        .setOutputs(HEAD);
  }

  private static String addLayer(
      GraphBuilder builder, PathNetModel model, int layer, String below) {
    List<String> names = new ArrayList<>();
    for (int module : model.activePathway().modules(layer)) {
      names.add(vertex(layer, module));
      builder.addLayer(
          vertex(layer, module), model.kind().graphLayer(model.grid().place(layer)), below);
    }
    String mean = "mean" + (layer + 1);
    builder.addVertex(
        mean, new ElementWiseVertex(ElementWiseVertex.Op.Average), names.toArray(String[]::new));
    return mean;
  }

  private static String vertex(int layer, int module) {
    return "layer" + (layer + 1) + "_module" + module;
  }

  private static void set(ComputationGraph graph, String name, INDArray weights, INDArray biases) {
    graph.getLayer(name).setParam("W", weights);
    graph.getLayer(name).setParam("b", biases.reshape(1, biases.length()));
  }
}
