package emotiontransfer.weka.evaluation;

import emotiontransfer.evaluation.ConfusionMatrix;

/**
 * The confusion of one subject's clips, and of their segments.
 *
 * @param segments number of segments tested; 0 where the scheme does not decide for segments
 */
public record SubjectScores(
    String subject,
    int clips,
    ConfusionMatrix confusion,
    int segments,
    ConfusionMatrix segmentConfusion) {

  /** Number of {@link #figures}. */
  static final int FIGURES = 4;

  /** Returns the scores of a single clip. */
  static SubjectScores of(ClipDecision clip) {
    double weight = clip.prediction().weight();
    ConfusionMatrix none = ConfusionMatrix.none(clip.prediction().distribution().length);
    ConfusionMatrix segments = none;
    for (int segment : clip.segments()) {
      segments = segments.plus(clip.actual(), segment, weight);
    }
    ConfusionMatrix whole = none.plus(clip.actual(), clip.predicted(), weight);
    return new SubjectScores(clip.subject(), 1, whole, clip.segments().length, segments);
  }

  /** Returns WAR and UAR of the clips, then of the segments. */
  double[] figures() {
    return new double[] {
      confusion.war(), confusion.uar(), segmentConfusion.war(), segmentConfusion.uar()
    };
  }

  /** Adds other clips under the name of this subject, also for pooled figures. */
  SubjectScores plus(SubjectScores other) {
    return new SubjectScores(
        subject,
        clips + other.clips,
        confusion.plus(other.confusion),
        segments + other.segments,
        segmentConfusion.plus(other.segmentConfusion));
  }
}
