package emotiontransfer.pathnet.sequence;

/**
 * What the head sees of a sequence.
 *
 * @param joined whether the segments of a clip are one sequence, or each is one of its own
 * @param deviations whether standard deviations over the frames stand behind the means
 * @param skip whether those of the inputs stand behind those of the last layer
 * @param normalized whether all of them are normalised
 */
public record Summary(boolean joined, boolean deviations, boolean skip, boolean normalized) {

  /** Returns the number of values for a last layer of so many outputs. */
  public int size(int outputs, int inputs) {
    return Math.multiplyExact(deviations ? 2 : 1, Math.addExact(outputs, skip ? inputs : 0));
  }
}
