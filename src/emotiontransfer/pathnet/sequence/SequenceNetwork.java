package emotiontransfer.pathnet.sequence;

import static org.apache.commons.lang3.Validate.isTrue;

import emotiontransfer.frames.FrameLine;
import emotiontransfer.frames.Moments;
import emotiontransfer.frames.NativeMatrix;
import emotiontransfer.frames.Normalization;
import emotiontransfer.frames.StatisticsPooling;
import emotiontransfer.frames.TapProducts;
import emotiontransfer.numeric.ThreadPool;
import emotiontransfer.pathnet.network.Head;
import emotiontransfer.pathnet.network.ModuleGrid;
import emotiontransfer.pathnet.network.ModuleShares;
import emotiontransfer.pathnet.network.Pathway;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The network of a pathway over sequences of frames: layers of convolutions, the summary of each
 * sequence, the head.
 */
final class SequenceNetwork implements AutoCloseable {

  private final ThreadPool pool;
  private final Summary summary;
  private final FrameInput input;
  private final List<ModuleLayerStage> layers = new ArrayList<>();
  private final StatisticsPooling pooling;
  private final StatisticsPooling inputPooling;
  private ClipHead head;
  private float[][] pooled = new float[0][];

  SequenceNetwork(ModuleGrid grid, Head head, Summary summary, ThreadPool pool) {
    boolean images = grid.kind().kernel(0).orElseThrow().spatial();
    isTrue(!images || !summary.skip(), "the pixels of images have no statistics for the head");
    this.pool = pool;
    this.summary = summary;
    this.input = new FrameInput(grid, pool);
    for (int layer = 0; layer < grid.shape().layers(); layer++) {
      layers.add(new ModuleLayerStage(grid, layer, pool));
    }
    int inputs = summary.skip() ? grid.place(0).input().size() : 0;
    this.inputPooling = new StatisticsPooling(inputs, summary.deviations());
    this.pooling = new StatisticsPooling(grid.lastChannels(), summary.deviations());
    this.head = new ClipHead(head, pool);
  }

  void load(ModuleGrid grid, Pathway trainable, Pathway frozen, ModuleShares shares) {
    for (int layer = 0; layer < layers.size(); layer++) {
      ModuleConvolution modules = layers.get(layer).modules();
      modules.load(grid, trainable.modules(layer), frozen.modules(layer), shares.values()[layer]);
    }
  }

  void store(ModuleGrid grid) {
    layers.forEach(layer -> layer.modules().store(grid));
  }

  ClipHead head() {
    return head;
  }

  /** Puts another head on top. */
  void choose(Head chosen) {
    head = new ClipHead(chosen, pool);
  }

  /** Returns the modules of a layer. */
  ModuleConvolution modules(int layer) {
    return layers.get(layer).modules();
  }

  int layers() {
    return layers.size();
  }

  /** Takes the frames of sequences. */
  void take(int[] lengths, FrameInput.Reader reader) {
    layers.forEach(layer -> layer.place(lengths));
    pooled = new float[lengths.length][summarySize()];
    input.take(
        layers.get(0).line(),
        sequence -> {
          float[] frames = reader.read(sequence);
          if (summary.skip()) {
            inputPooling.forward(frames, pooled[sequence], pooling.size());
          }
          return frames;
        });
  }

  private int summarySize() {
    return pooling.size() + inputPooling.size();
  }

  private TapProducts.Input below(int layer) {
    return layer == 0 ? input::from : place -> layers.get(layer - 1).output().from(0, place);
  }

  private ModuleLayerStage last() {
    return layers.get(layers.size() - 1);
  }

  /** Computes the probabilities with the normalisations of these sequences themselves. */
  double[][] train(double dropout, long[] seeds) {
    for (int layer = 0; layer < layers.size(); layer++) {
      ModuleLayerStage stage = layers.get(layer);
      stage.multiply(below(layer));
      stage.activate(stage.ownNormalization());
    }
    pool(pooling, pooled);
    head.forward(pooled, pooledNormalization(), summary.normalized(), dropout, seeds);
    return head.probabilities();
  }

