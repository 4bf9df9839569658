package emotiontransfer.pathnet.evolution;

import static org.apache.commons.lang3.Validate.isTrue;

import emotiontransfer.pathnet.network.PathNetShape;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * How pathways evolve (paper, section 3.3.2).
 *
 * @param population number of genotypes P (paper: 20)
 * @param generations number of tournaments G (paper: 200)
 * @param mutation of the copy of a winner
 * @param kind tournament, or the control without one
 * @param stopFitness the evolution ends when a winner reaches it; above 1 for never
 * @param patience the evolution ends after so many generations without a better winner; 0 for never
 */
public record EvolutionSettings(
    int population,
    int generations,
    Mutation mutation,
    EvolutionKind kind,
    double stopFitness,
    int patience) {

  public EvolutionSettings {
    isTrue(population >= 1, "population must be at least 1, but is %s", population);
    boolean enough = population >= 2 || kind == EvolutionKind.FIXED;
    isTrue(enough, "a tournament needs a population of at least 2, not %s", population);
    isTrue(generations >= 1, "generations must be at least 1, but is %s", generations);
    isTrue(!Double.isNaN(stopFitness), "stop fitness must be a number");
    isTrue(patience >= 0, "patience must not be negative, but is %s", patience);
  }

  /** Makes the settings of an evolution that stops early only where a winner is good enough. */
  public EvolutionSettings(
      int population, int generations, Mutation mutation, EvolutionKind kind, double stopFitness) {
    this(population, generations, mutation, kind, stopFitness, 0);
  }

  /** Returns whether an evolution ends here. */
  boolean isOver(EvolutionTrace trace) {
    int made = trace.history().size();
    boolean stuck = patience > 0 && made - trace.bestGeneration() >= patience;
    return stuck || made >= generations || trace.bestFitness() >= stopFitness;
  }

  /** Draws the first population: a genotype for each slot, or the one of the control. */
  public List<Genotype> randomPopulation(PathNetShape shape, RandomGenerator random) {
    int size = kind == EvolutionKind.TOURNAMENT ? population : 1;
    return Stream.generate(() -> Genotype.random(shape, random)).limit(size).toList();
  }
}
