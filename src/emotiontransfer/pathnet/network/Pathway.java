package emotiontransfer.pathnet.network;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A set of modules of each layer: what a genotype expresses, what a source has frozen, or the union
 * of both.
 *
 * @param layers ascending, distinct module indices (from 0) of each layer; a layer may be empty
 */
public record Pathway(List<List<Integer>> layers) implements Serializable {

  /** Sorts the modules of each layer and drops duplicates. */
  public Pathway {
    layers = layers.stream().map(layer -> List.copyOf(new TreeSet<>(layer))).toList();
  }

  /**
   * Returns a pathway without any module.
   *
   * @param layers number of layers
   */
  public static Pathway empty(int layers) {
    List<List<Integer>> none = new ArrayList<>();
    for (int i = 0; i < layers; i++) {
      none.add(List.of());
    }
    return new Pathway(none);
  }

  /** Returns all modules of a grid: every module of every layer. */
  public static Pathway all(PathNetShape shape) {
    List<Integer> modules = IntStream.range(0, shape.modules()).boxed().toList();
    return new Pathway(Collections.nCopies(shape.layers(), modules));
  }

  /**
   * Returns the modules of one layer.
   *
   * @param layer from 0
   * @return ascending indices
   */
  public List<Integer> modules(int layer) {
    return layers.get(layer);
  }

  /** Returns the number of modules over all layers. */
  public int size() {
    return layers.stream().mapToInt(List::size).sum();
  }

  /**
   * Returns whether a module belongs to this pathway.
   *
   * @param layer from 0
   * @param module from 0
   * @return true if it does
   */
  public boolean contains(int layer, int module) {
    return layers.get(layer).contains(module);
  }

  /**
   * Returns the modules that are in this pathway, in the other one, or in both.
   *
   * @param other with the same number of layers
   */
  public Pathway union(Pathway other) {
    List<List<Integer>> all = new ArrayList<>();
    for (int layer = 0; layer < layers.size(); layer++) {
      List<Integer> both = new ArrayList<>(modules(layer));
      both.addAll(other.modules(layer));
      all.add(both);
    }
    return new Pathway(all);
  }

  /**
   * Returns the modules that are in both pathways.
   *
   * @param other with the same number of layers
   */
  public Pathway intersection(Pathway other) {
    List<List<Integer>> common = new ArrayList<>();
    for (int layer = 0; layer < layers.size(); layer++) {
      List<Integer> both = new ArrayList<>(modules(layer));
      both.retainAll(other.modules(layer));
      common.add(both);
    }
    return new Pathway(common);
  }

  /**
   * Returns the modules of this pathway that are not in another one.
   *
   * @param other with the same number of layers
   * @return the difference
   */
  public Pathway minus(Pathway other) {
    List<List<Integer>> rest = new ArrayList<>();
    for (int layer = 0; layer < layers.size(); layer++) {
      List<Integer> kept = new ArrayList<>(modules(layer));
      kept.removeAll(other.modules(layer));
      rest.add(kept);
    }
    return new Pathway(rest);
  }

  /** Returns the layers in braces, for example {@code {2,3,11} {0,7} {5}}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (List<Integer> layer : layers) {
      text.append(text.isEmpty() ? "{" : " {");
      text.append(String.join(",", layer.stream().map(String::valueOf).toList())).append('}');
    }
    return text.toString();
  }
}
