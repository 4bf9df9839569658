package emotiontransfer.layers;

/**
 * A layer that turns one image, {@code [channels][rows][columns]}, into another; the workspace is
 * the calling thread's.
 */
interface ImageLayer {

  void forward(float[] in, float[] out, Workspace workspace);

  /** Computes the derivatives for the input from what {@code forward} was given and gave. */
  void backward(
      float[] in, float[] out, float[] outGradient, float[] inGradient, Workspace workspace);
}
