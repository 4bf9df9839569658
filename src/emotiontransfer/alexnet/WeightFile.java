package emotiontransfer.alexnet;

import emotiontransfer.numeric.NativeBackend;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Reads the weights of an AlexNet that other software trained, for example on ImageNet. */
public final class WeightFile {

  private static final byte[] HDF5 = {(byte) 0x89, 'H', 'D', 'F'};
  private static final byte[] ZIP = {'P', 'K', 3, 4};

  private WeightFile() {}

  /**
   * Reads all layers but the output.
   *
   * @param file Keras' HDF5 ({@code .h5}) or Deeplearning4j's zip, distinguished by their first
   *     bytes
   * @param shape of the network that the weights must fit
   * @return the weights, for a network of that input size and width
   * @throws IOException if the file cannot be read or holds another network, in one sentence
   */
  public static InitialWeights read(Path file, AlexNetShape shape) throws IOException {
    byte[] start = start(file);
    List<LoadedLayer> layers;
    try {
      if (Arrays.equals(start, HDF5)) {
        layers = KerasWeights.read(file);
      } else if (Arrays.equals(start, ZIP)) {
        layers = readDl4j(file);
      } else {
        throw new IOException("is neither HDF5, as Keras writes it, nor a Deeplearning4j zip");
      }
      return InitialWeights.of(fit(layers, shape));
    } catch (IOException | RuntimeException e) {
      throw new IOException(
          "Weights "
              + file
              + " cannot be used: the file "
              + String.valueOf(e.getMessage()).replaceFirst("\\.$", "")
              + "; give the weights of an AlexNet as Keras saves them (model.save('x.h5')) or"
              + " Deeplearning4j (ModelSerializer).",
          e);
    }
  }

  private static byte[] start(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(HDF5.length);
    } catch (NoSuchFileException e) {
      throw new IOException("Weights " + file + " do not exist; check the option -weights.", e);
    }
  }

  /** Reads a zip that Deeplearning4j's ModelSerializer wrote of a MultiLayerNetwork. */
  private static List<LoadedLayer> readDl4j(Path file) throws IOException {
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

  private static NetworkWeights fit(List<LoadedLayer> layers, AlexNetShape shape)
      throws IOException {
    int needed = AlexNetShape.WEIGHT_LAYERS - 1;
    if (layers.size() < needed) {
      throw new IOException(
          "has "
              + layers.size()
              + " layers with weights, but AlexNet has "
              + needed
              + " before its output");
    }
    NetworkWeights weights = NetworkWeights.zeros(shape);
    try {
      for (int layer = 0; layer < needed; layer++) {
        layers.get(layer).copyTo(weights.layers().get(layer), shape, layer);
      }
      return weights;
    } catch (IOException | RuntimeException e) {
      weights.close();
      throw e;
    }
  }
}
