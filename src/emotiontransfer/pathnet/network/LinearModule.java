package emotiontransfer.pathnet.network;

import java.util.random.RandomGenerator;
import org.nd4j.linalg.activations.Activation;

/** The paper's module: a linear layer followed by rectification, after He et al. (2015) seeded. */
final class LinearModule implements ModuleKind {

  @Override
  public String name() {
    return "linear";
  }

  @Override
  public void initialize(float[] weights, int fanIn, RandomGenerator random) {
    double deviation = Math.sqrt(2.0 / fanIn);
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) (deviation * random.nextGaussian());
    }
  }

  @Override
  public void addActivated(float[] sums, float[] inputs, int length, float scale) {
    for (int i = 0; i < length; i++) {
      sums[i] += scale * Math.max(inputs[i], 0f);
    }
  }

  @Override
  public void backpropagate(float[] inputs, float[] gradient, int length, float scale) {
    for (int i = 0; i < length; i++) {
      inputs[i] = inputs[i] > 0f ? scale * gradient[i] : 0f;
    }
  }

  @Override
  public Activation activation() {
    return Activation.RELU;
  }
}
