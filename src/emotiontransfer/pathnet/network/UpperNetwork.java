package emotiontransfer.pathnet.network;

/** All that follows the first layer's mean: the layers above it and the head. */
public final class UpperNetwork {

  private final UpperLayer[] layers;
  private final HeadLayer head;
  private final float[][][] means;
  private final float[][] gradient;
  private final float[][] nextGradient;

  public UpperNetwork(ModuleKind kind, PathNetShape shape, Head head, int batch) {
    int neurons = shape.neurons();
    this.layers = new UpperLayer[shape.layers() - 1];
    this.means = new float[shape.layers()][neurons][batch];
    for (int i = 0; i < layers.length; i++) {
      layers[i] = new UpperLayer(kind, i + 1, shape, batch);
    }
    this.head = new HeadLayer(head, shape, batch);
    this.gradient = new float[neurons][batch];
    this.nextGradient = new float[neurons][batch];
  }

  /** Takes the weights of the active modules out of the grid. */
  public void load(ModuleGrid grid, Pathway trainable, Pathway frozen) {
    for (int i = 0; i < layers.length; i++) {
      layers[i].load(grid, trainable.modules(i + 1), frozen.modules(i + 1));
    }
  }

  /** Puts the weights of the trainable modules back. */
  public void store(ModuleGrid grid) {
    for (UpperLayer layer : layers) {
      layer.store(grid);
    }
  }

  /** Returns where the first layer's mean goes, {@code [neuron][sample]}. */
  public float[][] input() {
    return means[0];
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
    float[][] upper = gradient;
    float[][] lower = nextGradient;
    head.backward(means[layers.length], labels, weights, upper, batch, rate);
    for (int i = layers.length - 1; i >= 0; i--) {
      layers[i].backward(means[i], upper, i > 0 || wanted ? lower : null, batch, rate);
      float[][] spare = upper;
      upper = lower;
      lower = spare;
    }
    return upper;
  }
}
