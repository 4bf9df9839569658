package emotiontransfer.alexnet;

import emotiontransfer.data.Provenance;
import emotiontransfer.data.SourceInfo;
import java.util.List;

/**
 * A trained network with everything that predictions need, except the support vector machine.
 *
 * @param provenance of its sources only the subjects are known
 * @param beginning where the weights began, in words
 * @param pyramid null where clips are decided on by averaging
 */
public record TrainedAlexNet(
    Provenance provenance, String beginning, AlexNetModel network, TemporalPyramid pyramid) {

  /** Returns the lineage where only the subjects of the sources are known. */
  public static List<SourceInfo> sources(List<String> subjects) {
    return subjects.isEmpty() ? List.of() : List.of(new SourceInfo("source", "", subjects, ""));
  }
}
