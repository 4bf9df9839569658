package emotiontransfer.pathnet.segment;

import emotiontransfer.pathnet.network.Head;
import emotiontransfer.pathnet.network.ModuleGrid;
import emotiontransfer.pathnet.network.PathNetShape;
import emotiontransfer.pathnet.network.Pathway;

/** What follows the first layer's mean: the layers above it and the head. */
public final class UpperNetwork {

  private final ModuleLayer[] layers;
  private final int batch;
  private HeadLayer head;
  private final float[][][] means;
  private final float[][][] gradients;

  /** Makes room for mini-batches. */
  public UpperNetwork(ModuleGrid grid, Head head, int batch) {
    PathNetShape shape = grid.shape();
    this.layers = new ModuleLayer[shape.layers() - 1];
    this.means = new float[shape.layers()][][];
    this.gradients = new float[shape.layers()][][];
    for (int layer = 0; layer < means.length; layer++) {
      int size = grid.place(layer).output().size();
      means[layer] = new float[size][batch];
      gradients[layer] = new float[size][batch];
    }
    for (int i = 0; i < layers.length; i++) {
      layers[i] = SegmentModule.of(grid.kind()).layer(grid.place(i + 1), shape.modules(), batch);
    }
    this.batch = batch;
    this.head = new HeadLayer(head, batch);
  }

  /** Puts another head on top. */
  public void choose(Head chosen) {
    head = new HeadLayer(chosen, batch);
  }

  /** Takes the weights of the active modules out of the grid. */
  public void load(ModuleGrid grid, Pathway trainable, Pathway frozen) {
    for (int i = 0; i < layers.length; i++) {
      layers[i].load(grid, trainable.modules(i + 1), frozen.modules(i + 1));
    }
  }

  /** Puts the weights of the trainable modules back. */
  public void store(ModuleGrid grid) {
    for (ModuleLayer layer : layers) {
      layer.store(grid);
    }
  }

  /** Returns where the first layer's mean goes, {@code [neuron][sample]}. */
  public float[][] input() {
    return means[0];
  }

  /** Returns the last layer's mean after {@link #forward}, {@code [output][sample]}. */
  float[][] output() {
    return means[layers.length];
  }

  /** Computes the probabilities of a mini-batch from {@link #input()}. */
  public HeadLayer forward(int batch) {
    for (int i = 0; i < layers.length; i++) {
      layers[i].forward(means[i], means[i + 1], batch);
    }
    head.forward(means[layers.length], batch);
    return head;
  }

  /**
   * Updates head and trainable modules after {@link #forward}.
   *
   * @param wanted whether the derivative for {@link #input()} is needed
   * @return that derivative, valid until the next call
   */
  public float[][] backward(int[] labels, float[] weights, int batch, float rate, boolean wanted) {
    int last = layers.length;
    head.backward(means[last], labels, weights, gradients[last], batch, rate);
    for (int i = last - 1; i >= 0; i--) {
      float[][] below = i > 0 || wanted ? gradients[i] : null;
      layers[i].backward(means[i], gradients[i + 1], below, batch, rate);
    }
    return gradients[0];
  }
}
