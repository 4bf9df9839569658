package emotiontransfer.layers;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Leaves out a fraction of a layer's outputs in training and multiplies the others by {@code 1 / (1
 * - fraction)} (Srivastava et al., 2014).
 */
public record Dropout(double fraction, RandomGenerator random) {

  /** No dropout, as in predictions. */
  public static final Dropout NONE = new Dropout(0, new SplittableRandom(0));

  /** Returns what each output is multiplied by, drawn anew. */
  public float[] factors(int length) {
    float[] factors = new float[length];
    float kept = (float) (1 / (1 - fraction));
    Arrays.fill(factors, kept);
    for (int i = 0; fraction > 0 && i < length; i++) {
      factors[i] = random.nextDouble() < fraction ? 0 : kept;
    }
    return factors;
  }
}
