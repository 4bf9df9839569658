package emotiontransfer.pathnet;

import emotiontransfer.pathnet.evolution.ClassTrace;
import emotiontransfer.pathnet.evolution.EvolutionTrace;
import emotiontransfer.pathnet.evolution.Genotype;
import emotiontransfer.pathnet.evolution.Pathways;
import emotiontransfer.pathnet.network.Head;
import emotiontransfer.pathnet.network.PathNetShape;
import emotiontransfer.pathnet.sequence.OptimizerStates;
import emotiontransfer.pathnet.training.TrainedHead;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * The populations that an evolution begins with: one, or one for each class that has data.
 *
 * @param genotypes population by population
 * @param classHeads of the classes that have a population, with two outputs each
 */
record Populations(List<Genotype> genotypes, List<TrainedHead> classHeads, EvolutionTrace trace) {

  /**
   * Draws the one population, or head and population class by class.
   *
   * @param first genotype of each population, where it is not drawn
   */
  static Populations draw(
      LearnerSettings settings,
      PathNetShape shape,
      int headInputs,
      int[] labels,
      Optional<Genotype> first,
      RandomGenerator random) {
    Supplier<List<Genotype>> draw =
        () -> {
          List<Genotype> population =
              new ArrayList<>(settings.evolution().randomPopulation(shape, random));
          first.ifPresent(genotype -> population.set(0, genotype));
          return population;
        };
    if (settings.pathways() == Pathways.ONE) {
      List<Genotype> population = draw.get();
      return new Populations(population, List.of(), EvolutionTrace.begin(population));
    }
    List<Genotype> genotypes = new ArrayList<>();
    List<TrainedHead> heads = new ArrayList<>();
    List<ClassTrace> traces = new ArrayList<>();
    for (int label : IntStream.of(labels).distinct().sorted().toArray()) {
      Head head = Head.random(headInputs, 2, random);
      boolean optimized = settings.sequences().isPresent();
      heads.add(new TrainedHead(head, optimized ? OptimizerStates.begin(head) : List.of()));
      List<Genotype> population = draw.get();
      genotypes.addAll(population);
      traces.add(new ClassTrace(label, EvolutionTrace.begin(population)));
    }
    return new Populations(genotypes, heads, EvolutionTrace.beginClasses(traces));
  }
}
