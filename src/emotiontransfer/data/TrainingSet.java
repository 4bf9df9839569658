package emotiontransfer.data;

import static org.apache.commons.lang3.Validate.isTrue;

import emotiontransfer.numeric.BinaryWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.stream.IntStream;

/**
 * Labelled segments to learn from.
 *
 * @param features unscaled inputs, {@code [segments][inputs]}
 * @param labels class index of each segment
 * @param weights weight of each segment, with mean 1
 */
public record TrainingSet(SegmentRows features, int[] labels, double[] weights) {

  public TrainingSet {
    int rows = features.rows();
    isTrue(labels.length == rows, "%d labels do not fit %d segments", labels.length, rows);
    isTrue(weights.length == rows, "%d weights do not fit %d segments", weights.length, rows);
  }

  /** Makes a set of segments that weigh the same. */
  public TrainingSet(SegmentRows features, int[] labels) {
    this(features, labels, IntStream.of(labels).mapToDouble(label -> 1).toArray());
  }

  public int size() {
    return labels.length;
  }

  /** Returns copies of the first segments, unscaled. */
  public float[][] first(int most) {
    float[][] rows = new float[Math.min(most, size())][features.inputs()];
    for (int row = 0; row < rows.length; row++) {
      features.read(row, 0, rows[row].length, rows[row]);
    }
    return rows;
  }

  /** Returns the SHA-256 of everything in this set, in hexadecimal digits. */
  public String hash() {
    try {
      BinaryWriter out = new BinaryWriter(OutputStream.nullOutputStream());
      for (int i = 0; i < size(); i++) {
        float[] row = new float[features.inputs()];
        features.read(i, 0, row.length, row);
        out.uncounted(row);
        out.uncounted((float) weights[i]);
        out.integers(labels[i]);
      }
      return HexFormat.of().formatHex(out.hash());
    } catch (IOException e) {
      throw new UncheckedIOException("hashing does not fail", e);
    }
  }
}
