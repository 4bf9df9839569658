package emotiontransfer.pathnet;

/**
 * Products of matrices of a few dozen columns, in plain Java: a native call would take longer than
 * the product.
 *
 * <p>Activations are stored neuron by neuron ({@code [neuron * batch + sample]}), weights input by
 * input ({@code [input * columns + column]}), so that inner loops run over consecutive values. Sums
 * are taken in a fixed order, four terms at a time.
 */
final class SmallProducts {

  private SmallProducts() {}

  /** Sets {@code z = biases + h w}: weighted sums of all columns. */
  static void forward(
      float[] z, float[] h, int inputs, float[] w, float[] biases, int columns, int batch) {
    for (int column = 0; column < columns; column++) {
      int to = column * batch;
      float bias = biases[column];
      for (int i = 0; i < batch; i++) {
        z[to + i] = bias;
      }
      int k = 0;
      for (; k + 3 < inputs; k += 4) {
        int at = k * columns + column;
        addFour(
            z,
            to,
            h,
            k * batch,
            batch,
            batch,
            w[at],
            w[at + columns],
            w[at + 2 * columns],
            w[at + 3 * columns]);
      }
      for (; k < inputs; k++) {
        addOne(z, to, h, k * batch, batch, w[k * columns + column]);
      }
    }
  }

  /** Sets {@code dh = dz w'}: the derivative for the layer's inputs. */
  static void inputGradient(float[] dh, int inputs, float[] dz, float[] w, int columns, int batch) {
    for (int k = 0; k < inputs; k++) {
      int to = k * batch;
      for (int i = 0; i < batch; i++) {
        dh[to + i] = 0f;
      }
      int at = k * columns;
      int column = 0;
      for (; column + 3 < columns; column += 4) {
        addFour(
            dh,
            to,
            dz,
            column * batch,
            batch,
            batch,
            w[at + column],
            w[at + column + 1],
            w[at + column + 2],
            w[at + column + 3]);
      }
      for (; column < columns; column++) {
        addOne(dh, to, dz, column * batch, batch, w[at + column]);
      }
    }
  }

  /**
   * Sets {@code w -= rate h' dz} and {@code biases -= rate 1' dz} in the first columns.
   *
   * @param trainable number of leading columns that may change
   * @param rows scratch of at least {@code batch * trainable} values
   * @param sums scratch of at least {@code trainable} values
   */
  static void update(
      float[] w,
      float[] biases,
      int columns,
      int trainable,
      float[] h,
      int inputs,
      float[] dz,
      int batch,
      float rate,
      float[] rows,
      float[] sums) {
    transpose(rows, dz, trainable, batch);
    for (int k = 0; k < inputs; k++) {
      sumRows(sums, rows, h, k * batch, trainable, batch);
      int at = k * columns;
      for (int column = 0; column < trainable; column++) {
        w[at + column] -= rate * sums[column];
      }
    }
    updateBiases(biases, trainable, dz, batch, rate);
  }

  /** Sets {@code biases -= rate 1' dz} in the first columns. */
  static void updateBiases(float[] biases, int trainable, float[] dz, int batch, float rate) {
    for (int column = 0; column < trainable; column++) {
      float sum = 0f;
      for (int i = 0; i < batch; i++) {
        sum += dz[column * batch + i];
      }
      biases[column] -= rate * sum;
    }
  }

  private static void transpose(float[] rows, float[] columns, int width, int batch) {
    for (int column = 0; column < width; column++) {
      for (int i = 0; i < batch; i++) {
        rows[i * width + column] = columns[column * batch + i];
      }
    }
  }

  private static void sumRows(float[] sums, float[] rows, float[] h, int at, int width, int batch) {
    for (int column = 0; column < width; column++) {
      sums[column] = 0f;
    }
    int i = 0;
    for (; i + 3 < batch; i += 4) {
      addFour(
          sums,
          0,
          rows,
          i * width,
          width,
          width,
          h[at + i],
          h[at + i + 1],
          h[at + i + 2],
          h[at + i + 3]);
    }
    for (; i < batch; i++) {
      addOne(sums, 0, rows, i * width, width, h[at + i]);
    }
  }

  private static void addFour(
      float[] sum,
      int to,
      float[] terms,
      int from,
      int stride,
      int length,
      float a,
      float b,
      float c,
      float d) {
    int second = from + stride;
    int third = second + stride;
    int fourth = third + stride;
    for (int i = 0; i < length; i++) {
      sum[to + i] +=
          a * terms[from + i]
              + b * terms[second + i]
              + c * terms[third + i]
              + d * terms[fourth + i];
    }
  }

  private static void addOne(float[] sum, int to, float[] terms, int from, int length, float a) {
    for (int i = 0; i < length; i++) {
      sum[to + i] += a * terms[from + i];
    }
  }
}
