package emotiontransfer.data;

import emotiontransfer.numeric.Sha256;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Labelled segments to learn from.
 *
 * @param features unscaled inputs, {@code [segments][inputs]}
 * @param labels class index of each segment
 * @param weights weight of each segment with mean 1, or null where all are equal
 */
public record TrainingSet(SegmentRows features, int[] labels, float[] weights) {

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
    if (weights != null && weights.length != labels.length) {
      throw new IllegalArgumentException(
          weights.length + " weights do not fit " + labels.length + " segments");
    }
  }

  /** Returns the number of segments. */
  public int size() {
    return labels.length;
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
      bytes.putFloat((float) weight(i)).putInt(labels[i]);
      digest.update(bytes.array());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  public double weight(int segment) {
    return weights == null ? 1 : weights[segment];
  }
}
