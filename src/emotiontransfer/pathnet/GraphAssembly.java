package emotiontransfer.pathnet;

import emotiontransfer.data.Scaling;
import emotiontransfer.numeric.NativeBackend;
import emotiontransfer.pathnet.network.Head;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.misc.ElementWiseMultiplicationLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** A graph of Deeplearning4j while it is put together, vertex by vertex, with its parameters. */
final class GraphAssembly {

  static final String INPUT = "input";
  static final String SCALING = "scaling";

  private record Parameter(String vertex, String key, INDArray values) {}

  private final GraphBuilder builder;
  private final List<Parameter> parameters = new ArrayList<>();

  GraphAssembly() {
    NativeBackend.ensureLoaded();
    builder = new NeuralNetConfiguration.Builder().updater(new Sgd(0.02)).graphBuilder();
    builder.addInputs(INPUT);
  }

  static String module(int layer, int module) {
    return "layer" + (layer + 1) + "_module" + module;
  }

  void layer(String name, Layer layer, String below) {
    builder.addLayer(name, layer, below);
  }

  void layer(String name, Layer layer, InputPreProcessor shape, String below) {
    builder.addLayer(name, layer, shape, below);
  }

  void vertex(String name, GraphVertex vertex, String... below) {
    builder.addVertex(name, vertex, below);
  }

  void set(String vertex, String key, INDArray values) {
    parameters.add(new Parameter(vertex, key, values));
  }

  /** Sets a parameter of a layer, whose last index runs fastest. */
  void set(String vertex, String key, float[] values, long... shape) {
    set(vertex, key, Nd4j.createFromArray(values).reshape(shape));
  }

  void setRow(String vertex, String key, float[] values) {
    set(vertex, key, values, 1, values.length);
  }

  /** Adds the average over the modules of a layer; returns its name. */
  String average(int layer, List<String> modules) {
    String name = "mean" + (layer + 1);
    vertex(
        name, new ElementWiseVertex(ElementWiseVertex.Op.Average), modules.toArray(String[]::new));
    return name;
  }

  /** Returns the layer that scales rows, and sets its parameters. */
  Layer scaling(Scaling scaling) {
    float[] shift = new float[scaling.mean().length];
    for (int i = 0; i < shift.length; i++) {
      shift[i] = -scaling.mean()[i] * scaling.factor()[i];
    }
    setRow(SCALING, "W", scaling.factor());
    setRow(SCALING, "b", shift);
    return new ElementWiseMultiplicationLayer.Builder()
        .nIn(shift.length)
        .nOut(shift.length)
        .activation(Activation.IDENTITY)
        .build();
  }

  /** Returns the graph with a head on top. */
  ComputationGraph build(Head head, String below) {
    String name = "head";
    OutputLayer layer =
        new OutputLayer.Builder(LossFunction.MCXENT)
            .nIn(head.inputs())
            .nOut(head.classes())
            .activation(Activation.SOFTMAX)
            .build();
    layer(name, layer, below);
    set(name, "W", head.weights(), head.inputs(), head.classes());
    setRow(name, "b", head.biases());
    ComputationGraph graph = new ComputationGraph(builder.setOutputs(name).build());
    graph.init();
    for (Parameter parameter : parameters) {
      graph.getLayer(parameter.vertex).setParam(parameter.key, parameter.values);
    }
    return graph;
  }
}
