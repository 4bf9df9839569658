package emotiontransfer.pathnet.evolution;

import emotiontransfer.pathnet.network.Pathway;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The course of an evolution.
 *
 * @param best pathway that won with the highest fitness; of equals the latest
 * @param bestFitness its running training accuracy, 0 to 1
 * @param seconds wall time of scaling and evolution; NaN in a model that was read from a file
 * @param classes the courses of the classes that have a pathway each, whose populations this one
 *     has side by side; empty where one pathway serves all classes
 */
public record EvolutionTrace(
    Pathway best,
    double bestFitness,
    List<Pathway> initialPopulation,
    List<Pathway> finalPopulation,
    List<GenerationRecord> history,
    double seconds,
    List<ClassTrace> classes) {

  public EvolutionTrace {
    initialPopulation = List.copyOf(initialPopulation);
    finalPopulation = List.copyOf(finalPopulation);
    history = List.copyOf(history);
    classes = List.copyOf(classes);
  }

  /** Makes the course of an evolution of one pathway. */
  public EvolutionTrace(
      Pathway best,
      double bestFitness,
      List<Pathway> initialPopulation,
      List<Pathway> finalPopulation,
      List<GenerationRecord> history,
      double seconds) {
    this(best, bestFitness, initialPopulation, finalPopulation, history, seconds, List.of());
  }

  /** Returns the course of an evolution of one pathway a class. */
  public static EvolutionTrace ofClasses(
      Pathway best,
      double bestFitness,
      List<GenerationRecord> history,
      double seconds,
      List<ClassTrace> classes) {
    return new EvolutionTrace(
        best,
        bestFitness,
        sideBySide(classes, EvolutionTrace::initialPopulation),
        sideBySide(classes, EvolutionTrace::finalPopulation),
        history,
        seconds,
        classes);
  }

  private static List<Pathway> sideBySide(
      List<ClassTrace> classes, Function<EvolutionTrace, List<Pathway>> population) {
    return classes.stream().flatMap(one -> population.apply(one.trace()).stream()).toList();
  }

  /** Returns this course with another pathway as the best. */
  public EvolutionTrace withBest(Pathway other) {
    return new EvolutionTrace(
        other, bestFitness, initialPopulation, finalPopulation, history, seconds, classes);
  }

  /** Returns the course before the first generation: the best pathway has no module yet. */
  public static EvolutionTrace begin(List<Genotype> population) {
    List<Pathway> initial = Genotype.pathways(population);
    Pathway none = Pathway.empty(initial.get(0).layers().size());
    return new EvolutionTrace(none, Double.NEGATIVE_INFINITY, initial, initial, List.of(), 0);
  }

  /** Returns the course before the first generation of some classes. */
  public static EvolutionTrace beginClasses(List<ClassTrace> classes) {
    EvolutionTrace first = classes.get(0).trace();
    return ofClasses(first.best, first.bestFitness, List.of(), 0, classes);
  }

  /** Returns the number of the generation that won with the highest fitness. */
  public int bestGeneration() {
    return history.stream()
        .filter(record -> record.winnerFitness() == bestFitness)
        .mapToInt(GenerationRecord::generation)
        .max()
        .orElse(0);
  }

  /** Returns the winner with the highest fitness up to a generation, of equals the latest. */
  public Pathway bestUntil(int generation) {
    return history.subList(0, generation).stream()
        .reduce((one, next) -> next.winnerFitness() >= one.winnerFitness() ? next : one)
        .map(GenerationRecord::winner)
        .orElse(Pathway.empty(best.layers().size()));
  }

  /**
   * Returns the population after a generation, or the populations side by side: tournaments are
   * taken back one by one from the last one.
   */
  public List<Pathway> population(int generation) {
    if (!classes.isEmpty()) {
      return sideBySide(classes, trace -> trace.population(generation));
    }
    List<Pathway> population = new ArrayList<>(finalPopulation);
    for (int i = history.size() - 1; i >= generation; i--) {
      GenerationRecord record = history.get(i);
      population.set(record.slotA(), record.firstWon() ? record.winner() : record.loser());
      population.set(record.slotB(), record.firstWon() ? record.loser() : record.winner());
    }
    return population;
  }
}
