package emotiontransfer.pathnet;

import static emotiontransfer.pathnet.GraphAssembly.INPUT;
import static emotiontransfer.pathnet.GraphAssembly.SCALING;

import emotiontransfer.pathnet.network.ModuleGrid;
import emotiontransfer.pathnet.network.Pathway;
import emotiontransfer.pathnet.segment.SegmentModule;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;

/**
 * Exports the network of a model's active pathway as a standard Deeplearning4j graph, so that
 * Deeplearning4j's tools work on what was evolved.
 *
 * <p>Vertices for segments: {@code input}, {@code scaling} (element-wise, holds the model's
 * standardisation), {@code layerL_moduleM} (dense), {@code meanL} (average), {@code head}
 * (softmax); layers and modules as in {@link Pathway}, layers from 1.
 *
 * <p>For sequences of frames {@code layerL_moduleM} is a convolution along time, with {@code
 * layerL_moduleM_normalization} and {@code layerL_moduleM_rectified} behind it, and between the
 * last mean and the head stand {@code statistics} (what the head sees of a clip) and {@code
 * normalization}. Clips of different length go in together with Deeplearning4j's mask. Of an
 * ensemble the best pathway alone is exported.
 */
public final class PathwayGraph {

  private PathwayGraph() {}

  /**
   * Builds the graph and copies all parameters into it.
   *
   * @return a graph from unscaled segments {@code [batch, inputs]}, or sequences of unscaled frames
   *     {@code [batch, inputs, time]} where the model has {@link PathNetModel#sequences}, without
   *     missing values, to class probabilities {@code [batch, classes]}
   */
  public static ComputationGraph of(PathNetModel model) {
    return model
        .sequences()
        .map(sequences -> SequenceGraph.of(model, sequences))
        .orElseGet(() -> ofSegments(model));
  }

  private static ComputationGraph ofSegments(PathNetModel model) {
    ModuleGrid grid = model.grid();
    SegmentModule kind = SegmentModule.of(model.kind());
    GraphAssembly graph = new GraphAssembly();
    graph.layer(SCALING, graph.scaling(model.scaling()), INPUT);
    String below = SCALING;
    for (int layer = 0; layer < model.shape().layers(); layer++) {
      List<String> names = new ArrayList<>();
      for (int module : model.activePathway().modules(layer)) {
        String name = GraphAssembly.module(layer, module);
        names.add(name);
        graph.layer(name, kind.graphLayer(grid.place(layer)), below);
        graph.set(name, "W", kind.graphWeights(grid.place(layer), grid.weights(layer, module)));
        graph.setRow(name, "b", grid.biases(layer, module));
      }
      below = graph.average(layer, names);
    }
    return graph.build(model.head(), below);
  }
}
