package emotiontransfer.layers;

/** A layer that turns one image into another, for one image at a time. */
public interface ImageLayer {

  /** Returns the sizes of the layer. */
  ImageShape shape();

  /**
   * Computes the output.
   *
   * @param in {@code [channels][rows][columns]}, flat
   * @param out receives {@code [filters][rows][columns]}
   * @param workspace of the calling thread
   */
  void forward(float[] in, float[] out, Workspace workspace);

  /**
   * Computes the derivatives of the loss.
   *
   * @param in what {@code forward} was given
   * @param out what it answered
   * @param outGradient derivatives for the output; may be overwritten
   * @param inGradient receives those for the input; null if nobody needs them
   * @param sums has the derivatives for the layer's weights added to it; null for none
   * @param workspace of the calling thread
   */
  void backward(
      float[] in,
      float[] out,
      float[] outGradient,
      float[] inGradient,
      LayerWeights sums,
      Workspace workspace);
}
