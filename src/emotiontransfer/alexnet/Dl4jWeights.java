package emotiontransfer.alexnet;

import emotiontransfer.numeric.NativeBackend;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Weights in a zip that Deeplearning4j's ModelSerializer wrote of a MultiLayerNetwork. */
final class Dl4jWeights {

  private Dl4jWeights() {}

  static List<LoadedLayer> read(Path file) throws IOException {
    NativeBackend.ensureLoaded();
    MultiLayerNetwork network = restore(file);
    List<LoadedLayer> layers = new ArrayList<>();
    try {
      for (Layer layer : network.getLayers()) {
        INDArray weights = layer.getParam(DefaultParamInitializer.WEIGHT_KEY);
        if (weights != null) {
          layers.add(loaded(layer, weights));
        }
      }
    } finally {
      network.params().close();
    }
    return layers;
  }

  private static MultiLayerNetwork restore(Path file) throws IOException {
    try {
      return ModelSerializer.restoreMultiLayerNetwork(file.toFile(), false);
    } catch (RuntimeException e) {
      throw new IOException("is no network of Deeplearning4j (" + e.getMessage() + ")", e);
    }
  }

  private static LoadedLayer loaded(Layer layer, INDArray weights) {
    INDArray biases = layer.getParam(DefaultParamInitializer.BIAS_KEY);
    int[] axes = Arrays.stream(weights.shape()).mapToInt(Math::toIntExact).toArray();
    return new LoadedLayer(
        String.valueOf(layer.conf().getLayer().getLayerName()),
        LoadedLayer.Order.CHANNELS_FIRST,
        axes,
        weights.dup('c').data().asFloat(),
        biases == null ? null : biases.dup('c').data().asFloat());
  }
}
