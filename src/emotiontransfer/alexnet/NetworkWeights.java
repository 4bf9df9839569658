package emotiontransfer.alexnet;

import emotiontransfer.layers.ImageShape;
import emotiontransfer.layers.LayerWeights;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.lang3.Validate;

/** The weights of all {@value AlexNetShape#WEIGHT_LAYERS} layers of a network, the output last. */
public record NetworkWeights(AlexNetShape shape, List<LayerWeights> layers)
    implements AutoCloseable {

  static NetworkWeights zeros(AlexNetShape shape) {
    return new NetworkWeights(
        shape,
        shape.weightLayers().stream()
            .map(layer -> LayerWeights.zeros(layer.filters(), layer.fanIn()))
            .toList());
  }

  /** Draws weights as He et al. (2015) do; biases are 0. */
  public static NetworkWeights random(AlexNetShape shape, long seed) {
    return new NetworkWeights(
        shape,
        IntStream.range(0, AlexNetShape.WEIGHT_LAYERS)
            .mapToObj(layer -> random(shape, layer, seed))
            .toList());
  }

  private static LayerWeights random(AlexNetShape shape, int layer, long seed) {
    // A generator for each layer, so that another number of classes leaves the other layers alone.
    SplittableRandom random = new SplittableRandom(seed * AlexNetShape.WEIGHT_LAYERS + layer);
    ImageShape sizes = shape.weightLayers().get(layer);
    return LayerWeights.random(sizes.filters(), sizes.fanIn(), random);
  }

  /**
   * Returns a copy with a new output layer for another task.
   *
   * @throws IllegalArgumentException if the task asks for other sizes
   */
  public NetworkWeights forTask(AlexNetShape task, long seed) {
    Validate.isTrue(
        shape.withClasses(task.classes()).equals(task),
        "a network of %s cannot become one of %s; use its -input-size and -width",
        shape,
        task);
    NetworkWeights copy =
        new NetworkWeights(task, layers.stream().map(LayerWeights::copy).toList());
    return copy.withRandomOutput(seed);
  }

  /** Replaces the output layer. */
  NetworkWeights withRandomOutput(long seed) {
    int output = layers.size() - 1;
    layers.get(output).close();
    List<LayerWeights> replaced = new ArrayList<>(layers);
    replaced.set(output, random(shape, output, seed));
    return new NetworkWeights(shape, List.copyOf(replaced));
  }

  @Override
  public void close() {
    layers.forEach(LayerWeights::close);
  }
}
