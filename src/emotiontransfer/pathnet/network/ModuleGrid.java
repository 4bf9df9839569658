package emotiontransfer.pathnet.network;

import emotiontransfer.frames.Extent;
import emotiontransfer.pathnet.network.ModuleKind.Parameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** The weights and biases of all modules of all layers, in the order of their kind. */
public final class ModuleGrid {

  private final PathNetShape shape;
  private final ModuleKind kind;
  private final List<ModulePlace> places;
  private final float[][][] weights;
  private final float[][][] biases;

  private ModuleGrid(PathNetShape shape, ModuleKind kind) {
    this.shape = shape;
    this.kind = kind;
    this.places = places(shape, kind);
    this.weights = new float[shape.layers()][shape.modules()][];
    this.biases = new float[shape.layers()][shape.modules()][];
    for (ModulePlace place : places) {
      for (int module = 0; module < shape.modules(); module++) {
        weights[place.layer()][module] = new float[kind.weights(place)];
        biases[place.layer()][module] = new float[place.output().channels()];
      }
    }
  }

  private static List<ModulePlace> places(PathNetShape shape, ModuleKind kind) {
    List<ModulePlace> places = new ArrayList<>();
    Extent input = Extent.flat(shape.inputs());
    for (int layer = 0; layer < shape.layers(); layer++) {
      Extent own = kind.input(layer, input);
      Extent output = kind.output(layer, own, shape.neurons());
      places.add(new ModulePlace(layer, own, output));
      input = output;
    }
    return List.copyOf(places);
  }

  /** Returns a grid of zeros. */
  public static ModuleGrid zeros(PathNetShape shape, ModuleKind kind) {
    return new ModuleGrid(shape, kind);
  }

  /** Returns a grid whose weights are drawn anew from the seeded generator. */
  public static ModuleGrid random(PathNetShape shape, ModuleKind kind, RandomGenerator random) {
    ModuleGrid grid = zeros(shape, kind);
    for (ModulePlace place : grid.places) {
      for (float[] module : grid.weights[place.layer()]) {
        kind.initialize(module, place, random);
      }
    }
    return grid;
  }

  /**
   * Returns the number of weights and biases of a grid without making it: 4,932,400 for the paper's
   * grid of linear modules.
   */
  public static long parameters(PathNetShape shape, ModuleKind kind) {
    return places(shape, kind).stream()
        .mapToLong(place -> Math.multiplyExact((long) shape.modules(), parameters(kind, place)))
        .reduce(0, Math::addExact);
  }

  private static long parameters(ModuleKind kind, ModulePlace place) {
    return (long) kind.weights(place) + place.output().channels();
  }

  /** Returns the number of channels that each layer of a grid puts out, without making it. */
  public static List<Integer> channels(PathNetShape shape, ModuleKind kind) {
    return places(shape, kind).stream().map(place -> place.output().channels()).toList();
  }

  /** Returns the number of weights and biases of some modules: 986,480 for a full pathway. */
  public long parameters(Pathway pathway) {
    return places.stream()
        .mapToLong(place -> pathway.modules(place.layer()).size() * parameters(kind, place))
        .sum();
  }

  public PathNetShape shape() {
    return shape;
  }

  public ModuleKind kind() {
    return kind;
  }

  /** Returns where the modules of a layer stand. */
  public ModulePlace place(int layer) {
    return places.get(layer);
  }

  /** Returns the number of values that go into the head. */
  public int outputs() {
    return place(shape.layers() - 1).output().size();
  }

  /** Returns the number of channels of the last layer. */
  public int lastChannels() {
    return place(shape.layers() - 1).output().channels();
  }

  /** Returns a zero head that fits this grid and its task. */
  public Head head() {
    return Head.zeros(outputs(), shape.classes());
  }

  /** Returns the stored parameters of a module, not a copy. */
  public Parameters parameters(int layer, int module) {
    return new Parameters(weights[layer][module], biases[layer][module]);
  }

  /** Returns the stored weights of a module, not a copy. */
  public float[] weights(int layer, int module) {
    return weights[layer][module];
  }

  /** Returns the stored weights of all modules of a layer, not a copy. */
  public float[][] weights(int layer) {
    return weights[layer];
  }

  /** Returns the stored biases of a module, not a copy. */
  public float[] biases(int layer, int module) {
    return biases[layer][module];
  }

  /** Copies parameters into a module. */
  public void set(int layer, int module, Parameters values) {
    float[] source = values.weights();
    System.arraycopy(source, 0, weights[layer][module], 0, source.length);
    System.arraycopy(values.biases(), 0, biases[layer][module], 0, values.biases().length);
  }

  /** Copies modules of another grid of the same dimensions into this one, to the same places. */
  public void copy(ModuleGrid other, Pathway modules) {
    copy(other, modules, 0);
  }

  /** Copies modules of the layers above the first. */
  public void copyUpper(ModuleGrid other, Pathway modules) {
    copy(other, modules, 1);
  }

  /** Copies the weights of all modules of the first layer, but not their biases. */
  public void copyFirst(ModuleGrid other) {
    for (int module = 0; module < shape.modules(); module++) {
      System.arraycopy(
          other.weights[0][module], 0, weights[0][module], 0, weights[0][module].length);
    }
  }

  private void copy(ModuleGrid other, Pathway modules, int lowest) {
    for (int layer = lowest; layer < shape.layers(); layer++) {
      for (int module : modules.modules(layer)) {
        copyModule(other, layer, module, module);
      }
    }
  }

  /** Copies one module of another grid to a place of the same layer in this one. */
  public void copyModule(ModuleGrid other, int layer, int from, int to) {
    set(layer, to, other.parameters(layer, from));
  }

  /** Returns whether two modules of two grids have the same bits. */
  public boolean sameModule(ModuleGrid other, int layer, int module) {
    return Arrays.equals(weights[layer][module], other.weights[layer][module])
        && Arrays.equals(biases[layer][module], other.biases[layer][module]);
  }

  /** Returns a hash of every bit of some modules, to assert that training left them alone. */
  public int bitHash(Pathway modules) {
    int hash = 1;
    for (int layer = 0; layer < shape.layers(); layer++) {
      for (int module : modules.modules(layer)) {
        hash = 31 * hash + Arrays.hashCode(weights[layer][module]);
        hash = 31 * hash + Arrays.hashCode(biases[layer][module]);
      }
    }
    return hash;
  }
}
