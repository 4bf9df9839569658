package emotiontransfer.numeric;

import java.util.Arrays;

/**
 * Products with a matrix of a few dozen columns, in plain Java: a native call would take longer
 * than the product.
 *
 * <p>Activations are {@code [neuron][sample]}, weights {@code [input * columns + column]}. Inner
 * loops use one index for whole arrays: the JIT vectorises these, but not loops over parts of
 * arrays, which may overlap. Sums are taken in a fixed order, four terms at a time.
 */
public final class SmallProducts {

  private final int inputs;
  private final float[] w;
  private final float[] biases;
  private final float[][] rows;
  private final float[] sums;

  /** Takes the weights and biases of a layer, which it reads and updates, for mini-batches. */
  public SmallProducts(int inputs, float[] weights, float[] biases, int batch) {
    this.inputs = inputs;
    this.w = weights;
    this.biases = biases;
    this.rows = new float[batch][biases.length];
    this.sums = new float[biases.length];
  }

  /** Sets {@code z = biases + h w}: weighted sums of all columns. */
  public void forward(float[][] z, float[][] h, int columns, int batch) {
    for (int column = 0; column < columns; column++) {
      Arrays.fill(z[column], 0, batch, biases[column]);
      addProducts(z[column], batch, h, inputs, w, column, columns);
    }
  }

  /** Sets {@code dh = dz w'}: the derivative for the layer's inputs. */
  public void inputGradient(float[][] dh, float[][] dz, int columns, int batch) {
    for (int k = 0; k < inputs; k++) {
      Arrays.fill(dh[k], 0, batch, 0f);
      addProducts(dh[k], batch, dz, columns, w, k * columns, 1);
    }
  }

  /** Sets {@code w -= rate h' dz} and {@code biases -= rate 1' dz} in the first columns. */
  public void update(float[][] h, float[][] dz, int columns, int trainable, int batch, float rate) {
    for (int column = 0; column < trainable; column++) {
      for (int i = 0; i < batch; i++) {
        rows[i][column] = dz[column][i];
      }
    }
    for (int k = 0; k < inputs; k++) {
      Arrays.fill(sums, 0, trainable, 0f);
      addProducts(sums, trainable, rows, batch, h[k], 0, 1);
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

  /** Adds {@code w[at] terms[0] + w[at + step] terms[1] + ...} to sums. */
  private static void addProducts(
      float[] sums, int length, float[][] terms, int count, float[] w, int at, int step) {
    int k = 0;
    int next = at;
    for (; k + 3 < count; k += 4, next += 4 * step) {
      float a = w[next];
      float b = w[next + step];
      float c = w[next + 2 * step];
      float d = w[next + 3 * step];
      float[] first = terms[k];
      float[] second = terms[k + 1];
      float[] third = terms[k + 2];
      float[] fourth = terms[k + 3];
      for (int i = 0; i < length; i++) {
        sums[i] += a * first[i] + b * second[i] + c * third[i] + d * fourth[i];
      }
    }
    for (; k < count; k++, next += step) {
      float a = w[next];
      float[] first = terms[k];
      for (int i = 0; i < length; i++) {
        sums[i] += a * first[i];
      }
    }
  }
}
