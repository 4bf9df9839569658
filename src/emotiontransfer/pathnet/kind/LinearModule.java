package emotiontransfer.pathnet.kind;

import emotiontransfer.data.InputBlocks;
import emotiontransfer.frames.Extent;
import emotiontransfer.pathnet.network.Kernel;
import emotiontransfer.pathnet.network.ModuleKind.Parameters;
import emotiontransfer.pathnet.network.ModulePlace;
import emotiontransfer.pathnet.segment.InputLayer;
import emotiontransfer.pathnet.segment.LinearLayer;
import emotiontransfer.pathnet.segment.ModuleLayer;
import emotiontransfer.pathnet.segment.SegmentModule;
import emotiontransfer.pathnet.segment.TrainingPlan;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The paper's module: a linear layer followed by rectification, {@code max(0, w x + b)} for each
 * neuron, with weights drawn as He et al. (2015) do.
 *
 * <p>In the first layer the weights stand block of inputs by block, within a block neuron by neuron
 * ({@link InputBlocks}); above it input by input. Modules are computed side by side: by {@link
 * LinearLayer} above the first layer, by {@link InputLayer} in it.
 */
public final class LinearModule implements SegmentModule {

  @Override
  public String keyword() {
    return "linear";
  }

  @Override
  public Extent output(int layer, Extent input, int neurons) {
    return Extent.flat(neurons);
  }

  @Override
  public int weights(ModulePlace place) {
    return Math.multiplyExact(place.input().size(), place.output().size());
  }

  @Override
  public void initialize(float[] weights, ModulePlace place, RandomGenerator random) {
    double deviation = Math.sqrt(2.0 / place.input().size());
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) (deviation * random.nextGaussian());
    }
  }

  @Override
  public Optional<Kernel> kernel(int layer) {
    return Optional.of(Kernel.POINT);
  }

  @Override
  public int index(ModulePlace place, int input, int neuron) {
    int neurons = place.output().size();
    return place.layer() > 0
        ? input * neurons + neuron
        : InputBlocks.of(place.input().size()).place(input, neuron, neurons);
  }

  @Override
  public void forward(ModulePlace place, Parameters parameters, float[] in, float[] out) {
    for (int j = 0; j < out.length; j++) {
      float sum = parameters.biases()[j];
      for (int k = 0; k < in.length; k++) {
        sum += in[k] * parameters.weights()[index(place, k, j)];
      }
      out[j] = Math.max(sum, 0f);
    }
  }

  @Override
  public void backward(
      ModulePlace place,
      Parameters parameters,
      float[] in,
      float[] out,
      float[] outGradient,
      float[] inGradient,
      Parameters gradient) {
    for (int j = 0; j < out.length; j++) {
      if (out[j] > 0f) {
        gradient.biases()[j] += outGradient[j];
        for (int k = 0; k < in.length; k++) {
          int at = index(place, k, j);
          gradient.weights()[at] += outGradient[j] * in[k];
          inGradient[k] += outGradient[j] * parameters.weights()[at];
        }
      }
    }
  }

  @Override
  public Set<TrainingPlan> plans() {
    return EnumSet.allOf(TrainingPlan.class);
  }

  @Override
  public ModuleLayer layer(ModulePlace place, int most, int batch) {
    return place.layer() > 0
        ? new LinearLayer(place, most, batch)
        : SegmentModule.super.layer(place, most, batch);
  }

  @Override
  public FeedForwardLayer graphLayer(ModulePlace place) {
    return new DenseLayer.Builder()
        .nIn(place.input().size())
        .nOut(place.output().size())
        .activation(Activation.RELU)
        .build();
  }

  @Override
  public INDArray graphWeights(ModulePlace place, float[] weights) {
    float[][] matrix = new float[place.input().size()][place.output().size()];
    for (int k = 0; k < matrix.length; k++) {
      for (int j = 0; j < matrix[k].length; j++) {
        matrix[k][j] = weights[index(place, k, j)];
      }
    }
    return Nd4j.createFromArray(matrix);
  }
}
