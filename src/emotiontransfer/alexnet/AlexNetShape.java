package emotiontransfer.alexnet;

import static org.apache.commons.lang3.Validate.isTrue;

import emotiontransfer.layers.ImageShape;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The sizes of an AlexNet: those of Deeplearning4j's model zoo at {@code inputSize} 227 and {@code
 * width} 1.
 *
 * @param inputSize rows and columns of its three-channel input, at least {@value #LEAST_INPUT}
 * @param width fraction of the zoo's filters and neurons that each layer has, above 0, at most 1
 * @param classes number of outputs, at least 1
 */
public record AlexNetShape(int inputSize, double width, int classes) {

  public static final int CHANNELS = 3;

  /** The smallest input of which the last pooling leaves anything. */
  public static final int LEAST_INPUT = 59;

  /** A larger input is a slip of the pen; it would also ask for gigabytes. */
  static final int MOST_INPUT = 512;

  /** Convolutions and fully connected layers, the output among them. */
  public static final int WEIGHT_LAYERS = 8;

  static final int CONVOLUTIONS = 5;

  /** Filters and neurons of the layers before the output. */
  private static final int[] OUTPUTS = {96, 256, 384, 384, 256, 4096, 4096};

  public AlexNetShape {
    isTrue(
        inputSize >= LEAST_INPUT && inputSize <= MOST_INPUT,
        "the input size must be from %d to %d, but is %d",
        LEAST_INPUT,
        MOST_INPUT,
        inputSize);
    isTrue(width > 0 && width <= 1, "the width must be in (0, 1], but is %s", (Object) width);
    isTrue(classes >= 1, "there must be at least 1 class, not %d", classes);
  }

  /** Returns the same network for another number of classes. */
  public AlexNetShape withClasses(int number) {
    return new AlexNetShape(inputSize, width, number);
  }

  /** Returns the number of values of the last hidden layer (fc7): 4,096 at width 1. */
  public int features() {
    return outputs(WEIGHT_LAYERS - 2);
  }

  /** Returns the layers before the fully connected ones. */
  public List<ImageShape> imageLayers() {
    ImageShape cnn1 = ImageShape.convolution(CHANNELS, inputSize, outputs(0), 11, 4, 0);
    ImageShape norm1 = cnn1.thenNormalization();
    ImageShape pool1 = norm1.thenPooling(true);
    ImageShape cnn2 = pool1.thenConvolution(outputs(1), 5, 2);
    ImageShape pool2 = cnn2.thenPooling(false);
    ImageShape norm2 = pool2.thenNormalization();
    ImageShape cnn3 = norm2.thenConvolution(outputs(2), 3, 1);
    ImageShape cnn4 = cnn3.thenConvolution(outputs(3), 3, 1);
    ImageShape cnn5 = cnn4.thenConvolution(outputs(4), 3, 1);
    ImageShape pool3 = cnn5.thenPooling(false);
    return List.of(cnn1, norm1, pool1, cnn2, pool2, norm2, cnn3, cnn4, cnn5, pool3);
  }

  /** Returns the convolutions alone. */
  List<ImageShape> convolutions() {
    return imageLayers().stream()
        .filter(layer -> layer.kind() == ImageShape.Kind.CONVOLUTION)
        .toList();
  }

  /** Returns the last pooling, whose output the fully connected layers take. */
  ImageShape lastImage() {
    List<ImageShape> layers = imageLayers();
    return layers.get(layers.size() - 1);
  }

  /** Returns the outputs of weight layer 0 to 7. */
  int outputs(int layer) {
    return layer == OUTPUTS.length
        ? classes
        : Math.max(1, (int) Math.round(width * OUTPUTS[layer]));
  }

  /** Returns how many weights each output of weight layer 0 to 7 has, its bias aside. */
  int fanIn(int layer) {
    if (layer < CONVOLUTIONS) {
      return convolutions().get(layer).fanIn();
    }
    return layer == CONVOLUTIONS ? lastImage().outputs() : features();
  }

  /**
   * Returns the number of weights and biases: 58,281,344 and 4,097 for each class, at 227 and width
   * 1.
   */
  public long parameters() {
    return IntStream.range(0, WEIGHT_LAYERS)
        .mapToLong(layer -> (long) outputs(layer) * (fanIn(layer) + 1))
        .sum();
  }

  /** Returns input size, width and classes, for messages. */
  @Override
  public String toString() {
    return "%1$dx%1$dx%2$d inputs, width %3$s, %4$d classes"
        .formatted(inputSize, CHANNELS, width, classes);
  }
}
