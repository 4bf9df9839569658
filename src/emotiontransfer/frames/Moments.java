package emotiontransfer.frames;

/** Sums of some values and of their squares over frames, in double precision. */
public final class Moments {

  private final double[] sums;
  private final double[] squares;
  private long count;

  public Moments(int columns) {
    this.sums = new double[columns];
    this.squares = new double[columns];
  }

  /** Returns those of some frames, whose sums are known. */
  public static Moments of(int frames, double[] sums, double[] squares) {
    Moments moments = new Moments(sums.length);
    moments.count = frames;
    System.arraycopy(sums, 0, moments.sums, 0, sums.length);
    System.arraycopy(squares, 0, moments.squares, 0, sums.length);
    return moments;
  }

  /** Adds one row of values. */
  public void add(float[] values) {
    count++;
    for (int j = 0; j < sums.length; j++) {
      sums[j] += values[j];
      squares[j] += (double) values[j] * values[j];
    }
  }

  public Moments add(Moments other) {
    count += other.count;
    for (int j = 0; j < sums.length; j++) {
      sums[j] += other.sums[j];
      squares[j] += other.squares[j];
    }
    return this;
  }

  public Normalization normalization() {
    float[] means = new float[sums.length];
    float[] variances = new float[sums.length];
    for (int j = 0; j < means.length; j++) {
      double mean = sums[j] / count;
      means[j] = (float) mean;
      variances[j] = (float) Math.max(0, squares[j] / count - mean * mean);
    }
    return Normalization.of(means, variances);
  }
}
