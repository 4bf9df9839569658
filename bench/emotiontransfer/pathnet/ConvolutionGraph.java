package emotiontransfer.pathnet;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex.Op;
import org.deeplearning4j.nn.conf.graph.L2NormalizeVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.graph.ShiftVertex;
import org.deeplearning4j.nn.conf.graph.SubsetVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * The network of {@link ConvTask} as a Deeplearning4j graph: all modules of a layer are one
 * convolution over pictures of height one, which is faster than Deeplearning4j's own along time.
 */
final class ConvolutionGraph {

  private final ConvTask task;
  private final ComputationGraph graph;
  private final float[] values = new float[ConvTask.BATCH * ConvTask.INPUTS * ConvTask.FRAMES];

  ConvolutionGraph(ConvTask task) {
    this.task = task;
    GraphBuilder builder =
        new NeuralNetConfiguration.Builder()
            .updater(new Adam(ConvTask.RATE))
            .weightDecay(ConvTask.DECAY)
            .trainingWorkspaceMode(WorkspaceMode.ENABLED)
            .graphBuilder()
            .addInputs("input");
    String below = "input";
    for (int layer = 0; layer < ConvTask.WIDTHS.length; layer++) {
      below = addLayer(builder, layer, below);
    }
    addOne(builder);
    List<String> statistics = new ArrayList<>(addStatistics(builder, below));
    statistics.addAll(addStatistics(builder, "input"));
    builder.addVertex("statistics", new MergeVertex(), statistics.toArray(String[]::new));
    builder.addLayer("normalization", normalization(ConvTask.STATISTICS, true), "statistics");
    OutputLayer head =
        new OutputLayer.Builder(LossFunction.MCXENT)
            .nIn(ConvTask.STATISTICS)
            .nOut(ConvTask.CLASSES)
            .activation(Activation.SOFTMAX)
            .dropOut(1 - ConvTask.DROPOUT)
            .build();
    builder.addLayer("head", head, "normalization").setOutputs("head");
    graph = new ComputationGraph(builder.build());
    graph.init();
  }

  private static BatchNormalization normalization(int columns, boolean locked) {
    return new BatchNormalization.Builder()
        .nOut(columns)
        .eps(ConvTask.EPSILON)
        .lockGammaBeta(locked)
        .useLogStd(false)
        .build();
  }

  private static String addLayer(GraphBuilder builder, int layer, String below) {
    ConvolutionLayer convolution =
        new ConvolutionLayer.Builder(1, ConvTask.WIDTHS[layer])
            .dilation(1, ConvTask.DILATIONS[layer])
            .convolutionMode(ConvolutionMode.Same)
            .nIn(layer == 0 ? ConvTask.INPUTS : ConvTask.CHANNELS)
            .nOut(ConvTask.COLUMNS)
            .hasBias(false)
            .activation(Activation.IDENTITY)
            .build();
    builder.addLayer("sums" + layer, convolution, below);
    builder.addLayer("normal" + layer, normalization(ConvTask.COLUMNS, false), "sums" + layer);
    builder.addLayer("relu" + layer, new ActivationLayer(Activation.RELU), "normal" + layer);
    List<String> modules = new ArrayList<>();
    for (int m = 0; m < ConvTask.MODULES; m++) {
      modules.add("module" + layer + "_" + m);
      int first = m * ConvTask.CHANNELS;
      SubsetVertex own = new SubsetVertex(first, first + ConvTask.CHANNELS - 1);
      builder.addVertex(modules.get(m), own, "relu" + layer);
    }
    builder.addVertex(
        "mean" + layer, new ElementWiseVertex(Op.Average), modules.toArray(String[]::new));
    return "mean" + layer;
  }

  /** As the exported graphs do. */
  private static void addOne(GraphBuilder builder) {
    builder.addVertex("first", new SubsetVertex(0, 0), "input");
    builder.addVertex("zeros", new ScaleVertex(0), "first");
    builder.addVertex("ones", new ShiftVertex(1), "zeros");
    builder.addVertex("one", new L2NormalizeVertex(), "ones");
  }

  private static List<String> addStatistics(GraphBuilder builder, String frames) {
    GlobalPoolingLayer centre =
        new GlobalPoolingLayer.Builder(PoolingType.AVG).collapseDimensions(false).build();
    GlobalPoolingLayer norm = new GlobalPoolingLayer.Builder(PoolingType.PNORM).pnorm(2).build();
    String name = frames + "_";
    builder
        .addLayer(name + "mean", new GlobalPoolingLayer(PoolingType.AVG), frames)
        .addLayer(name + "centre", centre, frames)
        .addVertex(
            name + "differences", new ElementWiseVertex(Op.Subtract), frames, name + "centre")
        .addVertex(
            name + "shifted", new ShiftVertex(Math.sqrt(ConvTask.EPSILON)), name + "differences")
        .addVertex(name + "fractions", new ElementWiseVertex(Op.Product), name + "shifted", "one")
        .addLayer(name + "deviation", norm, name + "fractions");
    return List.of(name + "mean", name + "deviation");
  }

  /** Makes a step with each mini-batch. */
  void train() {
    for (int batch = 0; batch < task.batches(); batch++) {
      task.copy(batch, values);
      INDArray input =
          Nd4j.create(
              values, new long[] {ConvTask.BATCH, ConvTask.INPUTS, 1, ConvTask.FRAMES}, 'c');
      INDArray wanted =
          Nd4j.create(task.wanted(batch), new long[] {ConvTask.BATCH, ConvTask.CLASSES}, 'c');
      graph.fit(new DataSet(input, wanted));
    }
  }
}
