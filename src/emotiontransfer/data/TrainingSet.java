package emotiontransfer.data;

import static org.apache.commons.lang3.Validate.isTrue;

import emotiontransfer.numeric.Sha256;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
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
    MessageDigest digest = Sha256.digest();
    float[] row = new float[features.inputs()];
    ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * (row.length + 1) + Integer.BYTES);
    for (int i = 0; i < size(); i++) {
      features.read(i, 0, row.length, row);
      bytes.clear();
      bytes.asFloatBuffer().put(row);
      bytes.position(Float.BYTES * row.length);
      bytes.putFloat((float) weights[i]).putInt(labels[i]);
      digest.update(bytes.array());
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
