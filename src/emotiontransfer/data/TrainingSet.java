package emotiontransfer.data;

import static org.apache.commons.lang3.Validate.isTrue;

import emotiontransfer.numeric.BinaryWriter;
import java.util.stream.IntStream;

/**
 * Labelled segments to learn from.
 *
 * @param features unscaled inputs, {@code [segments][inputs]}
 * @param labels class index of each segment
 * @param weights weight of each segment, with mean 1
 */
public record TrainingSet(SegmentRows features, int[] labels, double[] weights) implements RowRuns {

  public TrainingSet {
    int rows = features.rows();
    isTrue(labels.length == rows, "%s labels do not fit %s segments", labels.length, rows);
    isTrue(weights.length == rows, "%s weights do not fit %s segments", weights.length, rows);
  }

  /** Makes a set of segments that weigh the same. */
  public TrainingSet(SegmentRows features, int[] labels) {
    this(features, labels, IntStream.of(labels).mapToDouble(label -> 1).toArray());
  }

  public int size() {
    return labels.length;
  }

  @Override
  public int inputs() {
    return features.inputs();
  }

  /** Returns the number of segments, each of which is a run. */
  @Override
  public int runs() {
    return size();
  }

  @Override
  public int rows(int run) {
    return 1;
  }

  @Override
  public double weight(int run) {
    return weights[run];
  }

  @Override
  public void read(int run, int row, int rows, int input, int inputs, float[] target) {
    features.read(run, input, inputs, target);
  }

  /** Returns copies of the first segments, unscaled. */
  public float[][] first(int most) {
    return IntStream.range(0, Math.min(most, size()))
        .mapToObj(features::row)
        .toArray(float[][]::new);
  }

  /** Returns the SHA-256 of everything in this set, in hexadecimal digits. */
  public String hash() {
    return BinaryWriter.hash(
        out -> {
          for (int i = 0; i < size(); i++) {
            out.uncounted(features.row(i));
            out.uncounted((float) weights[i]);
            out.integers(labels[i]);
          }
        });
  }
}
