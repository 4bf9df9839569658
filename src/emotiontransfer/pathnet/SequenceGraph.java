package emotiontransfer.pathnet;

import static emotiontransfer.pathnet.GraphAssembly.INPUT;
import static emotiontransfer.pathnet.GraphAssembly.SCALING;

import emotiontransfer.frames.Normalization;
import emotiontransfer.pathnet.network.Kernel;
import emotiontransfer.pathnet.network.ModulePlace;
import emotiontransfer.pathnet.network.ModuleShares;
import emotiontransfer.pathnet.sequence.SequenceModel;
import emotiontransfer.pathnet.sequence.SequenceModel.Member;
import emotiontransfer.pathnet.sequence.Summary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex.Op;
import org.deeplearning4j.nn.conf.graph.L2NormalizeVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.graph.ShiftVertex;
import org.deeplearning4j.nn.conf.graph.SubsetVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.Convolution1D;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.util.MaskLayer;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToRnnPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.RnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;

/**
 * The vertices of a network of sequences ({@link PathwayGraph}).
 *
 * <p>Deeplearning4j normalises rows only, so that all frames of a mini-batch become rows for it,
 * and sequences again behind the mean over the modules. There a mask sets to zero what it leaves
 * out, which the next convolution sees as the end of the sequence.
 */
final class SequenceGraph {

  private static final String FRAMES = "frames";
  private static final String ONE = "one";

  private final GraphAssembly graph = new GraphAssembly();
  private final PathNetModel model;
  private final Summary summary;
  private final ModuleShares shares;
  private final Member member;

  private SequenceGraph(PathNetModel model, SequenceModel sequences) {
    this.model = model;
    this.summary = sequences.summary();
    this.shares = sequences.shares();
    this.member = sequences.members().get(0);
  }

  static ComputationGraph of(PathNetModel model, SequenceModel sequences) {
    return new SequenceGraph(model, sequences).build();
  }

  private ComputationGraph build() {
    graph.layer(SCALING, graph.scaling(model.scaling()), asRows(), INPUT);
    String last = addFrames(0, SCALING);
    String scaled = last;
    int layers = model.shape().layers();
    for (int layer = 0; layer < layers; layer++) {
      last = addLayer(layer, last);
    }
    String below = addStatistics(summary.skip() ? List.of(last, scaled) : List.of(last));
    if (summary.normalized()) {
      Normalization own = member.normalizations().get(layers);
      float[] ones = new float[own.means().length];
      Arrays.fill(ones, 1f);
      graph.layer("normalization", normalization(own), below);
      below = "normalization";
      setNormalization(below, own, ones, new float[ones.length]);
    }
    return graph.build(model.head(), below);
  }

  private static RnnToFeedForwardPreProcessor asRows() {
    return new RnnToFeedForwardPreProcessor();
  }

  /** Adds the frames that a layer sees, of rows. */
  private String addFrames(int layer, String rows) {
    String name = FRAMES + layer;
    graph.layer(name, new MaskLayer(), new FeedForwardToRnnPreProcessor(), rows);
    return name;
  }

  private String addLayer(int layer, String below) {
    List<Integer> modules = member.pathway().modules(layer);
    List<String> names = new ArrayList<>();
    for (int i = 0; i < modules.size(); i++) {
      names.add(addModule(layer, modules.get(i), i, below));
    }
    return addFrames(layer + 1, graph.average(layer, names));
  }

  /** Adds a module, the i-th active one of its layer; returns the name of its rectified rows. */
  private String addModule(int layer, int module, int i, String below) {
    Kernel kernel = model.kind().kernel(layer).orElseThrow();
    int channels = model.grid().place(layer).output().size();
    // What a module counts scales what it rectifies.
    float share = shares.values()[layer][module];
    float[] stored = model.grid().weights(layer, module);
    float[] biases = scaled(model.grid().biases(layer, module), share);
    String name = GraphAssembly.module(layer, module);
    String rectified = name + "_rectified";
    addConvolution(name, layer, kernel.normalized() ? stored : scaled(stored, share), below);
    if (!kernel.normalized()) {
      graph.setRow(name, "b", biases);
      graph.layer(rectified, new ActivationLayer(Activation.RELU), asRows(), name);
      return rectified;
    }
    Normalization own = member.normalizations().get(layer).range(i * channels, (i + 1) * channels);
    float[] scale = Arrays.copyOfRange(stored, stored.length - channels, stored.length);
    String normalized = name + "_normalization";
    graph.layer(normalized, normalization(own), asRows(), name);
    setNormalization(normalized, own, scaled(scale, share), biases);
    graph.layer(rectified, new ActivationLayer(Activation.RELU), normalized);
    return rectified;
  }

