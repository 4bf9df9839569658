package emotiontransfer.pathnet.evolution;

import emotiontransfer.pathnet.network.PathNetShape;
import emotiontransfer.pathnet.network.Pathway;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * The binary tournament of pathways, after Harvey's microbial genetic algorithm (paper, section
 * 3.3.2; notes, questions 1 to 3).
 *
 * <p>A generation picks two different slots, trains both pathways, and puts a mutated copy of the
 * better one into the slot of the worse one; the winner stays as it is. On a tie the first
 * contestant wins.
 */
public final class Evolution {

  /** Trains and rates pathways. */
  public interface Contest {

    /** Trains a pathway and returns its fitness. */
    double fitness(Pathway pathway) throws InterruptedException;

    /** Keeps the parameters of the pathway that was rated last, as the best so far. */
    void keepBest(Pathway pathway);
  }

  private final EvolutionSettings settings;
  private final boolean tournament;
  private final PathNetShape shape;
  private final Random random;
  private final Contest contest;
  private final List<Genotype> population = new ArrayList<>();
  private final List<Pathway> initialPopulation;
  private final List<GenerationRecord> history = new ArrayList<>();
  private Pathway best;
  private double bestFitness = Double.NEGATIVE_INFINITY;

  /** Begins an evolution with a random population. */
  public Evolution(EvolutionSettings settings, PathNetShape shape, Random random, Contest contest) {
    this(settings, shape, random, contest, randomPopulation(settings, shape, random), null);
  }

  /** Continues an evolution where it stopped; all settings but its end must be the same. */
  public Evolution(
      EvolutionSettings settings,
      PathNetShape shape,
      Random random,
      Contest contest,
      List<Genotype> population,
      EvolutionTrace traceOrNull) {
    this.settings = settings;
    this.tournament = settings.kind() == EvolutionKind.TOURNAMENT;
    this.shape = shape;
    this.random = random;
    this.contest = contest;
    this.population.addAll(population);
    this.initialPopulation = traceOrNull == null ? pathways() : traceOrNull.initialPopulation();
    if (traceOrNull != null) {
      history.addAll(traceOrNull.history());
      best = traceOrNull.best();
      bestFitness = traceOrNull.bestFitness();
    }
  }

  private static List<Genotype> randomPopulation(
      EvolutionSettings settings, PathNetShape shape, Random random) {
    int size = settings.kind() == EvolutionKind.TOURNAMENT ? settings.population() : 1;
    return Stream.generate(() -> Genotype.random(shape, random)).limit(size).toList();
  }

  /** Returns whether the generations are used up or the wanted fitness is reached. */
  public boolean isDone() {
    return history.size() >= settings.generations() || bestFitness >= settings.stopFitness();
  }

  /** Runs one generation. */
  public GenerationRecord next() throws InterruptedException {
    int slotA = tournament ? random.nextInt(population.size()) : 0;
    int slotB = tournament ? otherSlot(slotA) : 0;
    double fitnessA = rate(slotA, bestFitness);
    // The second contestant is the winner, and so can be the best, only if it beats the first.
    double fitnessB = rate(slotB, Math.max(bestFitness, Math.nextUp(fitnessA)));
    boolean first = fitnessA >= fitnessB;
    Genotype winner = population.get(first ? slotA : slotB);
    Genotype loser = population.get(first ? slotB : slotA);
    if (tournament) {
      Genotype mutant = winner.mutate(settings.mutation(), shape.modules(), random);
      population.set(first ? slotB : slotA, mutant);
    }
    GenerationRecord record =
        new GenerationRecord(
            history.size() + 1,
            slotA,
            slotB,
            fitnessA,
            fitnessB,
            winner.pathway(),
            loser.pathway());
    history.add(record);
    return record;
  }

  /** Returns the number of the generation that runs or comes next, from 1. */
  public int generation() {
    return history.size() + 1;
  }

  /** Returns the number of the generation that {@link #best} won with its highest fitness. */
  public int bestGeneration() {
    int last = history.size() - 1;
    while (last >= 0 && history.get(last).winnerFitness() != bestFitness) {
      last--;
    }
    return last + 1;
  }

  private int otherSlot(int slot) {
    int other = random.nextInt(population.size() - 1);
    return other < slot ? other : other + 1;
  }

  private double rate(int slot, double toReach) throws InterruptedException {
    Pathway pathway = population.get(slot).pathway();
    double fitness = contest.fitness(pathway);
    if (fitness >= toReach) {
      best = pathway;
      bestFitness = fitness;
      contest.keepBest(pathway);
    }
    return fitness;
  }

  /** Returns the winner with the highest fitness; of equals the latest, which learnt longest. */
  public Pathway best() {
    return best;
  }

  public double bestFitness() {
    return bestFitness;
  }

  public List<Pathway> initialPopulation() {
    return initialPopulation;
  }

  public List<Pathway> pathways() {
    return population.stream().map(Genotype::pathway).toList();
  }

  public List<Genotype> population() {
    return List.copyOf(population);
  }

  public List<GenerationRecord> history() {
    return List.copyOf(history);
  }
}
