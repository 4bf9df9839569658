package emotiontransfer.alexnet;

import emotiontransfer.layers.LayerWeights;
import emotiontransfer.layers.Sgd;
import emotiontransfer.layers.Workspace;
import emotiontransfer.numeric.Blas;
import emotiontransfer.numeric.NativeFloats;
import emotiontransfer.numeric.ThreadPool;
import java.util.ArrayList;
import java.util.List;

/** The image layers at work on a mini-batch in training. */
final class ImageBatch implements AutoCloseable {

  /** Groups of images whose derivatives are added up apart: as many threads are of use at most. */
  private static final int MOST_GROUPS = 8;

  /** Pieces that each convolution's weights are moved in. */
  private static final int SLICES = 8;

  private final ImageStack stack;
  private final BilinearResize resize;
  private final int frozen;
  private final List<float[][]> planes = new ArrayList<>();
  private final List<List<LayerWeights>> sums = new ArrayList<>();
  private final List<Workspace> workspaces = new ArrayList<>();

  ImageBatch(NetworkWeights weights, int side, int mostRows, TrainingSettings settings) {
    this.stack = new ImageStack(weights);
    this.resize = new BilinearResize(side, weights.shape().inputSize());
    this.frozen = Math.min(settings.freeze(), AlexNetShape.CONVOLUTIONS);
    boolean learning = frozen < AlexNetShape.CONVOLUTIONS;
    for (int row = 0; row < mostRows; row++) {
      planes.add(stack.planes());
    }
    for (int thread = 0; thread < settings.threads(); thread++) {
      workspaces.add(stack.workspace(learning));
    }
    for (int group = 0; learning && group < Math.min(MOST_GROUPS, mostRows); group++) {
      sums.add(zeros(weights));
    }
  }

  private List<LayerWeights> zeros(NetworkWeights weights) {
    List<LayerWeights> zeros = new ArrayList<>();
    for (LayerWeights layer : weights.layers().subList(0, AlexNetShape.CONVOLUTIONS)) {
      zeros.add(LayerWeights.zeros(layer.outputs(), layer.fanIn()));
    }
    return zeros;
  }

  /** Turns images of any size into the inputs of the fully connected layers. */
  void forward(ThreadPool pool, float[][] images, DenseStack dense) {
    pool.runFree(
        images.length,
        (row, worker) -> {
          float[][] own = planes.get(row);
          resize.apply(images[row], own[0]);
          dense.setInput(row, stack.forward(own, workspaces.get(worker)));
        });
  }

  /** Adds up the derivatives of each group. */
  void backward(ThreadPool pool, int rows, DenseStack dense) {
    int groups = Math.min(sums.size(), rows);
    pool.runFree(
        groups,
        (group, worker) -> {
          Workspace workspace = workspaces.get(worker);
          List<LayerWeights> own = sums.get(group);
          own.forEach(LayerWeights::clear);
          for (int row = start(group, groups, rows); row < start(group + 1, groups, rows); row++) {
            dense.getInputGradient(row, workspace.gradient(stack.lastGradient()));
            stack.backward(planes.get(row), workspace, frozen, own);
          }
        });
  }

  /** Moves the weights by the sum of the groups' derivatives, added in their order. */
  void update(
      ThreadPool pool, int rows, NetworkWeights weights, NetworkWeights velocities, Sgd sgd) {
    int groups = Math.min(sums.size(), rows);
    int layers = AlexNetShape.CONVOLUTIONS - frozen;
    pool.runFree(
        layers * SLICES,
        (piece, worker) -> {
          int layer = frozen + piece / SLICES;
          NativeFloats target = weights.layers().get(layer).weights();
          NativeFloats velocity = velocities.layers().get(layer).weights();
          int from = start(piece % SLICES, SLICES, target.length());
          int count = start(piece % SLICES + 1, SLICES, target.length()) - from;
          Blas.scale(count, sgd.momentum(), velocity.at(from));
          for (int group = 0; group < groups; group++) {
            NativeFloats sum = sums.get(group).get(layer).weights();
            Blas.add(count, -sgd.learningRate(), sum.at(from), velocity.at(from));
          }
          sgd.move(target, velocity, from, count);
        });
    for (int layer = frozen; layer < AlexNetShape.CONVOLUTIONS; layer++) {
      updateBiases(layer, groups, weights, velocities, sgd);
    }
  }

  private void updateBiases(
      int layer, int groups, NetworkWeights weights, NetworkWeights velocities, Sgd sgd) {
    float[] biases = weights.layers().get(layer).biases();
    float[] sum = new float[biases.length];
    for (int group = 0; group < groups; group++) {
      float[] part = sums.get(group).get(layer).biases();
      for (int i = 0; i < sum.length; i++) {
        sum[i] += part[i];
      }
    }
    sgd.moveBiases(biases, velocities.layers().get(layer).biases(), sum);
  }

  private static int start(int piece, int pieces, int numbers) {
    return (int) ((long) piece * numbers / pieces);
  }

  @Override
  public void close() {
    workspaces.forEach(Workspace::close);
    sums.forEach(group -> group.forEach(LayerWeights::close));
  }
}
