package emotiontransfer.pathnet.network;

/**
 * What is learnt of a module, or the derivatives of the loss for it.
 *
 * @param weights in the order of the module's kind
 * @param biases one for each channel of the output
 */
public record Parameters(float[] weights, float[] biases) {

  /** Returns a copy of the arrays. */
  Parameters copy() {
    return new Parameters(weights.clone(), biases.clone());
  }
}
