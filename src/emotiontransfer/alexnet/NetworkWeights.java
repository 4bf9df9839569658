package emotiontransfer.alexnet;

import emotiontransfer.layers.LayerWeights;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The weights of a whole network.
 *
 * @param shape of the network
 * @param layers {@value AlexNetShape#WEIGHT_LAYERS} layers, the output last
 */
public record NetworkWeights(AlexNetShape shape, List<LayerWeights> layers)
    implements AutoCloseable {

  public NetworkWeights {
    layers = List.copyOf(layers);
  }

  static NetworkWeights zeros(AlexNetShape shape) {
    List<LayerWeights> layers = new ArrayList<>();
    for (int layer = 0; layer < AlexNetShape.WEIGHT_LAYERS; layer++) {
      layers.add(LayerWeights.zeros(shape.outputs(layer), shape.fanIn(layer)));
    }
    return new NetworkWeights(shape, layers);
  }

  static NetworkWeights random(AlexNetShape shape, long seed) {
    List<LayerWeights> layers = new ArrayList<>();
    for (int layer = 0; layer < AlexNetShape.WEIGHT_LAYERS; layer++) {
      layers.add(random(shape, layer, seed));
    }
    return new NetworkWeights(shape, layers);
  }

  private static LayerWeights random(AlexNetShape shape, int layer, long seed) {
    // A generator for each layer, so that another number of classes leaves the other layers alone.
    SplittableRandom random = new SplittableRandom(seed * AlexNetShape.WEIGHT_LAYERS + layer);
    return LayerWeights.random(shape.outputs(layer), shape.fanIn(layer), random);
  }

  /** Returns a copy with a new output layer for a task of its own. */
  NetworkWeights forTask(int classes, long seed) {
    AlexNetShape task = shape.withClasses(classes);
    List<LayerWeights> copies = new ArrayList<>();
    for (LayerWeights layer : layers.subList(0, layers.size() - 1)) {
      copies.add(layer.copy());
    }
    copies.add(random(task, AlexNetShape.WEIGHT_LAYERS - 1, seed));
    return new NetworkWeights(task, copies);
  }

  @Override
  public void close() {
    layers.forEach(LayerWeights::close);
  }
}
