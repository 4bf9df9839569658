package emotiontransfer.pathnet;

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
  public void addActivated(float[] sums, int s, float[] inputs, int z, int length, float scale) {
    for (int i = 0; i < length; i++) {
      sums[s + i] += scale * Math.max(inputs[z + i], 0f);
    }
  }

  @Override
  public void backpropagate(
      float[] inputs, int z, float[] gradient, int g, int length, float scale) {
    for (int i = 0; i < length; i++) {
      inputs[z + i] = inputs[z + i] > 0f ? scale * gradient[g + i] : 0f;
    }
  }

  @Override
  public Activation activation() {
    return Activation.RELU;
  }
}
