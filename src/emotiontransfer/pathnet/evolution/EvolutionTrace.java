package emotiontransfer.pathnet.evolution;

import emotiontransfer.pathnet.network.Pathway;
import java.util.List;

/**
 * The course of an evolution.
 *
 * @param best pathway that won with the highest fitness; of equals the latest
 * @param bestFitness its running training accuracy, 0 to 1
 * @param seconds wall time of scaling and evolution; NaN in a model that was read from a file
 */
public record EvolutionTrace(
    Pathway best,
    double bestFitness,
    List<Pathway> initialPopulation,
    List<Pathway> finalPopulation,
    List<GenerationRecord> history,
    double seconds) {

  public EvolutionTrace {
    initialPopulation = List.copyOf(initialPopulation);
    finalPopulation = List.copyOf(finalPopulation);
    history = List.copyOf(history);
  }

  /** Returns this course with another pathway as the best. */
  public EvolutionTrace withBest(Pathway other) {
    return new EvolutionTrace(
        other, bestFitness, initialPopulation, finalPopulation, history, seconds);
  }

  /** Returns the course before the first generation: the best pathway has no module yet. */
  public static EvolutionTrace begin(List<Genotype> population) {
    List<Pathway> initial = Genotype.pathways(population);
    Pathway none = Pathway.empty(initial.get(0).layers().size());
    return new EvolutionTrace(none, Double.NEGATIVE_INFINITY, initial, initial, List.of(), 0);
  }
}
