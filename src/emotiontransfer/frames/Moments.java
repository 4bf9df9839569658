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

  /** Adds the sums of pieces, in their order. */
  public Moments add(int frames, float[][] pieces, float[][] pieceSquares) {
    count += frames;
    for (int p = 0; p < pieces.length; p++) {
      for (int j = 0; j < sums.length; j++) {
        sums[j] += pieces[p][j];
        squares[j] += pieceSquares[p][j];
      }
    }
    return this;
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

  /** Returns the sum over pieces, in their order. */
  public static float[] total(float[][] pieces) {
    float[] total = new float[pieces[0].length];
    for (float[] piece : pieces) {
      for (int j = 0; j < total.length; j++) {
        total[j] += piece[j];
      }
    }
    return total;
  }
}
