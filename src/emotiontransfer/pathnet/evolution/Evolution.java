package emotiontransfer.pathnet.evolution;

import static org.apache.commons.lang3.Validate.validState;

import emotiontransfer.pathnet.network.Pathway;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * The binary tournament of pathways, after Harvey's microbial genetic algorithm (paper, section
 * 3.3.2; notes, questions 1 to 3).
 *
 * <p>A generation picks two different slots, trains both pathways, and puts a mutated copy of the
 * better one into the slot of the worse one; the winner stays as it is. On a tie the first
 * contestant wins.
 */
public final class Evolution implements PathwaySearch {

  /** Trains and rates pathways. */
  public interface Contest {

    double fitness(Pathway pathway) throws InterruptedException;

    /** Keeps the parameters of the pathway that was rated last, as the best so far. */
    void keepBest(Pathway pathway);
  }

  private final EvolutionSettings settings;
  private final int modules;
  private final Random random;
  private final Contest contest;
  private final List<Genotype> population;
  private final List<Pathway> initialPopulation;
  private final List<GenerationRecord> history;
  private Pathway best;
  private double bestFitness;

  /**
   * Begins an evolution, or continues it where it stopped; all settings but its end must then be
   * the same.
   *
   * @param modules number of modules in a layer of the grid
   */
  public Evolution(
      EvolutionSettings settings,
      int modules,
      Random random,
      Contest contest,
      List<Genotype> population,
      EvolutionTrace trace) {
    this.settings = settings;
    this.modules = modules;
    this.random = random;
    this.contest = contest;
    this.population = new ArrayList<>(population);
    this.initialPopulation = trace.initialPopulation();
    this.history = new ArrayList<>(trace.history());
    this.best = trace.best();
    this.bestFitness = trace.bestFitness();
  }

  @Override
  public boolean isDone() {
    return settings.isOver(trace(0));
  }

  @Override
  public GenerationRecord next() throws InterruptedException {
    boolean tournament = settings.kind() == EvolutionKind.TOURNAMENT;
    int slotA = tournament ? random.nextInt(population.size()) : 0;
    int slotB = tournament ? otherSlot(slotA) : 0;
    double fitnessA = rate(slotA, bestFitness);
    // The second contestant is the winner, and so can be the best, only if it beats the first.
    double fitnessB = rate(slotB, Math.max(bestFitness, Math.nextUp(fitnessA)));
    boolean first = fitnessA >= fitnessB;
    Genotype winner = population.get(first ? slotA : slotB);
    Genotype loser = population.get(first ? slotB : slotA);
    if (tournament) {
      population.set(first ? slotB : slotA, winner.mutate(settings.mutation(), modules, random));
    }
    GenerationRecord record =
        new GenerationRecord(
            generation(), slotA, slotB, fitnessA, fitnessB, winner.pathway(), loser.pathway());
    history.add(record);
    return record;
  }

  @Override
  public int generation() {
    return history.size() + 1;
  }

  private int otherSlot(int slot) {
    int other = random.nextInt(population.size() - 1);
    return other < slot ? other : other + 1;
  }

  private double rate(int slot, double toReach) throws InterruptedException {
    Pathway pathway = population.get(slot).pathway();
    double fitness = contest.fitness(pathway);
    // A comparison with it would be false whatever the other one is, so that nothing ever wins.
    validState(
        !Double.isNaN(fitness),
        "The fitness in generation %s is not a number: the instances' weights are too large or too"
            + " different to be added; give weights near 1.",
        generation());
    if (fitness >= toReach) {
      best = pathway;
      bestFitness = fitness;
      contest.keepBest(pathway);
    }
    return fitness;
  }

  @Override
  public Pathway best() {
    return best;
  }

  @Override
  public List<Genotype> population() {
    return List.copyOf(population);
  }

  /**
   * Returns different pathways of the population, the fittest first, at most so many. A mutated
   * copy stands behind its parent until it is rated; what was never rated comes last.
   */
  @Override
  public List<Pathway> ranked(int most) {
    double[] fitness = new double[population.size()];
    Arrays.fill(fitness, Double.NEGATIVE_INFINITY);
    for (GenerationRecord record : history) {
      boolean first = record.firstWon();
      fitness[first ? record.slotB() : record.slotA()] = Math.nextDown(record.winnerFitness());
      fitness[first ? record.slotA() : record.slotB()] = record.winnerFitness();
    }
    return IntStream.range(0, fitness.length)
        .boxed()
        .sorted(Comparator.comparingDouble(slot -> -fitness[slot]))
        .map(slot -> population.get(slot).pathway())
        .distinct()
        .limit(most)
        .toList();
  }

  @Override
  public EvolutionTrace trace(double seconds) {
    return new EvolutionTrace(
        best, bestFitness, initialPopulation, Genotype.pathways(population), history, seconds);
  }
}
