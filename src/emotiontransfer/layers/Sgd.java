package emotiontransfer.layers;

import emotiontransfer.numeric.Blas;
import emotiontransfer.numeric.NativeFloats;
import org.bytedeco.javacpp.FloatPointer;

/**
 * Stochastic gradient descent with momentum and weight decay: {@code v = momentum v - rate (g + l2
 * w)}, {@code w = w + v}. Biases do not decay.
 *
 * @param l2 weight decay
 */
public record Sgd(float learningRate, float momentum, float l2) {

  /** Moves weights whose velocity already has its momentum and its gradient. */
  public void move(NativeFloats weights, NativeFloats velocity, long offset, int count) {
    FloatPointer w = weights.at(offset);
    FloatPointer v = velocity.at(offset);
    Blas.add(count, -learningRate * l2, w, v);
    Blas.add(count, 1, v, w);
  }

  public void moveBiases(float[] biases, float[] velocity, float[] gradient) {
    for (int i = 0; i < biases.length; i++) {
      velocity[i] = momentum * velocity[i] - learningRate * gradient[i];
      biases[i] += velocity[i];
    }
  }
}
