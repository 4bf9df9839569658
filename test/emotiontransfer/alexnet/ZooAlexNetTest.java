package emotiontransfer.alexnet;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import emotiontransfer.alexnet.InputScaling.BilinearResize;
import emotiontransfer.data.TrainingSet;
import emotiontransfer.layers.LayerWeights;
import emotiontransfer.numeric.NativeBackend;
import java.io.File;
import java.util.List;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.deeplearning4j.zoo.model.AlexNet;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The network against the AlexNet of Deeplearning4j's model zoo, with the zoo's own weights. */
public class ZooAlexNetTest {

  private static final int SIZE = 67;
  private static final int CLASSES = 3;
  private static final int ROWS = 3;
  private static final AlexNetShape SHAPE = new AlexNetShape(SIZE, 1, CLASSES);

  @ClassRule public static final TemporaryFolder FOLDER = new TemporaryFolder();

  private static final TrainingSet SEGMENTS = Clouds.of(ROWS, 3 * 16 * 16, CLASSES);
  private static MultiLayerNetwork zoo;
  private static NetworkWeights initial;
  private static INDArray images;

  @BeforeClass
  public static void giveBothTheSameWeights() throws Exception {
    NativeBackend.ensureLoaded();
    zoo = new MultiLayerNetwork(configuration(SIZE));
    zoo.init();
    File file = FOLDER.newFile("zoo.zip");
    ModelSerializer.writeModel(zoo, file, false);
    initial = WeightFile.read(file.toPath(), SHAPE, 1);
    float[] head = initial.layers().get(AlexNetShape.WEIGHT_LAYERS - 1).weights().get();
    INDArray rows = Nd4j.create(head, new int[] {CLASSES, SHAPE.features()}, 'c');
    zoo.getLayer(12).setParam("W", rows.transpose());
    zoo.getLayer(12).getParam("b").assign(0);
    images = images();
  }

  /** Returns the zoo's configuration without its dropout, which draws other numbers than ours. */
  private static MultiLayerConfiguration configuration(int size) {
    MultiLayerConfiguration configuration =
        AlexNet.builder().inputShape(new int[] {3, size, size}).numClasses(CLASSES).build().conf();
    ((BaseLayer) configuration.getConf(11).getLayer()).setIDropout(null);
    return configuration;
  }

  private static INDArray images() {
    InputScaling scaling = InputScaling.fit(SEGMENTS, 1);
    BilinearResize resize = new BilinearResize(InputScaling.side(scaling.inputs()), SIZE);
    float[] all = new float[ROWS * 3 * SIZE * SIZE];
    for (int row = 0; row < ROWS; row++) {
      float[] image = new float[3 * SIZE * SIZE];
      resize.apply(scaling.image(Clouds.all(SEGMENTS)[row]), image);
      System.arraycopy(image, 0, all, row * image.length, image.length);
    }
    return Nd4j.create(all, new int[] {ROWS, 3, SIZE, SIZE}, 'c');
  }

  @Test
  public void sizesAreThoseOfTheZoo() {
    MultiLayerNetwork full = new MultiLayerNetwork(configuration(227));
    long parameters = 0;
    for (var layer : full.getLayerWiseConfigurations().getConfs()) {
      parameters += layer.getLayer().initializer().numParams(layer);
    }
    AlexNetShape ours = new AlexNetShape(227, 1, CLASSES);
    assertEquals(parameters, ours.parameters());
    assertEquals(58_281_344 + CLASSES * 4097L, ours.parameters());
    assertEquals(6, ours.weightLayers().get(5).size());
    assertEquals(9216, ours.weightLayers().get(5).fanIn());
  }

  @Test
  public void featuresAndProbabilitiesAreThoseOfTheZoo() throws Exception {
    List<INDArray> zooValues = zoo.feedForward(images, false);
    float[] expectedFeatures = zooValues.get(12).getRow(1).dup().data().asFloat();
    double[] expected = zooValues.get(13).getRow(1).toDoubleVector();
    InputScaling scaling = InputScaling.fit(SEGMENTS, 1);
    AlexNetModel ours = new AlexNetModel(initial, scaling, List.of(), 0);
    AlexNetModel.Answer answer = ours.answer(Clouds.all(SEGMENTS), 2);
    assertArrayEquals(expectedFeatures, answer.features()[1], 1e-4f);
    assertArrayEquals(expected, answer.probabilities()[1], 1e-4);
    assertTrue("features vary", spread(expectedFeatures) > 0.1);
  }

  private static float spread(float[] values) {
    float least = Float.POSITIVE_INFINITY;
    float most = Float.NEGATIVE_INFINITY;
    for (float value : values) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    return most - least;
  }

  @Test
  public void aStepGoesDownTheGradientsOfTheZoo() throws Exception {
    zoo.setInput(images);
    zoo.setLabels(Nd4j.eye(CLASSES));
    zoo.computeGradientAndScore();
    float rate = 100;
    TrainingSettings settings = new TrainingSettings(1, rate, ROWS, 0, 0, 0, 0, 1, 1, 2);
    try (NetworkWeights begun = initial.forTask(SHAPE, 1)) {
      AlexNetModel after = Clouds.train(settings, begun, SEGMENTS);
      int[] zooLayers = {0, 3, 6, 7, 8, 10, 11, 12};
      for (int layer = 0; layer < zooLayers.length; layer++) {
        // The zoo adds the gradients of the samples up, we take their mean.
        INDArray weights = zooGradient(zooLayers[layer] + "_W").divi(ROWS);
        if (layer >= AlexNetShape.CONVOLUTIONS) {
          weights = weights.transpose();
        }
        LayerWeights old = initial.layers().get(layer);
        LayerWeights moved = after.weights().layers().get(layer);
        assertMoved(layer, weights, old.weights().get(), moved.weights().get(), rate);
        INDArray biases = zooGradient(zooLayers[layer] + "_b").divi(ROWS);
        assertMoved(layer, biases, old.biases(), moved.biases(), rate);
      }
    }
  }

  private static INDArray zooGradient(String name) {
    return zoo.gradient().getGradientFor(name).dup('c');
  }

  private static void assertMoved(
      int layer, INDArray zooGradient, float[] before, float[] after, float rate) {
    float[] expected = zooGradient.dup('c').data().asFloat();
    float[] actual = new float[before.length];
    float largest = 0;
    for (int i = 0; i < actual.length; i++) {
      actual[i] = (before[i] - after[i]) / rate;
      largest = Math.max(largest, Math.abs(expected[i]));
    }
    assertTrue("layer " + layer + " has a gradient", largest > 0);
    assertArrayEquals("layer " + layer, expected, actual, 2e-3f * largest);
  }
}
