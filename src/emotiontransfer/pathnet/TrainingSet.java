package emotiontransfer.pathnet;

/**
 * Labelled segments to learn from.
 *
 * @param features scaled inputs, {@code [segments][inputs]}
 * @param labels class index of each segment
 * @param weights weight of each segment with mean 1, or null where all are equal
 */
public record TrainingSet(FeatureMatrix features, int[] labels, float[] weights)
    implements AutoCloseable {

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

  /**
   * Returns the number of segments.
   *
   * @return rows of the feature matrix
   */
  public int size() {
    return labels.length;
  }

  double weight(int segment) {
    return weights == null ? 1 : weights[segment];
  }

  /** Frees the matrix. */
  @Override
  public void close() {
    features.close();
  }
}
