package emotiontransfer.bench;

import java.util.Arrays;
import java.util.Locale;

/**
 * A measured ratio.
 *
 * @param name what is measured, without spaces
 * @param value the ratio
 */
public record Ratio(String name, double value) {

  /** Work whose time is taken. */
  @FunctionalInterface
  public interface Work {

    /** Does the work once. */
    void run() throws Exception;
  }

  /**
   * Returns the median of the rounds' seconds for the work, after one round that is not counted.
   */
  static double medianSeconds(int rounds, Work work) throws Exception {
    work.run();
    double[] seconds = new double[rounds];
    for (int i = 0; i < rounds; i++) {
      seconds[i] = seconds(work);
    }
    return median(seconds);
  }

  /**
   * Returns the median seconds of works, run in turn; the first round is not counted.
   *
   * @param pauseMillis before each work: threads of BLAS spin for a while after a product and must
   *     not take a core from the next work
   */
  public static double[] interleaved(int rounds, long pauseMillis, Work... works) throws Exception {
    return Arrays.stream(rounds(rounds, pauseMillis, works)).mapToDouble(Ratio::median).toArray();
  }

  /** Returns the median of the rounds' ratios; the first round is not counted. */
  static double medianRatio(int rounds, Work above, Work below) throws Exception {
    double[][] seconds = rounds(rounds, 0, above, below);
    double[] ratios = new double[rounds];
    Arrays.setAll(ratios, round -> seconds[0][round] / seconds[1][round]);
    return median(ratios);
  }

  private static double[][] rounds(int rounds, long pauseMillis, Work... works) throws Exception {
    double[][] seconds = new double[works.length][rounds];
    for (int round = -1; round < rounds; round++) {
      for (int work = 0; work < works.length; work++) {
        Thread.sleep(pauseMillis);
        double taken = seconds(works[work]);
        if (round >= 0) {
          seconds[work][round] = taken;
        }
      }
    }
    return seconds;
  }

  /** Returns the middle one of the values. */
  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** Returns the seconds that the work takes. */
  static double seconds(Work work) throws Exception {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, value < 1e6 ? "%s %.3f" : "%s %.0f", name, value);
  }
}
