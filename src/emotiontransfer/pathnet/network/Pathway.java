package emotiontransfer.pathnet.network;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A set of modules of each layer: what a genotype expresses, what a source has frozen, or the union
 * of both.
 *
 * @param layers ascending, distinct module indices (from 0) of each layer; a layer may be empty
 */
public record Pathway(List<List<Integer>> layers) {

  /** Sorts the modules of each layer and drops duplicates. */
  public Pathway {
    layers = layers.stream().map(layer -> List.copyOf(new TreeSet<>(layer))).toList();
  }

  /** Returns a pathway without any module. */
  public static Pathway empty(int layers) {
    return new Pathway(Collections.nCopies(layers, List.of()));
  }

  /** Returns all modules of a grid: every module of every layer. */
  public static Pathway all(PathNetShape shape) {
    List<Integer> modules = IntStream.range(0, shape.modules()).boxed().toList();
    return new Pathway(Collections.nCopies(shape.layers(), modules));
  }

  /** Returns the modules of a layer (from 0): ascending indices. */
  public List<Integer> modules(int layer) {
    return layers.get(layer);
  }

  /** Returns the number of modules over all layers. */
  public int size() {
    return layers.stream().mapToInt(List::size).sum();
  }

  public boolean contains(int layer, int module) {
    return layers.get(layer).contains(module);
  }

  /** Returns the modules that are in this pathway, in the other one, or in both. */
  public Pathway union(Pathway other) {
    return combine(other, List::addAll);
  }

  /** Returns the modules that are in both pathways. */
  public Pathway intersection(Pathway other) {
    return combine(other, List::retainAll);
  }

  /** Returns the modules of this pathway that are not in another one. */
  public Pathway minus(Pathway other) {
    return combine(other, List::removeAll);
  }

  private Pathway combine(Pathway other, BiConsumer<List<Integer>, List<Integer>> operation) {
    List<List<Integer>> combined = new ArrayList<>();
    for (int layer = 0; layer < layers.size(); layer++) {
      List<Integer> modules = new ArrayList<>(modules(layer));
      operation.accept(modules, other.modules(layer));
      combined.add(modules);
    }
    return new Pathway(combined);
  }

  /** Returns the layers in braces, for example {@code {2,3,11} {0,7} {5}}. */
  @Override
  public String toString() {
    return layers.stream()
        .map(
            layer -> layer.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}")))
        .collect(Collectors.joining(" "));
  }
}
