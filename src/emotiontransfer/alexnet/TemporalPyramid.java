package emotiontransfer.alexnet;

import static org.apache.commons.lang3.Validate.isTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.lang3.ArrayUtils;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.util.MathArrays;

/**
 * Discriminant temporal pyramid matching (Zhang et al., 2018): the segment features of a clip,
 * pooled over the clip, its halves and its quarters, become one vector, whatever the clip's length.
 *
 * <p>A part of a level is pooled with the Lp norm {@code (mean |x|^p)^(1/p)}. The exponent of a
 * level is the one of {@link #CANDIDATES} with the largest ratio of the trace of the scatter
 * between the classes of the training clips to that within them. The levels weigh 1/4, 1/4 and 1/2,
 * as in pyramid matching (Lazebnik et al., 2006).
 *
 * @param scale of all values: 1 over the mean Euclidean norm of the training clips' vectors
 */
public record TemporalPyramid(List<Double> exponents, double scale) {

  /** Of equally good ones the first is taken. */
  static final List<Double> CANDIDATES =
      List.of(1.0, 2.0, 4.0, 8.0, 16.0, Double.POSITIVE_INFINITY);

  private static final int[] PARTS = {1, 2, 4};
  private static final double[] LEVEL_WEIGHTS = {0.25, 0.25, 0.5};

  /** A whole, two halves, four quarters. */
  public static final int ALL_PARTS = 7;

  public TemporalPyramid {
    exponents = List.copyOf(exponents);
    int levels = exponents.size();
    isTrue(levels == PARTS.length, "a pyramid has %s exponents, not %s", PARTS.length, levels);
  }

  /** Chooses exponents and scale; a clip is {@code [segments][features]}, at least one segment. */
  public static TemporalPyramid fit(List<float[][]> clips, int[] labels) {
    List<Double> exponents = new ArrayList<>();
    for (int parts : PARTS) {
      ToDoubleFunction<Double> ratio = exponent -> separation(clips, labels, parts, exponent);
      exponents.add(Collections.max(CANDIDATES, Comparator.comparingDouble(ratio)));
    }
    TemporalPyramid unscaled = new TemporalPyramid(exponents, 1);
    double norms = 0;
    for (float[][] clip : clips) {
      norms += Math.sqrt(StatUtils.sumSq(unscaled.vector(clip)));
    }
    double scale = norms > 0 ? clips.size() / norms : 1;
    return new TemporalPyramid(exponents, scale);
  }

  /** Returns trace(between) / trace(within) of the pooled vectors of one level. */
  static double separation(List<float[][]> clips, int[] labels, int parts, double exponent) {
    int classes = Arrays.stream(labels).max().orElse(0) + 1;
    int width = parts * clips.get(0)[0].length;
    double[][] sums = new double[classes][width];
    int[] counts = new int[classes];
    double squares = 0;
    for (int clip = 0; clip < clips.size(); clip++) {
      double[] pooled = pool(clips.get(clip), parts, exponent);
      counts[labels[clip]]++;
      for (int i = 0; i < width; i++) {
        sums[labels[clip]][i] += pooled[i];
        squares += pooled[i] * pooled[i];
      }
    }
    double classMeans = 0;
    double wholeMean = 0;
    for (int i = 0; i < width; i++) {
      double sum = 0;
      for (int c = 0; c < classes; c++) {
        classMeans += counts[c] == 0 ? 0 : sums[c][i] * sums[c][i] / counts[c];
        sum += sums[c][i];
      }
      wholeMean += sum * sum / clips.size();
    }
    double within = Math.max(squares - classMeans, Double.MIN_NORMAL);
    return (classMeans - wholeMean) / within;
  }

  /** Returns the vector of a clip: the whole, its halves, its quarters. */
  public double[] vector(float[][] segments) {
    double[] vector = {};
    for (int level = 0; level < PARTS.length; level++) {
      double[] pooled = pool(segments, PARTS[level], exponents.get(level));
      double weight = scale * LEVEL_WEIGHTS[level];
      vector = ArrayUtils.addAll(vector, MathArrays.scale(weight, pooled));
    }
    return vector;
  }

  /**
   * Pools the parts of a level. Part r of R has the segments from r n / R to (r + 1) n / R, rounded
   * down, and at least one: a clip with fewer segments than parts uses some of them twice.
   */
  private static double[] pool(float[][] segments, int parts, double exponent) {
    int features = segments[0].length;
    double[] pooled = new double[parts * features];
    for (int part = 0; part < parts; part++) {
      int from = part * segments.length / parts;
      int end = Math.max(from + 1, (part + 1) * segments.length / parts);
      for (int i = 0; i < features; i++) {
        pooled[part * features + i] = norm(segments, from, end, i, exponent);
      }
    }
    return pooled;
  }

  private static double norm(float[][] segments, int from, int end, int feature, double exponent) {
    double largest = 0;
    double sum = 0;
    for (int segment = from; segment < end; segment++) {
      double value = Math.abs(segments[segment][feature]);
      largest = Math.max(largest, value);
      sum += value;
    }
    if (exponent == 1 || largest == 0) {
      return sum / (end - from);
    }
    if (Double.isInfinite(exponent)) {
      return largest;
    }
    // Relative to the largest, so that no power overflows.
    double powers = 0;
    for (int segment = from; segment < end; segment++) {
      powers += power(Math.abs(segments[segment][feature]) / largest, exponent);
    }
    return largest * Math.pow(powers / (end - from), 1 / exponent);
  }

  /** Squares repeatedly; all finite candidates are powers of two. */
  private static double power(double value, double exponent) {
    double power = value;
    for (double e = exponent; e > 1; e /= 2) {
      power *= power;
    }
    return power;
  }
}
