package emotiontransfer.layers;

import emotiontransfer.numeric.Blas;
import emotiontransfer.numeric.ThreadPool;
import emotiontransfer.numeric.ThreadPool.Range;
import emotiontransfer.numeric.ThreadPool.Task;
import java.util.Iterator;
import java.util.List;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bytedeco.javacpp.FloatPointer;

/**
 * Convolutions, normalisations and poolings: each image of a mini-batch by one thread. Derivatives
 * are added up in a fixed number of groups of images, and the groups' sums in their order, so that
 * the number of threads never changes a bit.
 */
public final class ImageStack implements AutoCloseable {

  /** Groups of images whose derivatives are added up apart; more threads are of no use. */
  private static final int MOST_GROUPS = 8;

  private static final int SLICES = 8;

  private final List<ImageLayer> layers;
  private final List<LayerWeights> weights;
  private final int frozen;
  private final List<float[][]> planes;
  private final List<Workspace> workspaces;

  /** Sums of derivatives, {@code [convolutions][groups]}. */
  private final List<List<LayerWeights>> sums;

  /**
   * Reserves the memory.
   *
   * @param mostRows largest mini-batch
   * @param frozen how many convolutions, from the first, get no derivatives; all of them for
   *     predictions
   */
  public ImageStack(
      List<ImageShape> shapes, List<LayerWeights> weights, int mostRows, int threads, int frozen) {
    Iterator<LayerWeights> next = weights.iterator();
    this.layers = shapes.stream().map(shape -> layer(shape, next)).toList();
    this.weights = weights;
    this.frozen = frozen;
    this.workspaces = list(threads, () -> new Workspace(shapes, learns()));
    this.planes = list(learns() ? mostRows : threads, () -> ImageShape.planes(shapes));
    int groups = learns() ? Math.min(MOST_GROUPS, mostRows) : 0;
    this.sums = weights.stream().map(layer -> list(groups, layer::zeros)).toList();
  }

  private static <T> List<T> list(int length, Supplier<T> element) {
    return Stream.generate(element).limit(length).toList();
  }

  private static ImageLayer layer(ImageShape shape, Iterator<LayerWeights> weights) {
    return switch (shape.kind()) {
      case CONVOLUTION -> new Convolution(shape, weights.next());
      case NORMALIZATION -> new ResponseNormalization(shape);
      case POOLING -> new MaxPooling(shape);
    };
  }

  public boolean learns() {
    return frozen < weights.size();
  }

  /** Fills the image of each row by {@code input} and gives its outputs to {@code output}. */
  public void forward(
      ThreadPool pool, int rows, ObjIntConsumer<float[]> input, ObjIntConsumer<float[]> output) {
    Task image =
        (row, worker) -> {
          float[][] own = planes.get(learns() ? row : worker);
          input.accept(own[0], row);
          for (int i = 0; i < layers.size(); i++) {
            layers.get(i).forward(own[i], own[i + 1], workspaces.get(worker));
          }
          output.accept(own[layers.size()], row);
        };
    pool.runFree(rows, image);
  }

  /**
   * Makes a step of gradient descent with the images of the last forward pass; {@code
   * outputGradient} fills the derivatives for the outputs of a row.
   */
  public void backward(
      ThreadPool pool,
      int rows,
      ObjIntConsumer<float[]> outputGradient,
      List<LayerWeights> velocities,
      Sgd sgd) {
    int groups = Math.min(MOST_GROUPS, rows);
    Task gradients =
        (group, worker) -> {
          Workspace workspace = workspaces.get(worker);
          sums.forEach(layer -> layer.get(group).clear());
          int end = ThreadPool.start(group + 1, groups, rows);
          for (int row = ThreadPool.start(group, groups, rows); row < end; row++) {
            outputGradient.accept(workspace.gradients[layers.size()], row);
            addGradients(planes.get(row), workspace, group);
          }
        };
    pool.runFree(groups, gradients);
    for (int i = frozen; i < weights.size(); i++) {
      move(pool, weights.get(i), sums.get(i).subList(0, groups), velocities.get(i), sgd);
    }
  }

  private void addGradients(float[][] values, Workspace workspace, int group) {
    int convolution = weights.size() - 1;
    for (int i = layers.size() - 1; convolution >= frozen; i--) {
      float[] gradient = workspace.gradients[i + 1];
      if (layers.get(i) instanceof Convolution learning) {
        LayerWeights sum = sums.get(convolution--).get(group);
        learning.addGradient(values[i], values[i + 1], gradient, sum, workspace);
      }
      if (convolution >= frozen) {
        float[] before = workspace.gradients[i];
        layers.get(i).backward(values[i], values[i + 1], gradient, before, workspace);
      }
    }
  }

  private static void move(
      ThreadPool pool,
      LayerWeights layer,
      List<LayerWeights> gradients,
      LayerWeights velocity,
      Sgd sgd) {
    Range slice =
        (from, count) -> {
          FloatPointer v = velocity.weights().at(from);
          Blas.scale(count, sgd.momentum(), v);
          for (LayerWeights gradient : gradients) {
            Blas.add(count, -sgd.learningRate(), gradient.weights().at(from), v);
          }
          sgd.move(layer.weights(), velocity.weights(), from, count);
        };
    pool.divide(layer.weights().length(), SLICES, slice);
    float[] sum = new float[layer.outputs()];
    for (LayerWeights gradient : gradients) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += gradient.biases()[i];
      }
    }
    sgd.moveBiases(layer.biases(), velocity.biases(), sum);
  }

  @Override
  public void close() {
    workspaces.forEach(Workspace::close);
    sums.forEach(layer -> layer.forEach(LayerWeights::close));
  }
}
