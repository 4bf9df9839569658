package emotiontransfer.numeric;

import java.util.Arrays;

/**
 * Products of matrices of a few dozen columns, in plain Java: a native call would take longer than
 * the product.
 *
 * <p>Activations are stored in an array for each neuron ({@code [neuron][sample]}), weights input
 * by input ({@code [input * columns + column]}). Inner loops run over whole arrays with one index
 * for all of them: the JIT vectorises these, but not loops over parts of arrays, since it cannot
 * rule out that the parts overlap. Sums are taken in a fixed order, four terms at a time.
 */
public final class SmallProducts {

  private SmallProducts() {}

  /** Sets {@code z = biases + h w}: weighted sums of all columns. */
  public static void forward(
      float[][] z, float[][] h, int inputs, float[] w, float[] biases, int columns, int batch) {
    for (int column = 0; column < columns; column++) {
      float[] sum = z[column];
      Arrays.fill(sum, 0, batch, biases[column]);
      int k = 0;
      for (; k + 3 < inputs; k += 4) {
        int at = k * columns + column;
        float b = w[at + columns];
        float c = w[at + 2 * columns];
        float d = w[at + 3 * columns];
        addFour(sum, h[k], h[k + 1], h[k + 2], h[k + 3], w[at], b, c, d, batch);
      }
      for (; k < inputs; k++) {
        addOne(sum, h[k], w[k * columns + column], batch);
      }
    }
  }

  /** Sets {@code dh = dz w'}: the derivative for the layer's inputs. */
  public static void inputGradient(
      float[][] dh, int inputs, float[][] dz, float[] w, int columns, int batch) {
    for (int k = 0; k < inputs; k++) {
      float[] sum = dh[k];
      Arrays.fill(sum, 0, batch, 0f);
      int at = k * columns;
      int c = 0;
      for (; c + 3 < columns; c += 4) {
        float a = w[at + c];
        float b = w[at + c + 1];
        addFour(
            sum, dz[c], dz[c + 1], dz[c + 2], dz[c + 3], a, b, w[at + c + 2], w[at + c + 3], batch);
      }
      for (; c < columns; c++) {
        addOne(sum, dz[c], w[at + c], batch);
      }
    }
  }

  /**
   * Sets {@code w -= rate h' dz} and {@code biases -= rate 1' dz} in the first columns.
   *
   * @param trainable number of leading columns that may change
   * @param rows scratch of at least {@code [batch][trainable]} values
   * @param sums scratch of at least {@code trainable} values
   */
  public static void update(
      float[] w,
      float[] biases,
      int columns,
      int trainable,
      float[][] h,
      int inputs,
      float[][] dz,
      int batch,
      float rate,
      float[][] rows,
      float[] sums) {
    transpose(rows, dz, trainable, batch);
    for (int k = 0; k < inputs; k++) {
      sumRows(sums, rows, h[k], trainable, batch);
      int at = k * columns;
      for (int column = 0; column < trainable; column++) {
        w[at + column] -= rate * sums[column];
      }
    }
    updateBiases(biases, trainable, dz, batch, rate);
  }

  /** Sets {@code biases -= rate 1' dz} in the first columns. */
  public static void updateBiases(
      float[] biases, int trainable, float[][] dz, int batch, float rate) {
    for (int column = 0; column < trainable; column++) {
      float[] terms = dz[column];
      float sum = 0f;
      for (int i = 0; i < batch; i++) {
        sum += terms[i];
      }
      biases[column] -= rate * sum;
    }
  }

  private static void transpose(float[][] rows, float[][] columns, int width, int batch) {
    for (int column = 0; column < width; column++) {
      float[] from = columns[column];
      for (int i = 0; i < batch; i++) {
        rows[i][column] = from[i];
      }
    }
  }

  private static void sumRows(float[] sums, float[][] rows, float[] h, int width, int batch) {
    Arrays.fill(sums, 0, width, 0f);
    int i = 0;
    for (; i + 3 < batch; i += 4) {
      float b = h[i + 1];
      float c = h[i + 2];
      float d = h[i + 3];
      addFour(sums, rows[i], rows[i + 1], rows[i + 2], rows[i + 3], h[i], b, c, d, width);
    }
    for (; i < batch; i++) {
      addOne(sums, rows[i], h[i], width);
    }
  }

  private static void addFour(
      float[] sum,
      float[] first,
      float[] second,
      float[] third,
      float[] fourth,
      float a,
      float b,
      float c,
      float d,
      int length) {
    for (int i = 0; i < length; i++) {
      sum[i] += a * first[i] + b * second[i] + c * third[i] + d * fourth[i];
    }
  }

  private static void addOne(float[] sum, float[] terms, float a, int length) {
    for (int i = 0; i < length; i++) {
      sum[i] += a * terms[i];
    }
  }
}
