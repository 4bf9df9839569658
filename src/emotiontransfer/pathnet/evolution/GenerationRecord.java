package emotiontransfer.pathnet.evolution;

import emotiontransfer.pathnet.network.Pathway;

/**
 * What one generation of an evolution did.
 *
 * @param generation from 1
 * @param slotA population slot of the first contestant
 * @param slotB population slot of the second contestant; equal to {@code slotA} where evolution is
 *     switched off, and where the pathways of all classes were trained together
 * @param fitnessA running training accuracy of the first contestant, 0 to 1
 * @param fitnessB running training accuracy of the second contestant, 0 to 1
 * @param winner modules of the genotype that won, without frozen ones that it did not pick
 * @param loser modules of the genotype that a mutated copy of the winner replaced; the winner's
 *     where both slots are the same
 */
public record GenerationRecord(
    int generation,
    int slotA,
    int slotB,
    double fitnessA,
    double fitnessB,
    Pathway winner,
    Pathway loser) {

  /** Returns the winner's fitness: the larger of both. */
  public double winnerFitness() {
    return Math.max(fitnessA, fitnessB);
  }

  /** Returns whether the first contestant won, as it does on a tie. */
  public boolean firstWon() {
    return fitnessA >= fitnessB;
  }
}
