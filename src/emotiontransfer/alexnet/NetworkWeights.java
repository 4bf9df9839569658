package emotiontransfer.alexnet;

import emotiontransfer.layers.ImageShape;
import emotiontransfer.layers.LayerWeights;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The weights of all {@value AlexNetShape#WEIGHT_LAYERS} layers of a network, the output last. */
public record NetworkWeights(AlexNetShape shape, List<LayerWeights> layers)
    implements AutoCloseable {

  private static final int OUTPUT = AlexNetShape.WEIGHT_LAYERS - 1;

  private static NetworkWeights of(AlexNetShape shape, IntFunction<LayerWeights> layer) {
    return new NetworkWeights(shape, IntStream.rangeClosed(0, OUTPUT).mapToObj(layer).toList());
  }

  static NetworkWeights zeros(AlexNetShape shape) {
    return of(shape, layer -> zeros(shape, layer));
  }

  private static LayerWeights zeros(AlexNetShape shape, int layer) {
    ImageShape sizes = shape.weightLayers().get(layer);
    return LayerWeights.zeros(sizes.filters(), sizes.fanIn());
  }

  /** Draws weights as He et al. (2015) do; biases are 0. */
  public static NetworkWeights random(AlexNetShape shape, long seed) {
    return of(shape, layer -> random(shape, layer, seed));
  }

  private static LayerWeights random(AlexNetShape shape, int layer, long seed) {
    // A generator for each layer, so that another number of classes leaves the other layers alone.
    SplittableRandom random = new SplittableRandom(seed * AlexNetShape.WEIGHT_LAYERS + layer);
    ImageShape sizes = shape.weightLayers().get(layer);
    return LayerWeights.random(sizes.filters(), sizes.fanIn(), random);
  }

  /** Returns zeros with a random output layer. */
  static NetworkWeights randomOutput(AlexNetShape shape, long seed) {
    return of(shape, i -> i == OUTPUT ? random(shape, i, seed) : zeros(shape, i));
  }

  /** Returns a copy with a random output layer for a task that differs in its classes alone. */
  public NetworkWeights forTask(AlexNetShape task, long seed) {
    return of(task, i -> i == OUTPUT ? random(task, i, seed) : layers.get(i).copy());
  }

  @Override
  public void close() {
    layers.forEach(LayerWeights::close);
  }
}
