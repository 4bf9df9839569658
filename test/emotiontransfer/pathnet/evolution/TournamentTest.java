package emotiontransfer.pathnet.evolution;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import emotiontransfer.pathnet.network.PathNetShape;
import emotiontransfer.pathnet.network.Pathway;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.junit.Test;

/** The tournament, and the bugs that public PathNets have in it (notes on the paper). */
public class TournamentTest {

  private static final PathNetShape SHAPE = new PathNetShape(10, 3, 20, 5, 4, 2);
  private static final Mutation ALWAYS = new Mutation(1.0, 2, Boundary.WRAP);

  private final List<Pathway> kept = new ArrayList<>();

  private Evolution evolution(int population, int generations, ToDoubleFunction<Pathway> fitness) {
    EvolutionSettings settings =
        new EvolutionSettings(population, generations, ALWAYS, EvolutionKind.TOURNAMENT, 1.1);
    return evolution(
        settings,
        3,
        new Evolution.Contest() {
          @Override
          public double fitness(Pathway pathway) {
            return fitness.applyAsDouble(pathway);
          }

          @Override
          public void keepBest(Pathway pathway) {
            kept.add(pathway);
          }
        });
  }

  private static Evolution evolution(
      EvolutionSettings settings, long seed, Evolution.Contest contest) {
    Random random = new Random(seed);
    List<Genotype> population = settings.randomPopulation(SHAPE, random);
    EvolutionTrace trace = EvolutionTrace.begin(population);
    return new Evolution(settings, SHAPE.modules(), random, contest, population, trace);
  }

  /** Weights of instances that overflow make it so; every comparison with it is false. */
  @Test
  public void aFitnessThatIsNoNumberEndsTheEvolution() {
    IllegalStateException rejection =
        assertThrows(IllegalStateException.class, evolution(4, 3, pathway -> Double.NaN)::next);
    assertTrue(
        rejection.getMessage(),
        rejection.getMessage().startsWith("The fitness in generation 1 is not a number"));
    assertEquals(List.of(), kept);
  }

  @Test
  public void onATieTheFirstContestantWinsAndTheOtherSlotGetsTheMutant() throws Exception {
    Evolution evolution = evolution(20, 50, pathway -> 0.5);
    for (int i = 0; i < 50; i++) {
      List<Genotype> before = evolution.population();
      GenerationRecord record = evolution.next();
      List<Genotype> after = evolution.population();
      assertEquals(before.get(record.slotA()), after.get(record.slotA()));
      assertEquals(before.get(record.slotA()).pathway(), record.winner());
      assertEquals(before.get(record.slotB()).pathway(), record.loser());
      assertNotEquals(before.get(record.slotB()), after.get(record.slotB()));
      assertIsMutantOf(before.get(record.slotA()), after.get(record.slotB()));
    }
  }

  private static void assertIsMutantOf(Genotype winner, Genotype mutant) {
    for (int layer = 0; layer < SHAPE.layers(); layer++) {
      for (int i = 0; i < SHAPE.maxActive(); i++) {
        int distance = Math.floorMod(gene(mutant, layer, i) - gene(winner, layer, i), 20);
        assertTrue(distance <= 2 || distance >= 18);
      }
    }
  }

  private static int gene(Genotype genotype, int layer, int i) {
    return genotype.genes().get(layer).get(i);
  }

  @Test
  public void contestantsAreTwoDifferentSlotsAndEverySlotIsDrawn() throws Exception {
    Evolution evolution = evolution(5, 400, pathway -> pathway.size() / 100.0);
    Set<Integer> drawn = new HashSet<>();
    while (!evolution.isDone()) {
      GenerationRecord record = evolution.next();
      assertNotEquals(record.slotA(), record.slotB());
      drawn.add(record.slotA() * 5 + record.slotB());
    }
    assertEquals("all ordered pairs of 5 slots", 20, drawn.size());
  }

