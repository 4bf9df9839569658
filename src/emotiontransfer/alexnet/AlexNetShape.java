package emotiontransfer.alexnet;

import static org.apache.commons.lang3.Validate.isTrue;

import emotiontransfer.layers.ImageShape;
import java.util.List;
import java.util.stream.Stream;

/**
 * The sizes of an AlexNet: those of Deeplearning4j's model zoo at {@code inputSize} 227 and {@code
 * width} 1.
 *
 * @param inputSize rows and columns of its three-channel input
 * @param width fraction of the zoo's filters and neurons that each layer has
 */
public record AlexNetShape(int inputSize, double width, int classes) {

  static final int CHANNELS = 3;
  static final int WEIGHT_LAYERS = 8;
  static final int CONVOLUTIONS = 5;

  public AlexNetShape {
    // The last pooling of a smaller input leaves nothing; a larger one would ask for gigabytes.
    boolean possible = inputSize >= 59 && inputSize <= 512;
    isTrue(possible, "the input size must be from 59 to 512, but is %s", inputSize);
    isTrue(width > 0 && width <= 1, "the width must be in (0, 1], but is %s", (Object) width);
    isTrue(classes >= 1, "there must be at least 1 class, not %s", classes);
  }

  /** Returns the width of the hidden fully connected layers, fc6 and fc7: 4,096 at width 1. */
  public int features() {
    return scaled(4096);
  }

  private int scaled(int full) {
    return Math.max(1, (int) Math.round(width * full));
  }

  /** Returns the layers before the fully connected ones. */
  List<ImageShape> imageLayers() {
    ImageShape cnn1 = ImageShape.convolution(CHANNELS, inputSize, scaled(96), 11, 4, 0);
    ImageShape norm1 = cnn1.thenNormalization();
    ImageShape pool1 = norm1.thenPooling(true);
    ImageShape cnn2 = pool1.thenConvolution(scaled(256), 5, 2);
    ImageShape pool2 = cnn2.thenPooling(false);
    ImageShape norm2 = pool2.thenNormalization();
    ImageShape cnn3 = norm2.thenConvolution(scaled(384), 3, 1);
    ImageShape cnn4 = cnn3.thenConvolution(scaled(384), 3, 1);
    ImageShape cnn5 = cnn4.thenConvolution(scaled(256), 3, 1);
    ImageShape pool3 = cnn5.thenPooling(false);
    return List.of(cnn1, norm1, pool1, cnn2, pool2, norm2, cnn3, cnn4, cnn5, pool3);
  }

  /** Returns all layers with weights; a fully connected one has the whole image as its window. */
  List<ImageShape> weightLayers() {
    List<ImageShape> images = imageLayers();
    ImageShape last = images.get(images.size() - 1);
    ImageShape fc6 = last.thenConvolution(features(), last.outSize(), 0);
    ImageShape fc7 = fc6.thenConvolution(features(), 1, 0);
    ImageShape output = fc7.thenConvolution(classes, 1, 0);
    return Stream.concat(images.stream(), Stream.of(fc6, fc7, output))
        .filter(layer -> layer.kind() == ImageShape.Kind.CONVOLUTION)
        .toList();
  }

  /** Returns the number of weights and biases: 58,281,344 and 4,097 a class, at 227 and width 1. */
  public long parameters() {
    return weightLayers().stream()
        .mapToLong(layer -> (long) layer.filters() * (layer.fanIn() + 1))
        .sum();
  }

  @Override
  public String toString() {
    String sizes = "%1$sx%1$sx%2$s inputs, width %3$s, %4$s classes";
    return sizes.formatted(inputSize, CHANNELS, width, classes);
  }
}
