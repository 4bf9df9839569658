package emotiontransfer.study.fold;

import java.util.List;

/**
 * All that is kept of a fold.
 *
 * @param clips that were tested, in the order of the table
 * @param trainedOn names of few training subjects; empty where all others trained
 * @param curve of its evolution; empty for systems without
 * @param key Weka's key of the result, without the run's own file names
 * @param result Weka's result; empty text for null
 * @param seconds of training and testing
 */
public record FoldRecord(
    String fold,
    List<ClipResult> clips,
    List<String> trainedOn,
    List<CurvePoint> curve,
    List<String> key,
    List<String> result,
    double seconds) {

  /**
   * What a system decided about a clip that it had not learned from.
   *
   * @param file path below the corpus
   * @param actual index of the emotion that is shown
   * @param predicted index of the decision, -1 for none
   * @param segments number of segments that were decided one by one; 0 where the system does not
   * @param segmentHits how many of them were right
   */
  public record ClipResult(
      String file,
      String subject,
      int actual,
      int predicted,
      int segments,
      int segmentHits,
      List<Double> probabilities) {}

  /** The test of an evolution's best pathway so far: right decisions by emotion. */
  public record CurvePoint(int generation, List<Integer> hits) {}
}
