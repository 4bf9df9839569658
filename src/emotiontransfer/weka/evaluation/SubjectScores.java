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

  /** Adds another subject's clips under the name of this one, for pooled figures. */
  SubjectScores plus(SubjectScores other) {
    return new SubjectScores(
        subject,
        clips + other.clips,
        confusion.plus(other.confusion),
        segments + other.segments,
        segmentConfusion.plus(other.segmentConfusion));
  }
}
