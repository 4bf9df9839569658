package emotiontransfer.pathnet.sequence;

/** Sums of some values and of their squares over frames, in double precision. */
final class Moments {

  private final double[] sums;
  private final double[] squares;
  private long count;

  Moments(int columns) {
    this.sums = new double[columns];
    this.squares = new double[columns];
  }

  /** Adds the sums of pieces, in their order. */
  Moments add(int frames, float[][] pieces, float[][] pieceSquares) {
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
  void add(float[] values) {
    count++;
    for (int j = 0; j < sums.length; j++) {
      sums[j] += values[j];
      squares[j] += (double) values[j] * values[j];
    }
  }

  Moments add(Moments other) {
    count += other.count;
    for (int j = 0; j < sums.length; j++) {
      sums[j] += other.sums[j];
      squares[j] += other.squares[j];
    }
    return this;
  }

  Normalization normalization() {
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
  static float[] total(float[][] pieces) {
    float[] total = new float[pieces[0].length];
    for (float[] piece : pieces) {
      for (int j = 0; j < total.length; j++) {
        total[j] += piece[j];
      }
    }
    return total;
  }
}
