package emotiontransfer.bench;

import java.util.Arrays;
import java.util.Locale;

/**
 * A measured ratio.
 *
 * @param name what is measured, without spaces
 * @param value the ratio
 */
record Ratio(String name, double value) {

  /** Work whose time is taken. */
  @FunctionalInterface
  interface Work {

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
