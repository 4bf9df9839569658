package emotiontransfer.pathnet.sequence;

import emotiontransfer.numeric.ThreadPool;
import emotiontransfer.pathnet.network.Head;
import emotiontransfer.pathnet.network.ModuleGrid;
import emotiontransfer.pathnet.network.Pathway;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The network of a pathway over sequences of frames: layers of convolutions, the summary of each
 * sequence, the head.
 */
final class SequenceNetwork implements AutoCloseable {

  private final ThreadPool pool;
  private final Summary summary;
  private final int gap;
  private final List<ModuleConvolution> layers = new ArrayList<>();
  private final List<RowBuffer> frames = new ArrayList<>();
  private final List<RowBuffer> gradients = new ArrayList<>();
  private final ClipHead head;
  private final int summarySize;
  private FrameRows rows = new FrameRows(new int[0], 0);
  private float[][] pooled = new float[0][];

  /** Returns the frames of a sequence, {@code [frame * inputs + input]}. */
  interface Input {
    float[] read(int sequence);
  }

  /**
   * Makes room.
   *
   * @param most largest number of active modules of a layer
   */
  SequenceNetwork(ModuleGrid grid, Head head, Summary summary, int most, ThreadPool pool) {
    this.pool = pool;
    this.summary = summary;
    int inputs = grid.place(0).input().size();
    frames.add(new RowBuffer(inputs));
    int widest = 0;
    for (int layer = 0; layer < grid.shape().layers(); layer++) {
      layers.add(new ModuleConvolution(grid, layer, most, pool));
      frames.add(new RowBuffer(grid.place(layer).output().size()));
      gradients.add(new RowBuffer(grid.place(layer).output().size()));
      widest = Math.max(widest, grid.kind().kernel(layer).orElseThrow().reach());
    }
    this.gap = widest;
    this.head = new ClipHead(head);
    this.summarySize = summary.size(grid.outputs(), inputs);
  }

  void load(ModuleGrid grid, Pathway trainable, Pathway frozen) {
    for (int layer = 0; layer < layers.size(); layer++) {
      layers.get(layer).load(grid, trainable.modules(layer), frozen.modules(layer));
    }
  }

  void store(ModuleGrid grid) {
    layers.forEach(layer -> layer.store(grid));
  }

  ClipHead head() {
    return head;
  }

  List<ModuleConvolution> layers() {
    return layers;
  }

  /** Takes the frames of sequences. */
  void take(int[] lengths, Input input) {
    rows = new FrameRows(lengths, gap);
    RowBuffer first = frames.get(0);
    first.reserve(rows.rows());
    for (int row = 0; row < rows.rows(); row++) {
      if (!rows.isUsed(row)) {
        Arrays.fill(first.row(row), 0f);
      }
    }
    pool.runFree(
        lengths.length,
        (sequence, worker) -> {
          float[] values = input.read(sequence);
          for (int t = 0; t < lengths[sequence]; t++) {
            float[] row = first.row(rows.start(sequence) + t);
            System.arraycopy(values, t * row.length, row, 0, row.length);
          }
        });
    first.push(0, rows.rows());
  }

  /** Computes the probabilities with the normalisations of these sequences themselves. */
  double[][] train(double dropout, long[] seeds) {
    for (int layer = 0; layer < layers.size(); layer++) {
      layers.get(layer).multiply(rows, frames.get(layer));
      layers.get(layer).activate(rows, normalization(layer), frames.get(layer + 1));
    }
    pool();
    head.forward(pooled, pooledNormalization(), summary.normalized(), dropout, seeds);
    return head.probabilities();
  }

  private Normalization normalization(int layer) {
    ModuleConvolution convolution = layers.get(layer);
    return convolution.isNormalized()
        ? convolution.moments(rows).normalization()
        : Normalization.identity(convolution.columns());
  }

  private Normalization pooledNormalization() {
    if (!summary.normalized()) {
      return Normalization.identity(summarySize);
    }
    Moments moments = new Moments(summarySize);
    addPooled(moments);
    return moments.normalization();
  }

  private void addPooled(Moments moments) {
    for (float[] values : pooled) {
      moments.add(values);
    }
  }

  private void pool() {
    pooled = new float[rows.sequences()][summarySize];
    List<RowBuffer> ends = List.of(frames.get(layers.size()), frames.get(0));
    pool.runFree(
        pooled.length, (sequence, worker) -> summary.pool(rows, sequence, ends, pooled[sequence]));
  }

  /** Computes the probabilities with given normalisations, one a layer and the head's. */
  double[][] predict(List<Normalization> given) {
    forward(given, layers.size());
    pool();
    head.forward(pooled, given.get(layers.size()), false, 0, new long[0]);
    return head.probabilities();
  }

  private void forward(List<Normalization> given, int end) {
    for (int layer = 0; layer < end; layer++) {
      layers.get(layer).multiply(rows, frames.get(layer));
      layers.get(layer).activate(rows, given.get(layer), frames.get(layer + 1));
    }
  }

  /**
   * Returns the moments that the next normalisation follows from, where those below are given; none
   * where nothing is normalised there.
   */
  Moments moments(List<Normalization> given) {
    int layer = given.size();
    forward(given, layer);
    if (layer == layers.size()) {
      pool();
      Moments moments = new Moments(summarySize);
      addPooled(moments);
      return moments;
    }
    layers.get(layer).multiply(rows, frames.get(layer));
    return layers.get(layer).moments(rows);
  }

  /** Returns whether a layer, or behind the last one the head, normalises. */
  boolean isNormalized(int layer) {
    return layer < layers.size() ? layers.get(layer).isNormalized() : summary.normalized();
  }

  /** Returns the number of values that a layer, or behind the last one the head, normalises. */
  int columns(int layer) {
    return layer < layers.size() ? layers.get(layer).columns() : summarySize;
  }

  /** Computes all derivatives after {@link #train}; returns those of the head. */
  ClipHead.Gradient backward(float[][] wanted, double[] weights) {
    float[][] pooledGradient = new float[pooled.length][summarySize];
    ClipHead.Gradient headGradient = head.backward(wanted, weights, pooledGradient);
    int last = layers.size() - 1;
    gradients.get(last).reserve(rows.rows());
    pool.runFree(
        pooled.length,
        (sequence, worker) ->
            StatisticsPooling.backward(
                frames.get(last + 1),
                rows.start(sequence),
                rows.length(sequence),
                summary.deviations(),
                pooled[sequence],
                pooledGradient[sequence],
                gradients.get(last)));
    for (int layer = last; layer >= 0; layer--) {
      RowBuffer below = layer > 0 ? gradients.get(layer - 1) : null;
      layers.get(layer).backward(rows, frames.get(layer), gradients.get(layer), below);
    }
    return headGradient;
  }

  @Override
  public void close() {
    layers.forEach(ModuleConvolution::close);
    frames.forEach(RowBuffer::close);
    gradients.forEach(RowBuffer::close);
  }
}
