package emotiontransfer.pathnet;

import emotiontransfer.numeric.NativeBackend;
import emotiontransfer.pathnet.network.ModuleGrid;
import emotiontransfer.pathnet.network.Pathway;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
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
    ModuleGrid grid = model.grid();
    for (int layer = 0; layer < model.shape().layers(); layer++) {
      for (int module : model.activePathway().modules(layer)) {
        float[] stored = grid.weights(layer, module);
        INDArray weights = model.kind().graphWeights(grid.place(layer), stored);
        INDArray biases = Nd4j.createFromArray(grid.biases(layer, module));
        set(graph, vertex(layer, module), weights, biases);
      }
    }
    INDArray head = Nd4j.createFromArray(model.head().weights());
    INDArray weights = head.reshape(grid.outputs(), model.head().classes());
    set(graph, HEAD, weights, Nd4j.createFromArray(model.head().biases()));
    return graph;
  }

  private static GraphBuilder configuration(PathNetModel model) {
    int inputs = model.shape().inputs();
    ElementWiseMultiplicationLayer scaling =
        new ElementWiseMultiplicationLayer.Builder()
            .nIn(inputs)
            .nOut(inputs)
            .activation(Activation.IDENTITY)
            .build();
    OutputLayer head =
        new OutputLayer.Builder(LossFunction.MCXENT)
            .nIn(model.head().inputs())
            .nOut(model.head().classes())
            .activation(Activation.SOFTMAX)
            .build();
    GraphBuilder builder =
        new NeuralNetConfiguration.Builder().updater(new Sgd(0.02)).graphBuilder();
    builder.addInputs(INPUT).addLayer(SCALING, scaling, INPUT);
    String below = SCALING;
    for (int layer = 0; layer < model.shape().layers(); layer++) {
      List<String> names = new ArrayList<>();
      for (int module : model.activePathway().modules(layer)) {
        names.add(vertex(layer, module));
        FeedForwardLayer dense = model.kind().graphLayer(model.grid().place(layer));
        builder.addLayer(vertex(layer, module), dense, below);
      }
      below = "mean" + (layer + 1);
      ElementWiseVertex average = new ElementWiseVertex(ElementWiseVertex.Op.Average);
      builder.addVertex(below, average, names.toArray(String[]::new));
    }
    return builder.addLayer(HEAD, head, below).setOutputs(HEAD);
  }

  private static String vertex(int layer, int module) {
    return "layer" + (layer + 1) + "_module" + module;
  }

  private static void set(ComputationGraph graph, String name, INDArray weights, INDArray biases) {
    graph.getLayer(name).setParam("W", weights);
    graph.getLayer(name).setParam("b", biases.reshape(1, biases.length()));
  }
}