  private Normalization pooledNormalization() {
    return summary.normalized()
        ? pooledMoments().normalization()
        : Normalization.identity(summarySize());
  }

  private Moments pooledMoments() {
    Moments moments = new Moments(summarySize());
    for (float[] values : pooled) {
      moments.add(values);
    }
    return moments;
  }

  private void pool(StatisticsPooling how, float[][] target) {
    FrameLine line = last().outputLine();
    pool.divide(
        pooling.columns(),
        FrameLine.PIECES,
        (first, count) -> {
          float[] values = new float[line.size()];
          for (int column = first; column < first + count; column++) {
            last().output().get(column, 0, values, values.length);
            how.forward(values, line, column, target);
          }
        });
  }

  /** Computes the probabilities with given normalisations, one a layer and the head's. */
  double[][] predict(List<Normalization> given) {
    forward(given, layers.size());
    pool(pooling, pooled);
    head.forward(pooled, given.get(layers.size()), false, 0, new long[0]);
    return head.probabilities();
  }

  /**
   * Returns mean and deviation of each output of the last layer, {@code [sequences][2 * outputs]}.
   */
  float[][] statistics(List<Normalization> given) {
    forward(given, layers.size());
    StatisticsPooling both = new StatisticsPooling(pooling.columns(), true);
    float[][] statistics = new float[pooled.length][both.size()];
    pool(both, statistics);
    return statistics;
  }

  private void forward(List<Normalization> given, int end) {
    for (int layer = 0; layer < end; layer++) {
      layers.get(layer).multiply(below(layer));
      layers.get(layer).activate(given.get(layer));
    }
  }

  /** Returns the moments that the next normalisation follows from, where those below are given. */
  Moments moments(List<Normalization> given) {
    int layer = given.size();
    forward(given, layer);
    if (layer == layers.size()) {
      pool(pooling, pooled);
      return pooledMoments();
    }
    layers.get(layer).multiply(below(layer));
    return layers.get(layer).moments();
  }

  /** Returns whether a layer, or behind the last one the head, normalises. */
  boolean isNormalized(int layer) {
    return layer < layers.size() ? modules(layer).isNormalized() : summary.normalized();
  }

  /** Returns the number of values that a layer, or behind the last one the head, normalises. */
  int columns(int layer) {
    return layer < layers.size() ? modules(layer).columns() : summarySize();
  }

  /** Computes all derivatives after {@link #train}; returns those of the head. */
  ClipHead.Gradient backward(float[][] wanted, double[] weights) {
    float[][] pooledGradient = new float[pooled.length][summarySize()];
    ClipHead.Gradient headGradient = head.backward(wanted, weights, pooledGradient);
    poolGradient(pooledGradient);
    for (int layer = layers.size() - 1; layer >= 0; layer--) {
      Optional<NativeMatrix> inputGradient =
          layer > 0 ? Optional.of(layers.get(layer - 1).outputGradient()) : Optional.empty();
      layers.get(layer).backward(below(layer), inputGradient);
    }
    return headGradient;
  }

  private void poolGradient(float[][] pooledGradient) {
    FrameLine line = last().outputLine();
    NativeMatrix gradient = last().outputGradient();
    gradient.reshape(pooling.columns(), line.size());
    pool.divide(
        pooling.columns(),
        FrameLine.PIECES,
        (first, count) -> {
          float[] values = new float[line.size()];
          for (int column = first; column < first + count; column++) {
            last().output().get(column, 0, values, values.length);
            pooling.backward(values, line, column, pooled, pooledGradient);
            gradient.put(column, 0, values, values.length);
          }
        });
  }

  @Override
  public void close() {
    layers.forEach(ModuleLayerStage::close);
    input.close();
  }
}
