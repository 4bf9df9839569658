package emotiontransfer.alexnet;

import emotiontransfer.layers.ImageShape;
import java.util.List;
import java.util.Locale;

/**
 * The sizes of an AlexNet: those of Deeplearning4j's model zoo at {@code inputSize} 227 and {@code
 * width} 1.
 *
 * @param inputSize rows and columns of its three-channel input, at least {@value #LEAST_INPUT}
 * @param width share of the zoo's filters and neurons that each layer has, above 0, at most 1
 * @param classes number of outputs, at least 1
 */
public record AlexNetShape(int inputSize, double width, int classes) {

  /** Channels of the input. */
  public static final int CHANNELS = 3;

  /** The smallest input of which the last pooling leaves anything. */
  public static final int LEAST_INPUT = 59;

  /** A larger input is a slip of the pen; it would also ask for gigabytes. */
  static final int MOST_INPUT = 512;

  /** Convolutions and fully connected layers, the output among them. */
  public static final int WEIGHT_LAYERS = 8;

  static final int CONVOLUTIONS = 5;

  private static final int[] FILTERS = {96, 256, 384, 384, 256};
  private static final int NEURONS = 4096;

  /**
   * Checks the sizes.
   *
   * @throws IllegalArgumentException naming the size that is out of its range
   */
  public AlexNetShape {
    if (inputSize < LEAST_INPUT || inputSize > MOST_INPUT) {
      throw new IllegalArgumentException(
          "the input size must be from "
              + LEAST_INPUT
              + " to "
              + MOST_INPUT
              + ", but is "
              + inputSize);
    }
    if (!(width > 0 && width <= 1)) {
      throw new IllegalArgumentException("the width must be in (0, 1], but is " + width);
    }
    if (classes < 1) {
      throw new IllegalArgumentException("there must be at least 1 class, not " + classes);
    }
  }

  /**
   * Returns the same network for another number of classes.
   *
   * @param number of outputs, at least 1
   */
  public AlexNetShape withClasses(int number) {
    return new AlexNetShape(inputSize, width, number);
  }

  /** Returns the number of values of the last hidden layer (fc7): 4,096 at width 1. */
  public int features() {
    return scaled(NEURONS);
  }

  private int scaled(int full) {
    return Math.max(1, (int) Math.round(width * full));
  }

  /** Returns the layers before the fully connected ones. */
  public List<ImageShape> imageLayers() {
    ImageShape cnn1 = ImageShape.convolution(CHANNELS, inputSize, scaled(FILTERS[0]), 11, 4, 0);
    ImageShape norm1 = ImageShape.normalization(cnn1);
    ImageShape pool1 = ImageShape.pooling(norm1, true);
    ImageShape cnn2 = pool1.then(scaled(FILTERS[1]), 5, 2);
    ImageShape pool2 = ImageShape.pooling(cnn2, false);
    ImageShape norm2 = ImageShape.normalization(pool2);
    ImageShape cnn3 = norm2.then(scaled(FILTERS[2]), 3, 1);
    ImageShape cnn4 = cnn3.then(scaled(FILTERS[3]), 3, 1);
    ImageShape cnn5 = cnn4.then(scaled(FILTERS[4]), 3, 1);
    ImageShape pool3 = ImageShape.pooling(cnn5, false);
    return List.of(cnn1, norm1, pool1, cnn2, pool2, norm2, cnn3, cnn4, cnn5, pool3);
  }

  /** Returns the convolutions alone. */
  List<ImageShape> convolutions() {
    return imageLayers().stream()
        .filter(layer -> layer.kind() == ImageShape.Kind.CONVOLUTION)
        .toList();
  }

  /** Returns what the convolutions leave of an image. */
  ImageShape lastImage() {
    List<ImageShape> layers = imageLayers();
    return layers.get(layers.size() - 1);
  }

  /** Returns the outputs of weight layer 0 to 7. */
  int outputs(int layer) {
    if (layer < CONVOLUTIONS) {
      return scaled(FILTERS[layer]);
    }
    return layer == WEIGHT_LAYERS - 1 ? classes : features();
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
    long sum = 0;
    for (int layer = 0; layer < WEIGHT_LAYERS; layer++) {
      sum += (long) outputs(layer) * (fanIn(layer) + 1);
    }
    return sum;
  }

  /** Returns input size, width and classes, for messages. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%dx%dx%d inputs, width %s, %d classes",
        inputSize,
        inputSize,
        CHANNELS,
        width,
        classes);
  }
}
