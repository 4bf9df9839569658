package emotiontransfer.alexnet;

import emotiontransfer.layers.Convolution;
import emotiontransfer.layers.ImageLayer;
import emotiontransfer.layers.ImageShape;
import emotiontransfer.layers.LayerWeights;
import emotiontransfer.layers.MaxPooling;
import emotiontransfer.layers.ResponseNormalization;
import emotiontransfer.layers.Workspace;
import java.util.List;

/** The convolutions, normalisations and poolings of a network, for one image at a time. */
final class ImageStack {

  private final List<ImageLayer> layers;
  private final List<ImageShape> shapes;

  ImageStack(NetworkWeights weights) {
    this.layers = layers(weights);
    this.shapes = weights.shape().imageLayers();
  }

  Workspace workspace(boolean training) {
    return new Workspace(shapes, training);
  }

  /** Returns arrays for an image and for the output of each layer. */
  float[][] planes() {
    float[][] planes = new float[layers.size() + 1][];
    planes[0] = new float[shapes.get(0).inputs()];
    for (int i = 0; i < layers.size(); i++) {
      planes[i + 1] = new float[shapes.get(i).outputs()];
    }
    return planes;
  }

  /** Computes the outputs of all layers from {@code planes[0]}; returns the last one. */
  float[] forward(float[][] planes, Workspace workspace) {
    for (int i = 0; i < layers.size(); i++) {
      layers.get(i).forward(planes[i], planes[i + 1], workspace);
    }
    return planes[layers.size()];
  }

  /**
   * Adds up the derivatives for the weights of the convolutions.
   *
   * @param planes as {@link #forward} left them
   * @param workspace has the derivatives for the last output in its last gradient
   * @param frozen how many convolutions, from the first, get no derivatives
   */
  void backward(float[][] planes, Workspace workspace, int frozen, List<LayerWeights> sums) {
    int convolution = AlexNetShape.CONVOLUTIONS - 1;
    for (int i = layers.size() - 1; convolution >= frozen; i--) {
      boolean last = false;
      LayerWeights sum = null;
      if (layers.get(i) instanceof Convolution) {
        last = convolution == frozen;
        sum = sums.get(convolution);
        convolution--;
      }
      float[] below = last ? null : workspace.gradient(i);
      layers
          .get(i)
          .backward(planes[i], planes[i + 1], workspace.gradient(i + 1), below, sum, workspace);
    }
  }

  /** Returns where a workspace expects the derivatives for the last output. */
  int lastGradient() {
    return layers.size();
  }

  /** Returns the layers of a network, in their order. */
  private static List<ImageLayer> layers(NetworkWeights weights) {
    int[] convolutions = {0};
    return weights.shape().imageLayers().stream()
        .map(
            shape ->
                switch (shape.kind()) {
                  case CONVOLUTION ->
                      (ImageLayer) new Convolution(shape, weights.layers().get(convolutions[0]++));
                  case NORMALIZATION -> new ResponseNormalization(shape);
                  case POOLING -> new MaxPooling(shape);
                })
        .toList();
  }
}
