package emotiontransfer.frames;

import java.util.Arrays;

/**
 * What values are shifted and scaled by to have mean 0 and variance 1 (batch normalisation: Ioffe
 * and Szegedy, 2015).
 *
 * @param inverses one over the standard deviations
 */
public record Normalization(float[] means, float[] inverses) {

  /** Added to every variance. */
  public static final double EPSILON = 1e-5;

  public static Normalization of(float[] means, float[] variances) {
    float[] inverses = new float[means.length];
    for (int j = 0; j < inverses.length; j++) {
      inverses[j] = (float) (1 / Math.sqrt(variances[j] + EPSILON));
    }
    return new Normalization(means, inverses);
  }

  /** Returns one that changes nothing. */
  public static Normalization identity(int columns) {
    float[] ones = new float[columns];
    Arrays.fill(ones, 1f);
    return new Normalization(new float[columns], ones);
  }

  /** Returns the variances that this follows from, up to rounding. */
  public float[] variances() {
    float[] variances = new float[inverses.length];
    for (int j = 0; j < variances.length; j++) {
      double inverse = inverses[j];
      variances[j] = (float) Math.max(0, 1 / (inverse * inverse) - EPSILON);
    }
    return variances;
  }

  /** Returns that of some neighbouring columns. */
  public Normalization range(int from, int to) {
    return new Normalization(
        Arrays.copyOfRange(means, from, to), Arrays.copyOfRange(inverses, from, to));
  }

  public float mean(int column) {
    return means[column];
  }

  public float inverse(int column) {
    return inverses[column];
  }
}
