package emotiontransfer.alexnet;

import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.exceptions.HdfException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Weights in an HDF5 file of Keras: a whole model or its weights. Deeplearning4j's own import needs
 * HDF5's natives, which JavaCPP does not offer for this release, and it rejects a model with layers
 * that it does not know, as the normalisation of every AlexNet in Keras is.
 */
final class KerasWeights {

  private KerasWeights() {}

  static List<LoadedLayer> read(Path file) throws IOException {
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
      throw new IOException(
          "has no attribute '" + attribute + "', by which Keras gives the order of the layers");
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
    if (dataset.getDataFlat() instanceof float[] values) {
      return values;
    }
    throw new IOException("has other numbers than 32-bit floats in its layer '" + layer + "'");
  }
}
