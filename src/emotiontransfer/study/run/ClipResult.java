package emotiontransfer.study.run;

import java.util.List;

/**
 * What a system decided about a clip that it had not learned from.
 *
 * @param file path below the corpus
 * @param subject who speaks
 * @param actual index of the emotion that is shown
 * @param predicted index of the decision, -1 for none
 * @param segments number of segments that were decided one by one; 0 where the system does not
 * @param segmentHits how many of them were right
 * @param probabilities of the emotions
 */
public record ClipResult(
    String file,
    String subject,
    int actual,
    int predicted,
    int segments,
    int segmentHits,
    List<Double> probabilities) {

  /** Copies the list. */
  public ClipResult {
    probabilities = List.copyOf(probabilities);
  }
}
