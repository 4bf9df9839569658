package emotiontransfer.layers;

/** A layer that turns one image into another, for one image at a time. */
public interface ImageLayer {

  /**
   * Computes the output.
   *
   * @param in {@code [channels][rows][columns]}, flat
   * @param out receives {@code [filters][rows][columns]}
   * @param workspace of the calling thread
   */
  void forward(float[] in, float[] out, Workspace workspace);

  /**
   * Computes the derivatives of the loss for the input.
   *
   * @param in what {@code forward} was given
   * @param out what it computed
   * @param outGradient derivatives for the output
   * @param inGradient receives those for the input
   * @param workspace of the calling thread
   */
  void backward(
      float[] in, float[] out, float[] outGradient, float[] inGradient, Workspace workspace);
}
