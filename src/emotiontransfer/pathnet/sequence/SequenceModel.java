package emotiontransfer.pathnet.sequence;

import emotiontransfer.data.FrameLayout;
import emotiontransfer.frames.Normalization;
import emotiontransfer.pathnet.network.ModuleShares;
import emotiontransfer.pathnet.network.Pathway;
import java.util.List;

/**
 * What a trained network of sequences is beside its grid and its head.
 *
 * @param shares of frozen modules
 * @param members pathways whose probabilities are averaged, the best first
 */
public record SequenceModel(
    FrameLayout layout, Summary summary, ModuleShares shares, List<Member> members) {

  /**
   * A pathway with the means and deviations over its training data, which it is normalised by.
   *
   * @param normalizations one for each layer and one for the head
   */
  public record Member(Pathway pathway, List<Normalization> normalizations) {}
}
