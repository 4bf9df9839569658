package emotiontransfer.alexnet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import emotiontransfer.layers.ImageShape;
import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * Weights in Keras' layout, number by number; Deeplearning4j's zip is read in {@link
 * ZooAlexNetTest}.
 */
public class WeightFileTest {

  /** 5, 13, 19, 19 and 13 filters, 205 neurons, images of 1 x 1 before them. */
  private static final AlexNetShape SHAPE = new AlexNetShape(59, 0.05, 2);

  /** As above with images of 2 x 2 before the neurons. */
  private static final AlexNetShape LARGER = new AlexNetShape(103, 0.05, 2);

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private static float[][][][] kernel(int size, int channels, int filters, Random random) {
    float[][][][] kernel = new float[size][size][channels][filters];
    for (float[][][] rows : kernel) {
      for (float[][] columns : rows) {
        for (float[] values : columns) {
          fill(values, random);
        }
      }
    }
    return kernel;
  }

  private static float[][] matrix(int inputs, int outputs, Random random) {
    float[][] matrix = new float[inputs][outputs];
    for (float[] values : matrix) {
      fill(values, random);
    }
    return matrix;
  }

  private static float[] fill(float[] values, Random random) {
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat();
    }
    return values;
  }

  /** A file as Keras lays it out; groups in the second convolution where asked for. */
  private record Keras(Object[] kernels, float[][] biases) {

    static Keras random(AlexNetShape shape, int groups) {
      Random random = new Random(5);
      Object[] kernels = new Object[AlexNetShape.WEIGHT_LAYERS];
      float[][] biases = new float[kernels.length][];
      for (int layer = 0; layer < kernels.length; layer++) {
        ImageShape sizes = shape.weightLayers().get(layer);
        int outputs = sizes.filters();
        biases[layer] = fill(new float[outputs], random);
        if (layer < AlexNetShape.CONVOLUTIONS) {
          int channels = sizes.channels() / (layer == 1 ? groups : 1);
          kernels[layer] = kernel(sizes.kernel(), channels, outputs, random);
        } else {
          kernels[layer] = matrix(sizes.fanIn(), outputs, random);
        }
      }
      return new Keras(kernels, biases);
    }

    Path write(Path file) throws IOException {
      try (WritableHdfFile hdf = HdfFile.write(file)) {
        WritableGroup model = hdf.putGroup("model_weights");
        String[] names = new String[kernels.length + 1];
        for (int i = 0; i < kernels.length; i++) {
          // In alphabetical order the layers would stand the other way round.
          names[i] = "layer" + (char) ('z' - i);
          WritableGroup group = model.putGroup(names[i]);
          WritableGroup inner = group.putGroup(names[i]);
          inner.putDataset("kernel:0", kernels[i]);
          inner.putDataset("bias:0", biases[i]);
          group.putAttribute(
              "weight_names", new String[] {names[i] + "/kernel:0", names[i] + "/bias:0"});
        }
        names[kernels.length] = "absent";
        model.putAttribute("layer_names", names);
      }
      return file;
    }
  }

  private static float[] numbers(NetworkWeights weights, int layer) {
    return weights.layers().get(layer).weights().get();
  }

  @Test
  public void kerasAxesBecomeOurs() throws Exception {
    Keras keras = Keras.random(LARGER, 1);
    Path file = keras.write(folder.getRoot().toPath().resolve("keras.h5"));
    try (NetworkWeights weights = WeightFile.read(file, LARGER, 1)) {
      float[][][][] third = (float[][][][]) keras.kernels()[2];
      // Filter 7, channel 4, row 2, column 1 of 13 channels of 3 x 3.
      assertEquals(third[2][1][4][7], numbers(weights, 2)[((7 * 13 + 4) * 3 + 2) * 3 + 1], 0);
      float[][] sixth = (float[][]) keras.kernels()[5];
      assertEquals(2, LARGER.weightLayers().get(5).size());
      // Keras flattens row 1, column 0, plane 9 of 13 to (1 * 2 + 0) * 13 + 9, we to (9 * 2 + 1) *
      // 2.
      assertEquals(sixth[35][100], numbers(weights, 5)[100 * 52 + 38], 0);
      float[][] seventh = (float[][]) keras.kernels()[6];
      assertEquals(seventh[3][44], numbers(weights, 6)[44 * 205 + 3], 0);
      assertEquals(keras.biases()[6][44], weights.layers().get(6).biases()[44], 0);
      assertEquals("a new output", 0, weights.layers().get(7).biases()[0], 0);
    }
  }

  @Test
  public void groupsOfAConvolutionGetZerosForTheOtherChannels() throws Exception {
    AlexNetShape even = new AlexNetShape(59, 0.0625, 2);
    Keras keras = Keras.random(even, 2);
    Path file = keras.write(folder.getRoot().toPath().resolve("groups.h5"));
    try (NetworkWeights weights = WeightFile.read(file, even, 1)) {
      float[][][][] second = (float[][][][]) keras.kernels()[1];
      float[] ours = numbers(weights, 1);
      // 16 filters of 6 channels, 5 x 5: filter 10 is of the second group, channels 3 to 5.
      assertEquals(second[4][2][1][10], ours[(10 * 6 + 3 + 1) * 25 + 4 * 5 + 2], 0);
      assertEquals(0, ours[(10 * 6 + 1) * 25 + 4 * 5 + 2], 0);
      assertEquals(second[4][2][1][3], ours[(3 * 6 + 1) * 25 + 4 * 5 + 2], 0);
    }
  }

  private static void assertRejected(Path file, String... expected) {
    String message =
        assertThrows(IOException.class, () -> WeightFile.read(file, SHAPE, 1)).getMessage();
    for (String words : expected) {
      assertTrue(message, message.contains(words));
    }
    assertTrue(message, message.contains(file.getFileName().toString()));
  }

  @Test
  public void otherNetworksAndFilesAreRejectedInOneSentence() throws Exception {
    Path root = folder.getRoot().toPath();
    Path wide = Keras.random(new AlexNetShape(59, 0.06, 2), 1).write(root.resolve("wide.h5"));
    assertRejected(wide, "11 x 11 x 3 x 6 in its layer 'layerz'", "5 filters of 3 x 11 x 11");
    assertRejected(Files.writeString(root.resolve("text.h5"), "no weights"), "neither HDF5");
    assertRejected(Files.write(root.resolve("empty.h5"), new byte[0]), "neither HDF5");
    Keras infinite = Keras.random(SHAPE, 1);
    infinite.biases()[2][1] = Float.NEGATIVE_INFINITY;
    Path weights = infinite.write(root.resolve("infinite.h5"));
    assertRejected(weights, "a weight of -Infinity in its layer 'layerx'");
    ((float[][]) infinite.kernels()[5])[3][2] = Float.NaN;
    infinite.biases()[2][1] = 0;
    assertRejected(infinite.write(weights), "a weight of NaN in its layer 'layeru'");
    byte[] half = new byte[2000];
    System.arraycopy(Files.readAllBytes(wide), 0, half, 0, half.length);
    assertRejected(Files.write(root.resolve("half.h5"), half), "cannot be used");
    byte[] zip = {'P', 'K', 3, 4, 0, 0};
    assertRejected(Files.write(root.resolve("broken.zip"), zip), "cannot be used");
    try (WritableHdfFile hdf = HdfFile.write(root.resolve("other.h5"))) {
      hdf.putDataset("x", new float[] {1});
    }
    assertRejected(root.resolve("other.h5"), "no attribute 'layer_names'");
    assertRejected(root.resolve("absent.h5"), "does not exist");
    assertRejected(root, "is a folder");
  }

  private Path zip(String name, Map<String, byte[]> entries) throws IOException {
    Path file = folder.getRoot().toPath().resolve(name);
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        out.putNextEntry(new ZipEntry(entry.getKey()));
        out.write(entry.getValue());
      }
    }
    return file;
  }

  /** Deeplearning4j would deserialize a preprocessor, and keep all entries in memory. */
  @Test
  public void aZipIsLookedThroughBeforeItIsRead() throws Exception {
    assertRejected(
        zip("object.zip", Map.of("preprocessor.bin", new byte[9])),
        "has the entry 'preprocessor.bin', which no weights need");
    byte[] random = new byte[2 << 20];
    new Random(1).nextBytes(random);
    assertRejected(
        zip("text.zip", Map.of("configuration.json", random)),
        "a configuration of more than 1048576 bytes");
    ByteBuffer claims = ByteBuffer.allocate(10 << 20);
    claims.putShort((short) 0).putLong(2).putShort((short) 4).put("LONG".getBytes(UTF_8));
    claims.putLong(1).putLong(1);
    claims.putShort((short) 0).putLong(1L << 40).putShort((short) 5).put("FLOAT".getBytes(UTF_8));
    assertRejected(
        zip("zeros.zip", Map.of("coefficients.bin", claims.array())),
        "unpacks to more than 50 times its size");
    assertRejected(
        zip("claims.zip", Map.of("coefficients.bin", Arrays.copyOf(claims.array(), 1000))),
        "1099511627776 weights are announced");
  }

  @Test
  public void weightsThatAreNotFiniteAreRejected() throws Exception {
    Keras keras = Keras.random(SHAPE, 1);
    keras.biases()[3][1] = Float.NaN;
    Path file = keras.write(folder.getRoot().toPath().resolve("nan.h5"));
    assertRejected(file, "has a weight of NaN in its layer 'layerw'");
  }
}
