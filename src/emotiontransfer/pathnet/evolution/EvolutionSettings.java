package emotiontransfer.pathnet.evolution;

/**
 * How pathways evolve (paper, section 3.3.2).
 *
 * @param population number of genotypes P (paper: 20)
 * @param generations number of tournaments G (paper: 200)
 * @param mutation of the copy of a winner
 * @param kind tournament, or the control without one
 * @param stopFitness the evolution ends when a winner reaches it; above 1 for never
 */
public record EvolutionSettings(
    int population, int generations, Mutation mutation, EvolutionKind kind, double stopFitness) {

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException naming the value
   */
  public EvolutionSettings {
    if (population < 1 || kind == EvolutionKind.TOURNAMENT && population < 2) {
      throw new IllegalArgumentException(
          "a tournament needs a population of at least 2, not " + population);
    }
    if (generations < 1) {
      throw new IllegalArgumentException("generations must be at least 1, but is " + generations);
    }
    if (Double.isNaN(stopFitness)) {
      throw new IllegalArgumentException("stop fitness must be a number");
    }
  }
}
