package emotiontransfer.pathnet.evolution;

import emotiontransfer.pathnet.network.PathNetShape;
import emotiontransfer.pathnet.network.Pathway;
import java.io.Serializable;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * An N x L matrix of genes, each the index of a module of its layer.
 *
 * <p>Genes of a layer may be equal: the pathway then has fewer modules there, but the gene itself
 * lives on and can move away by a later mutation, so that a pathway that shrank can grow again.
 */
public final class Genotype implements Serializable {

  private static final long serialVersionUID = 1L;

  private final int[][] genes;

  /** Copies a matrix of genes, {@code [layers][maxActive]}. */
  public Genotype(int[][] genes) {
    this.genes = copy(genes);
  }

  /** Draws every gene uniformly. */
  public static Genotype random(PathNetShape shape, RandomGenerator random) {
    int[][] genes = new int[shape.layers()][shape.maxActive()];
    for (int[] layer : genes) {
      for (int i = 0; i < layer.length; i++) {
        layer[i] = random.nextInt(shape.modules());
      }
    }
    return new Genotype(genes);
  }

  /** Returns a mutated copy for a grid of so many modules in a layer. */
  public Genotype mutate(Mutation mutation, int modules, RandomGenerator random) {
    int[][] mutated = copy(genes);
    for (int[] layer : mutated) {
      for (int i = 0; i < layer.length; i++) {
        if (random.nextDouble() < mutation.probability()) {
          int step = random.nextInt(2 * mutation.shift() + 1) - mutation.shift();
          layer[i] = mutation.boundary().apply(layer[i] + step, modules);
        }
      }
    }
    return new Genotype(mutated);
  }

  /** Returns the distinct modules that this genotype activates: one to N modules a layer. */
  public Pathway pathway() {
    return new Pathway(
        Arrays.stream(genes).map(layer -> Arrays.stream(layer).boxed().toList()).toList());
  }

  /** Returns the genes as a copy, {@code [layers][maxActive]}. */
  public int[][] genes() {
    return copy(genes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Genotype that && Arrays.deepEquals(genes, that.genes);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(genes);
  }

  @Override
  public String toString() {
    return Arrays.deepToString(genes);
  }

  private static int[][] copy(int[][] genes) {
    return Arrays.stream(genes).map(int[]::clone).toArray(int[][]::new);
  }
}
