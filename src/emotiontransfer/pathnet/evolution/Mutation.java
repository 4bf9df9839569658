package emotiontransfer.pathnet.evolution;

import static org.apache.commons.lang3.Validate.isTrue;

/**
 * How the copy of a winner changes (paper, section 3.3.2; notes, question 1).
 *
 * @param probability of a change, per gene; the paper's is 1/(N L)
 * @param shift largest distance; a changing gene moves by a uniform draw from {@code
 *     -shift..shift}, zero included
 * @param boundary what happens beyond the range of modules
 */
public record Mutation(double probability, int shift, Boundary boundary) {

  public Mutation {
    boolean inRange = probability >= 0 && probability <= 1;
    isTrue(inRange, "mutation probability must be in 0..1, but is %s", probability);
    isTrue(shift >= 0, "mutation shift must not be negative, but is %s", shift);
  }

  /** Returns the paper's probability, 1/(N L). */
  public static double paperProbability(int maxActive, int layers) {
    return 1.0 / (maxActive * layers);
  }
}
