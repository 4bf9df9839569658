package emotiontransfer.study.result;

import emotiontransfer.study.run.ClipResult;
import java.util.List;
import weka.classifiers.evaluation.UnweightedAveragePrecision;
import weka.classifiers.evaluation.UnweightedAverageRecall;
import weka.classifiers.evaluation.WeightedAverageRecall;

/**
 * Decisions counted by true and predicted emotion; clips without a decision count nowhere.
 *
 * @param counts {@code [true][predicted]}
 */
public record Tally(double[][] counts) {

  /**
   * Counts decisions.
   *
   * @param clips any
   * @param classes number of emotions
   */
  public static Tally of(List<ClipResult> clips, int classes) {
    double[][] counts = new double[classes][classes];
    for (ClipResult clip : clips) {
      if (clip.predicted() >= 0) {
        counts[clip.actual()][clip.predicted()]++;
      }
    }
    return new Tally(counts);
  }

  /**
   * Returns the share of an emotion's clips that were recognised.
   *
   * @param emotion index
   * @return 0 to 1; NaN without clips
   */
  public double recall(int emotion) {
    double clips = 0;
    for (double count : counts[emotion]) {
      clips += count;
    }
    return clips == 0 ? Double.NaN : counts[emotion][emotion] / clips;
  }

  /** Returns the weighted average recall, which is the accuracy: 0 to 1; NaN without clips. */
  public double war() {
    return WeightedAverageRecall.of(counts);
  }

  /** Returns the mean recall of the emotions that have clips: 0 to 1; NaN without clips. */
  public double uar() {
    return UnweightedAverageRecall.of(counts);
  }

  /**
   * Returns the mean precision of the emotions that have clips or were predicted: 0 to 1; NaN
   * without clips.
   */
  public double uap() {
    return UnweightedAveragePrecision.of(counts);
  }
}
