package emotiontransfer.alexnet;

import emotiontransfer.alexnet.InputScaling.BilinearResize;
import emotiontransfer.layers.DenseStack;
import emotiontransfer.layers.Dropout;
import emotiontransfer.layers.ImageShape;
import emotiontransfer.layers.ImageStack;
import emotiontransfer.layers.LayerWeights;
import emotiontransfer.layers.Sgd;
import emotiontransfer.numeric.ThreadPool;
import java.util.List;
import java.util.function.IntFunction;

/**
 * AlexNet as a composition of layers, with its memory: a segment becomes an image, five
 * convolutions with normalisations and poolings turn it into 9,216 numbers, three fully connected
 * layers into class scores.
 */
final class AlexNetNetwork implements AutoCloseable {

  private final ImageStack images;
  private final DenseStack dense;
  private final InputScaling scaling;
  private final BilinearResize resize;

  /**
   * Reserves memory for mini-batches of at most {@code mostRows}; of the weight layers the first
   * {@code frozen} do not learn, all of them for predictions.
   */
  AlexNetNetwork(
      NetworkWeights weights, InputScaling scaling, int mostRows, int threads, int frozen) {
    int frozenImages = Math.min(frozen, AlexNetShape.CONVOLUTIONS);
    List<ImageShape> shapes = weights.shape().imageLayers();
    this.images = new ImageStack(shapes, convolutions(weights), mostRows, threads, frozenImages);
    this.dense = new DenseStack(dense(weights), mostRows, frozen - frozenImages);
    this.scaling = scaling;
    int side = InputScaling.side(scaling.inputs());
    this.resize = new BilinearResize(side, weights.shape().inputSize());
  }

  private static List<LayerWeights> convolutions(NetworkWeights weights) {
    return weights.layers().subList(0, AlexNetShape.CONVOLUTIONS);
  }

  private static List<LayerWeights> dense(NetworkWeights weights) {
    return weights.layers().subList(AlexNetShape.CONVOLUTIONS, AlexNetShape.WEIGHT_LAYERS);
  }

  /** Computes features and scores of unscaled segments, which several threads ask for. */
  void forward(ThreadPool pool, int rows, IntFunction<float[]> segments, Dropout dropout) {
    images.forward(
        pool,
        rows,
        (image, row) -> resize.apply(scaling.image(segments.apply(row)), image),
        dense::setInput);
    dense.forward(pool, rows, dropout);
  }

  /** Makes a step of gradient descent from the derivatives for the scores. */
  void backward(ThreadPool pool, float[][] scoreGradients, NetworkWeights velocities, Sgd sgd) {
    dense.backward(pool, scoreGradients, images.learns(), dense(velocities), sgd);
    if (images.learns()) {
      int rows = scoreGradients.length;
      images.backward(pool, rows, dense::getInputGradient, convolutions(velocities), sgd);
    }
  }

  float[] scores(int row) {
    return dense.scores(row);
  }

  float[] features(int row) {
    return dense.features(row);
  }

  @Override
  public void close() {
    dense.close();
    images.close();
  }
}