  @Test
  public void theBetterContestantWinsWhicheverComesFirst() throws Exception {
    ToDoubleFunction<Pathway> byModules =
        pathway -> pathway.modules(0).stream().mapToInt(Integer::intValue).sum() / 100.0;
    Evolution evolution = evolution(8, 60, byModules);
    boolean secondWon = false;
    while (!evolution.isDone()) {
      List<Genotype> before = evolution.population();
      GenerationRecord record = evolution.next();
      int winner = record.fitnessB() > record.fitnessA() ? record.slotB() : record.slotA();
      int loser = winner == record.slotA() ? record.slotB() : record.slotA();
      secondWon |= winner == record.slotB();
      assertEquals(before.get(winner), evolution.population().get(winner));
      assertIsMutantOf(before.get(winner), evolution.population().get(loser));
      assertEquals(before.get(loser).pathway(), record.loser());
      assertEquals(winner == record.slotA(), record.firstWon());
      assertEquals(
          Math.max(record.fitnessA(), record.fitnessB()),
          byModules.applyAsDouble(record.winner()),
          0);
    }
    assertTrue(secondWon);
  }

  @Test
  public void theBestPathwayIsTheWinnerThatEarnedTheFitnessNotItsMutant() throws Exception {
    ToDoubleFunction<Pathway> byModules =
        pathway -> pathway.modules(2).stream().mapToInt(Integer::intValue).sum() / 100.0;
    Evolution evolution = evolution(8, 100, byModules);
    while (!evolution.isDone()) {
      evolution.next();
    }
    EvolutionTrace trace = evolution.trace(0);
    double highest =
        trace.history().stream().mapToDouble(GenerationRecord::winnerFitness).max().orElse(0);
    assertEquals(highest, trace.bestFitness(), 0);
    assertEquals(highest, byModules.applyAsDouble(evolution.best()), 0);
    assertEquals(evolution.best(), kept.get(kept.size() - 1));
  }

  @Test
  public void aLoserNeverBecomesTheBest() throws Exception {
    double[] fitness = {0.2, 0.9, 0.9, 0.95};
    int[] calls = {0};
    Evolution evolution = evolution(2, 2, pathway -> fitness[calls[0]++]);
    GenerationRecord first = evolution.next();
    assertEquals(first.winner(), evolution.best());
    GenerationRecord second = evolution.next();
    assertEquals(second.winner(), evolution.best());
    assertEquals(0.95, evolution.trace(0).bestFitness(), 0);
  }

  @Test
  public void evolutionEndsWhenTheWantedFitnessIsReached() throws Exception {
    EvolutionSettings settings =
        new EvolutionSettings(4, 100, ALWAYS, EvolutionKind.TOURNAMENT, 0.75);
    double[] fitness = {0.0};
    Evolution evolution =
        evolution(
            settings,
            1,
            new Evolution.Contest() {
              @Override
              public double fitness(Pathway pathway) {
                fitness[0] += 0.1;
                return fitness[0];
              }

              @Override
              public void keepBest(Pathway pathway) {}
            });
    int generations = 0;
    while (!evolution.isDone()) {
      evolution.next();
      generations++;
    }
    assertEquals(4, generations);
  }

  @Test
  public void mutatingOntoAnActiveModuleDoesNotShrinkThePathwayForGood() {
    Genotype collapsed =
        new Genotype(List.of(List.of(3, 3, 3, 3), List.of(1, 2, 3, 4), List.of(5, 6, 7, 8)));
    assertEquals(List.of(3), collapsed.pathway().modules(0));
    Random random = new Random(1);
    Genotype genotype = collapsed;
    int largest = 0;
    for (int i = 0; i < 20; i++) {
      genotype = genotype.mutate(ALWAYS, 20, random);
      largest = Math.max(largest, genotype.pathway().modules(0).size());
      assertEquals(4, genotype.genes().get(0).size());
    }
    assertEquals(4, largest);
  }

