package emotiontransfer.pathnet.evolution;

import emotiontransfer.pathnet.network.PathNetShape;
import emotiontransfer.pathnet.network.Pathway;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An N x L matrix of genes, each the index of a module of its layer.
 *
 * <p>Genes of a layer may be equal: the pathway then has fewer modules there, but the gene itself
 * lives on and can move away by a later mutation, so that a pathway that shrank can grow again.
 *
 * @param genes {@code [layers][maxActive]}
 */
public record Genotype(List<List<Integer>> genes) {

  /** Draws every gene uniformly. */
  public static Genotype random(PathNetShape shape, RandomGenerator random) {
    Supplier<Integer> gene = () -> random.nextInt(shape.modules());
    Supplier<List<Integer>> layer = () -> Stream.generate(gene).limit(shape.maxActive()).toList();
    return new Genotype(Stream.generate(layer).limit(shape.layers()).toList());
  }

  /**
   * Returns the genotype of a pathway, or of the first modules of its layers that are too many.
   *
   * @param pathway with a module in every layer
   */
  public static Genotype of(Pathway pathway, int maxActive) {
    IntFunction<List<Integer>> layer =
        l -> {
          List<Integer> modules = pathway.modules(l);
          return IntStream.range(0, maxActive)
              .mapToObj(gene -> modules.get(gene % modules.size()))
              .toList();
        };
    return new Genotype(IntStream.range(0, pathway.layers().size()).mapToObj(layer).toList());
  }

  /** Returns a mutated copy for a grid of so many modules in a layer. */
  public Genotype mutate(Mutation mutation, int modules, RandomGenerator random) {
    UnaryOperator<Integer> mutate =
        gene -> {
          if (random.nextDouble() >= mutation.probability()) {
            return gene;
          }
          int step = random.nextInt(2 * mutation.shift() + 1) - mutation.shift();
          return mutation.boundary().apply(gene + step, modules);
        };
    return new Genotype(genes.stream().map(layer -> layer.stream().map(mutate).toList()).toList());
  }

  /** Returns the distinct modules that this genotype activates: one to N modules a layer. */
  public Pathway pathway() {
    return new Pathway(genes);
  }

  static List<Pathway> pathways(List<Genotype> population) {
    return population.stream().map(Genotype::pathway).toList();
  }
}
