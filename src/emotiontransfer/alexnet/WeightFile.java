package emotiontransfer.alexnet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

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
        layers = Dl4jWeights.read(file);
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
