package emotiontransfer.alexnet;

import emotiontransfer.file.FileBytes;
import emotiontransfer.layers.ImageShape;
import emotiontransfer.numeric.NativeBackend;
import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.exceptions.HdfException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
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
   * @param file Keras' HDF5 or Deeplearning4j's zip, distinguished by their first bytes
   * @throws IOException if the file cannot be read or holds another network, in one sentence
   */
  public static NetworkWeights read(Path file, AlexNetShape shape, long seed) throws IOException {
    List<LoadedLayer> layers;
    try {
      byte[] start = start(file);
      if (Arrays.equals(start, HDF5)) {
        layers = readKeras(file);
      } else if (Arrays.equals(start, ZIP)) {
        layers = readDl4j(file);
      } else {
        throw new IOException("is neither HDF5, as Keras writes it, nor a Deeplearning4j zip");
      }
      return fit(layers, shape, seed);
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      throw new IOException(
          ("Weights %s cannot be used: the file %s; give the weights of an AlexNet as Keras saves"
                  + " them (model.save('x.h5')) or Deeplearning4j (ModelSerializer).")
              .formatted(file, String.valueOf(e.getMessage()).replaceFirst("\\.$", "")),
          e);
    }
  }

  private static byte[] start(Path file) throws IOException {
    FileBytes.of(file.toFile());
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(HDF5.length);
    }
  }

  /**
   * Reads an HDF5 file of Keras: a whole model or its weights. Deeplearning4j's own import needs
   * HDF5's natives, which JavaCPP does not offer for this release, and it rejects a model with
   * layers that it does not know, as the normalisation of every AlexNet in Keras is.
   */
  private static List<LoadedLayer> readKeras(Path file) throws IOException {
    try (HdfFile hdf = new HdfFile(file)) {
      Group root = hdf.getChild("model_weights") instanceof Group inner ? inner : hdf;
      List<LoadedLayer> layers = new ArrayList<>();
      for (String name : names(root, "layer_names")) {
        if (root.getChild(name) instanceof Group group) {
          List<String> arrays = names(group, "weight_names");
          if (!arrays.isEmpty()) {
            layers.add(layer(name, group, arrays));
          }
        }
      }
      return layers;
    } catch (HdfException e) {
      throw new IOException("is no readable HDF5 (" + e.getMessage() + ")", e);
    }
  }

  private static List<String> names(Group group, String attribute) throws IOException {
    Attribute found = group.getAttribute(attribute);
    if (found == null) {
      String clause = "has no attribute '%s', by which Keras gives the order of the layers";
      throw new IOException(clause.formatted(attribute));
    }
    return found.getData() instanceof String[] texts ? List.of(texts) : List.of();
  }

  private static LoadedLayer layer(String name, Group group, List<String> arrays)
      throws IOException {
    Dataset kernel = dataset(name, group, arrays.get(0));
    int[] axes = kernel.getDimensions();
    if (arrays.size() > 2 || axes.length != 4 && axes.length != 2) {
      throw new IOException(
          "has a layer '" + name + "' that is neither convolution nor fully connected");
    }
    float[] biases = arrays.size() == 1 ? null : floats(name, dataset(name, group, arrays.get(1)));
    return new LoadedLayer(name, true, axes, floats(name, kernel), biases);
  }

  private static Dataset dataset(String layer, Group group, String path) throws IOException {
    if (group.getByPath(path) instanceof Dataset dataset) {
      return dataset;
    }
    throw new IOException("has no array '" + path + "' in its layer '" + layer + "'");
  }

  private static float[] floats(String layer, Dataset dataset) throws IOException {
    long bytes = Math.multiplyExact(dataset.getSize(), Float.BYTES);
    FileBytes.checkUnpacked(bytes, dataset.getFile().length());
    if (dataset.getDataFlat() instanceof float[] values) {
      return values;
    }
    throw new IOException("has other numbers than 32-bit floats in its layer '" + layer + "'");
  }

  /** Reads a zip that Deeplearning4j's ModelSerializer wrote of a MultiLayerNetwork. */
  private static List<LoadedLayer> readDl4j(Path file) throws IOException {
    WeightZip.check(file);
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
          INDArray biases = layer.getParam(DefaultParamInitializer.BIAS_KEY);
          layers.add(
              new LoadedLayer(
                  String.valueOf(layer.conf().getLayer().getLayerName()),
                  false,
                  Arrays.stream(weights.shape()).mapToInt(Math::toIntExact).toArray(),
                  weights.dup('c').data().asFloat(),
                  biases == null ? null : biases.dup('c').data().asFloat()));
        }
      }
    } finally {
      network.params().close();
    }
    return layers;
  }

  private static NetworkWeights fit(List<LoadedLayer> layers, AlexNetShape shape, long seed)
      throws IOException {
    int needed = AlexNetShape.WEIGHT_LAYERS - 1;
    if (layers.size() < needed) {
      String clause = "has %s layers with weights, but AlexNet has %s before its output";
      throw new IOException(clause.formatted(layers.size(), needed));
    }
    NetworkWeights weights = NetworkWeights.randomOutput(shape, seed);
    for (int layer = 0; layer < needed; layer++) {
      ImageShape sizes = shape.weightLayers().get(layer);
      boolean isDense = layer >= AlexNetShape.CONVOLUTIONS;
      layers.get(layer).checkFinite();
      layers.get(layer).copyTo(weights.layers().get(layer), sizes, isDense);
    }
    return weights;
  }
}
