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

  /** Copies the lists. */
  public EvolutionTrace {
    initialPopulation = List.copyOf(initialPopulation);
    finalPopulation = List.copyOf(finalPopulation);
    history = List.copyOf(history);
  }
}
