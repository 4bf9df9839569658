package emotiontransfer.pathnet.evolution;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import emotiontransfer.pathnet.network.PathNetShape;
import emotiontransfer.pathnet.network.Pathway;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.Test;

/** The order of the passes of a generation, and what it keeps. */
public class ClassEvolutionTest {

  private static final PathNetShape SHAPE = new PathNetShape(2, 2, 6, 3, 2, 2);

  private final List<String> passes = new ArrayList<>();
  private final List<Pathway> kept = new ArrayList<>();
  private final Random random = new Random(5);
  private double together;

  private Evolution.Contest contest(String name) {
    return new Evolution.Contest() {

      @Override
      public double fitness(Pathway pathway) {
        passes.add(name);
        return name.isEmpty() ? together : pathway.modules(0).get(0) / 10.0;
      }

      @Override
      public void keepBest(Pathway pathway) {
        if (name.isEmpty()) {
          kept.add(pathway);
        }
      }
    };
  }

  private ClassEvolution evolution(int patience) {
    EvolutionSettings settings =
        new EvolutionSettings(
            4, 9, new Mutation(0.5, 2, Boundary.WRAP), EvolutionKind.TOURNAMENT, 1.1, patience);
    List<ClassTrace> traces = new ArrayList<>();
    List<Evolution> evolutions = new ArrayList<>();
    for (int label : new int[] {0, 3}) {
      List<Genotype> population = settings.randomPopulation(SHAPE, random);
      EvolutionTrace trace = EvolutionTrace.begin(population);
      traces.add(new ClassTrace(label, trace));
      evolutions.add(
          new Evolution(settings, 6, random, contest("class " + label), population, trace));
    }
    return new ClassEvolution(
        settings, evolutions, contest(""), EvolutionTrace.beginClasses(traces));
  }

  @Test
  public void aGenerationIsATournamentOfEachClassAndTwoPassesOfAll() throws Exception {
    ClassEvolution evolution = evolution(0);
    GenerationRecord record = evolution.next();
    assertEquals(List.of("class 0", "class 0", "class 3", "class 3", "", ""), passes);
    assertEquals(1, record.generation());
    EvolutionTrace trace = evolution.trace(0);
    assertEquals(
        trace.classes().get(0).trace().best().union(trace.classes().get(1).trace().best()),
        record.winner());
    assertEquals(List.of(0, 3), trace.classes().stream().map(ClassTrace::label).toList());
  }

  @Test
  public void theUnionWithTheHighestFitnessIsKeptOfEqualsTheLatest() throws Exception {
    ClassEvolution evolution = evolution(0);
    List<Pathway> unions = new ArrayList<>();
    for (double fitness : new double[] {0.4, 0.6, 0.5, 0.6, 0.3}) {
      together = fitness;
      unions.add(evolution.next().winner());
    }
    Pathway first = unions.get(0);
    Pathway second = unions.get(1);
    // Both passes of a generation have the same fitness here.
    assertEquals(List.of(first, first, second, second, unions.get(3), unions.get(3)), kept);
    assertEquals(unions.get(3), evolution.best());
    assertEquals(4, evolution.trace(0).bestGeneration());
    assertEquals(unions.get(3), evolution.trace(0).bestUntil(5));
    assertEquals(first, evolution.trace(0).bestUntil(1));
  }

  @Test
  public void patienceCountsGenerations() throws Exception {
    ClassEvolution evolution = evolution(2);
    for (double fitness : new double[] {0.4, 0.3, 0.3}) {
      assertTrue(!evolution.isDone());
      together = fitness;
      evolution.next();
    }
    assertTrue(evolution.isDone());
    assertEquals(3, evolution.trace(0).history().size());
  }
}
