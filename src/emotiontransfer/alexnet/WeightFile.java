package emotiontransfer.alexnet;

import emotiontransfer.layers.ImageShape;
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
   * Reads all layers but the output, which is {@link NetworkWeights#random random}.
   *
   * @param file Keras' HDF5 ({@code .h5}) or Deeplearning4j's zip, distinguished by their first
   *     bytes
   * @throws IOException if the file cannot be read or holds another network, in one sentence
   */
  public static NetworkWeights read(Path file, AlexNetShape shape, long seed) throws IOException {
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
      return fit(layers, shape, seed);
    } catch (IOException | RuntimeException e) {
      throw new IOException(
          ("Weights %s cannot be used: the file %s; give the weights of an AlexNet as Keras saves"
                  + " them (model.save('x.h5')) or Deeplearning4j (ModelSerializer).")
              .formatted(file, String.valueOf(e.getMessage()).replaceFirst("\\.$", "")),
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
    MultiLayerNetwork network;
    try {
      network = ModelSerializer.restoreMultiLayerNetwork(file.toFile(), false);
    } catch (RuntimeException e) {
      throw new IOException("is no network of Deeplearning4j (" + e.getMessage() + ")", e);
    }
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

  private static LoadedLayer loaded(Layer layer, INDArray weights) {
    INDArray biases = layer.getParam(DefaultParamInitializer.BIAS_KEY);
    int[] axes = Arrays.stream(weights.shape()).mapToInt(Math::toIntExact).toArray();
    return new LoadedLayer(
        String.valueOf(layer.conf().getLayer().getLayerName()),
        false,
        axes,
        weights.dup('c').data().asFloat(),
        biases == null ? null : biases.dup('c').data().asFloat());
  }

  private static NetworkWeights fit(List<LoadedLayer> layers, AlexNetShape shape, long seed)
      throws IOException {
    int needed = AlexNetShape.WEIGHT_LAYERS - 1;
    if (layers.size() < needed) {
      throw new IOException(
          "has %d layers with weights, but AlexNet has %d before its output"
              .formatted(layers.size(), needed));
    }
    NetworkWeights weights = NetworkWeights.randomOutput(shape, seed);
    try {
      for (int layer = 0; layer < needed; layer++) {
        ImageShape sizes = shape.weightLayers().get(layer);
        boolean isDense = layer >= AlexNetShape.CONVOLUTIONS;
        layers.get(layer).copyTo(weights.layers().get(layer), sizes, isDense);
      }
      return weights;
    } catch (IOException | RuntimeException e) {
      weights.close();
      throw e;
    }
  }
}
