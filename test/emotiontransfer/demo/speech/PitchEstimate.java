package emotiontransfer.demo.speech;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Estimates the fundamental frequency by normalised autocorrelation of 40 ms windows, knowing
 * nothing of the synthesizer.
 */
final class PitchEstimate {

  private static final int WINDOW = 640;
  private static final int HOP = 160;
  private static final double VOICED = 0.8;

  private PitchEstimate() {}

  /** Returns the pitch of the clearly voiced windows, Hz, in order of time. */
  static List<Double> track(float[] samples, double lowest, double highest) {
    int shortest = (int) (FormantSynthesizer.SAMPLE_RATE / highest);
    int longest = (int) (FormantSynthesizer.SAMPLE_RATE / lowest);
    List<Double> track = new ArrayList<>();
    for (int start = 0; start + WINDOW + longest < samples.length; start += HOP) {
      double best = 0;
      for (int lag = shortest; lag <= longest; lag++) {
        best = Math.max(best, correlation(samples, start, lag));
      }
      if (best < VOICED) {
        continue;
      }
      // The first lag that is nearly as good: the period itself, not its multiple.
      int lag = shortest;
      while (correlation(samples, start, lag) < 0.95 * best) {
        lag++;
      }
      while (correlation(samples, start, lag + 1) > correlation(samples, start, lag)) {
        lag++;
      }
      track.add((double) FormantSynthesizer.SAMPLE_RATE / lag);
    }
    return track;
  }

  static double median(List<Double> values) {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }

  private static double correlation(float[] x, int start, int lag) {
    double cross = 0;
    double here = 1e-9;
    double there = 1e-9;
    for (int i = start; i < start + WINDOW; i++) {
      cross += x[i] * x[i + lag];
      here += x[i] * x[i];
      there += x[i + lag] * x[i + lag];
    }
    return cross / Math.sqrt(here * there);
  }
}