  @Test
  public void mutationWrapsOrClampsAtTheEndsOfTheRange() {
    assertEquals(19, Boundary.WRAP.apply(-1, 20));
    assertEquals(1, Boundary.WRAP.apply(21, 20));
    assertEquals(0, Boundary.CLAMP.apply(-2, 20));
    assertEquals(19, Boundary.CLAMP.apply(21, 20));
  }

  @Test
  public void genesMutateWithTheAskedProbabilityAndShift() {
    Genotype zeros = new Genotype(Collections.nCopies(3, Collections.nCopies(4, 0)));
    double probability = Mutation.paperProbability(SHAPE.maxActive(), SHAPE.layers());
    Mutation paper = new Mutation(probability, 2, Boundary.WRAP);
    assertEquals(1.0 / 12, paper.probability(), 0);
    Random random = new Random(5);
    int[] counts = new int[5];
    int trials = 20_000;
    for (int i = 0; i < trials; i++) {
      for (List<Integer> layer : zeros.mutate(paper, 20, random).genes()) {
        for (int gene : layer) {
          counts[Math.floorMod(gene + 2, 20)]++;
        }
      }
    }
    double drawn = trials * 12 * paper.probability() / 5;
    for (int shift : new int[] {0, 1, 3, 4}) {
      assertEquals(drawn, counts[shift], 4 * Math.sqrt(drawn));
    }
  }

  @Test
  public void genesNeverLeaveTheModulesOfTheGrid() {
    PathNetShape large = new PathNetShape(10, 3, 30, 5, 4, 2);
    Random random = new Random(2);
    Set<Integer> seen = new HashSet<>();
    for (int i = 0; i < 500; i++) {
      Genotype.random(large, random).pathway().layers().forEach(seen::addAll);
    }
    assertEquals("every module from 0 to 29, none beyond", 30, seen.size());
    assertFalse(seen.contains(30));
  }

  @Test
  public void theFixedControlTrainsOnePathwayTwiceAGeneration() throws Exception {
    Set<Pathway> trained = new HashSet<>();
    int[] calls = {0};
    Evolution fixed =
        evolution(
            new EvolutionSettings(20, 10, ALWAYS, EvolutionKind.FIXED, 1.1),
            3,
            new Evolution.Contest() {
              @Override
              public double fitness(Pathway pathway) {
                trained.add(pathway);
                return calls[0]++ / 100.0;
              }

              @Override
              public void keepBest(Pathway pathway) {}
            });
    while (!fixed.isDone()) {
      fixed.next();
    }
    assertEquals(1, trained.size());
    assertEquals(20, calls[0]);
  }

  @Test
  public void settingsOutOfRangeAreRejected() {
    assertEquals(
        "a tournament needs a population of at least 2, not 1",
        rejection(1, 10, EvolutionKind.TOURNAMENT));
    assertEquals("population must be at least 1, but is 0", rejection(0, 10, EvolutionKind.FIXED));
    assertEquals(
        "generations must be at least 1, but is 0", rejection(2, 0, EvolutionKind.TOURNAMENT));
  }

  @Test
  public void aGenotypeExpressesThePathwayThatItIsMadeOf() {
    Pathway pathway = new Pathway(List.of(List.of(1, 4, 7), List.of(3), List.of(0, 2)));
    Genotype genotype = Genotype.of(pathway, 4);
    assertEquals(
        List.of(List.of(1, 4, 7, 1), List.of(3, 3, 3, 3), List.of(0, 2, 0, 2)), genotype.genes());
    assertEquals(pathway, genotype.pathway());
    Pathway first = new Pathway(List.of(List.of(1, 4), List.of(3), List.of(0, 2)));
    assertEquals(first, Genotype.of(pathway, 2).pathway());
  }

  private static String rejection(int population, int generations, EvolutionKind kind) {
    return assertThrows(
            IllegalArgumentException.class,
            () -> new EvolutionSettings(population, generations, ALWAYS, kind, 1.1))
        .getMessage();
  }
}
