package emotiontransfer.data;

import emotiontransfer.numeric.Sha256;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Labelled segments to learn from.
 *
 * @param features unscaled inputs, {@code [segments][inputs]}
 * @param labels class index of each segment
 * @param weights weight of each segment, with mean 1
 */
public record TrainingSet(SegmentRows features, int[] labels, double[] weights) {

  /**
   * Checks that there are as many labels and weights as segments.
   *
   * @throws IllegalArgumentException naming both numbers
   */
  public TrainingSet {
    if (labels.length != features.rows()) {
      throw new IllegalArgumentException(
          labels.length + " labels do not fit " + features.rows() + " segments");
    }
    if (weights.length != labels.length) {
      throw new IllegalArgumentException(
          weights.length + " weights do not fit " + labels.length + " segments");
    }
  }

  /** Makes a set of segments that weigh the same. */
  public TrainingSet(SegmentRows features, int[] labels) {
    this(features, labels, ones(labels.length));
  }

  private static double[] ones(int length) {
    double[] weights = new double[length];
    Arrays.fill(weights, 1);
    return weights;
  }

  /** Returns the number of segments. */
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

  /** Returns a hash of everything in this set: 64 hexadecimal digits (SHA-256). */
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