  private static float[] scaled(float[] values, float factor) {
    float[] scaled = values.clone();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] *= factor;
    }
    return scaled;
  }

  private void addConvolution(String name, int layer, float[] stored, String below) {
    ModulePlace place = model.grid().place(layer);
    Kernel kernel = model.kind().kernel(layer).orElseThrow();
    int inputs = place.input().size();
    int channels = place.output().size();
    Layer convolution =
        new Convolution1D.Builder(kernel.width())
            .dilation(kernel.dilation())
            .convolutionMode(ConvolutionMode.Same)
            .nIn(inputs)
            .nOut(channels)
            .hasBias(!kernel.normalized())
            .activation(Activation.IDENTITY)
            .build();
    graph.layer(name, convolution, below);
    // Deeplearning4j 1.0.0-M2.1 computes with [tap][input][channel], whatever shape it shows.
    float[] weights = new float[kernel.width() * inputs * channels];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = stored[model.kind().index(place, i / channels, i % channels)];
    }
    graph.set(name, "W", weights, channels, inputs, kernel.width(), 1);
  }

  private static Layer normalization(Normalization normalization) {
    return new BatchNormalization.Builder()
        .nOut(normalization.means().length)
        .eps(Normalization.EPSILON)
        .useLogStd(false)
        .build();
  }

  private void setNormalization(String name, Normalization own, float[] scale, float[] shift) {
    graph.setRow(name, "mean", own.means());
    graph.setRow(name, "var", own.variances());
    graph.setRow(name, "gamma", scale);
    graph.setRow(name, "beta", shift);
  }

  /** Adds means and, behind them, deviations of each of some frames; returns the name of all. */
  private String addStatistics(List<String> frames) {
    if (summary.deviations()) {
      addOne(frames.get(0));
    }
    List<String> statistics = new ArrayList<>();
    for (String name : frames) {
      graph.layer(name + "_mean", new GlobalPoolingLayer(PoolingType.AVG), name);
      statistics.add(name + "_mean");
      if (summary.deviations()) {
        statistics.add(addDeviations(name));
      }
    }
    graph.vertex("statistics", new MergeVertex(), statistics.toArray(String[]::new));
    return "statistics";
  }

  /** Adds a sequence of one value that is the same everywhere and whose squares add up to one. */
  private void addOne(String frames) {
    graph.vertex("first", new SubsetVertex(0, 0), frames);
    graph.vertex("zeros", new ScaleVertex(0), "first");
    graph.vertex("ones", new ShiftVertex(1), "zeros");
    graph.layer("present", new MaskLayer(), "ones");
    graph.vertex(ONE, new L2NormalizeVertex(), "present");
  }

  /**
   * Adds deviations, for whose root there is no vertex but a norm. Where {@code d} are the
   * differences from the mean, which add up to zero, {@code sum((d + c)^2) / n} is {@code sum(d^2)
   * / n + c^2}, the variance and what is added to it.
   */
  private String addDeviations(String frames) {
    String name = frames + "_deviation";
    GlobalPoolingLayer mean =
        new GlobalPoolingLayer.Builder(PoolingType.AVG).collapseDimensions(false).build();
    graph.layer(frames + "_centre", mean, frames);
    graph.vertex(
        frames + "_differences", new ElementWiseVertex(Op.Subtract), frames, frames + "_centre");
    graph.vertex(
        frames + "_shifted",
        new ShiftVertex(Math.sqrt(Normalization.EPSILON)),
        frames + "_differences");
    graph.vertex(
        frames + "_fractions", new ElementWiseVertex(Op.Product), frames + "_shifted", ONE);
    GlobalPoolingLayer norm = new GlobalPoolingLayer.Builder(PoolingType.PNORM).pnorm(2).build();
    graph.layer(name, norm, frames + "_fractions");
    return name;
  }
}
