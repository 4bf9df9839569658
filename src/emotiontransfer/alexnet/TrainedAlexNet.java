package emotiontransfer.alexnet;

import emotiontransfer.data.Provenance;
import emotiontransfer.data.SourceInfo;
import java.util.List;

/**
 * A trained network with all that predictions need, but for the support vector machine behind a
 * pyramid.
 *
 * @param provenance which data and options made it; of its sources only the subjects are known
 * @param beginning where the weights began, in words
 * @param network the network
 * @param pyramid of the clips' features; null where clips are decided on by averaging
 */
public record TrainedAlexNet(
    Provenance provenance, String beginning, AlexNetModel network, TemporalPyramid pyramid) {

  /** Returns what is known of the sources, of which a model has the subjects alone. */
  public static List<SourceInfo> sources(List<String> subjects) {
    return subjects.isEmpty() ? List.of() : List.of(new SourceInfo("source", "", subjects, ""));
  }
}
