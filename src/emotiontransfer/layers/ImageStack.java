package emotiontransfer.layers;

import emotiontransfer.numeric.Blas;
import emotiontransfer.numeric.NativeFloats;
import emotiontransfer.numeric.ThreadPool;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.ObjIntConsumer;
import java.util.stream.Stream;

/**
 * Convolutions, normalisations and poolings: each image of a mini-batch by one thread. Derivatives
 * are added up in a fixed number of groups of images, and the groups' sums in their order, so that
 * the number of threads never changes a bit.
 */
public final class ImageStack implements AutoCloseable {

  /** Groups of images whose derivatives are added up apart; more threads are of no use. */
  private static final int MOST_GROUPS = 8;

  /** Pieces that each convolution's weights are moved in. */
  private static final int SLICES = 8;

  private final List<ImageLayer> layers;
  private final List<LayerWeights> weights;
  private final int frozen;
  private final List<float[][]> planes = new ArrayList<>();
  private final List<Workspace> workspaces = new ArrayList<>();
  private final List<List<LayerWeights>> sums = new ArrayList<>();

  /**
   * Reserves the memory.
   *
   * @param weights of the convolutions
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
    for (int thread = 0; thread < threads; thread++) {
      workspaces.add(new Workspace(shapes, learns()));
    }
    for (int i = 0; i < (learns() ? mostRows : threads); i++) {
      planes.add(planes(shapes));
    }
    for (int group = 0; learns() && group < Math.min(MOST_GROUPS, mostRows); group++) {
      sums.add(weights.stream().map(w -> LayerWeights.zeros(w.outputs(), w.fanIn())).toList());
    }
  }

  private static ImageLayer layer(ImageShape shape, Iterator<LayerWeights> weights) {
    return switch (shape.kind()) {
      case CONVOLUTION -> new Convolution(shape, weights.next());
      case NORMALIZATION -> new ResponseNormalization(shape);
      case POOLING -> new MaxPooling(shape);
    };
  }

  /** Returns arrays for an image and for the output of each layer. */
  private static float[][] planes(List<ImageShape> shapes) {
    return Stream.concat(
            Stream.of(new float[shapes.get(0).inputs()]),
            shapes.stream().map(shape -> new float[shape.outputs()]))
        .toArray(float[][]::new);
  }

  /** Returns whether there is a convolution that learns. */
  public boolean learns() {
    return frozen < weights.size();
  }

  /**
   * Computes the outputs of the last layer.
   *
   * @param input fills the image of a row, {@code [channels][size][size]}
   * @param output receives the outputs of a row
   */
  public void forward(
      ThreadPool pool, int rows, ObjIntConsumer<float[]> input, ObjIntConsumer<float[]> output) {
    pool.runFree(
        rows,
        (row, worker) -> {
          float[][] own = planes.get(learns() ? row : worker);
          input.accept(own[0], row);
          for (int i = 0; i < layers.size(); i++) {
            layers.get(i).forward(own[i], own[i + 1], workspaces.get(worker));
          }
          output.accept(own[layers.size()], row);
        });
  }

  /**
   * Makes a step of gradient descent with the images of the last forward pass.
   *
   * @param outputGradient fills the derivatives for the outputs of a row
   * @param velocities of the convolutions
   */
  public void backward(
      ThreadPool pool,
      int rows,
      ObjIntConsumer<float[]> outputGradient,
      List<LayerWeights> velocities,
      Sgd sgd) {
    int groups = Math.min(sums.size(), rows);
    pool.runFree(
        groups,
        (group, worker) -> {
          Workspace workspace = workspaces.get(worker);
          List<LayerWeights> own = sums.get(group);
          own.forEach(LayerWeights::clear);
          int end = ThreadPool.start(group + 1, groups, rows);
          for (int row = ThreadPool.start(group, groups, rows); row < end; row++) {
            outputGradient.accept(workspace.gradients[layers.size()], row);
            addGradients(planes.get(row), workspace, own);
          }
        });
    pool.runFree(
        (weights.size() - frozen) * SLICES,
        (piece, worker) ->
            moveSlice(frozen + piece / SLICES, piece % SLICES, groups, velocities, sgd));
    for (int layer = frozen; layer < weights.size(); layer++) {
      moveBiases(layer, groups, velocities.get(layer), sgd);
    }
  }

  private void addGradients(float[][] values, Workspace workspace, List<LayerWeights> own) {
    int convolution = weights.size() - 1;
    for (int i = layers.size() - 1; convolution >= frozen; i--) {
      float[] gradient = workspace.gradients[i + 1];
      if (layers.get(i) instanceof Convolution learning) {
        LayerWeights sum = own.get(convolution--);
        learning.addGradient(values[i], values[i + 1], gradient, sum, workspace);
      }
      if (convolution >= frozen) {
        float[] before = workspace.gradients[i];
        layers.get(i).backward(values[i], values[i + 1], gradient, before, workspace);
      }
    }
  }

  private void moveSlice(int layer, int slice, int groups, List<LayerWeights> velocities, Sgd sgd) {
    NativeFloats target = weights.get(layer).weights();
    NativeFloats velocity = velocities.get(layer).weights();
    int from = ThreadPool.start(slice, SLICES, target.length());
    int count = ThreadPool.start(slice + 1, SLICES, target.length()) - from;
    Blas.scale(count, sgd.momentum(), velocity.at(from));
    for (List<LayerWeights> group : sums.subList(0, groups)) {
      Blas.add(count, -sgd.learningRate(), group.get(layer).weights().at(from), velocity.at(from));
    }
    sgd.move(target, velocity, from, count);
  }

  private void moveBiases(int layer, int groups, LayerWeights velocity, Sgd sgd) {
    float[] sum = new float[velocity.biases().length];
    for (List<LayerWeights> group : sums.subList(0, groups)) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += group.get(layer).biases()[i];
      }
    }
    sgd.moveBiases(weights.get(layer).biases(), velocity.biases(), sum);
  }

  @Override
  public void close() {
    workspaces.forEach(Workspace::close);
    sums.forEach(group -> group.forEach(LayerWeights::close));
  }
}
