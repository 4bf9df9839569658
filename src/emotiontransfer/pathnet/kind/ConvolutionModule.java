package emotiontransfer.pathnet.kind;

import emotiontransfer.frames.Extent;
import emotiontransfer.pathnet.network.Kernel;
import emotiontransfer.pathnet.network.ModuleKind;
import emotiontransfer.pathnet.network.ModulePlace;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A convolution along time over all values of its frames, normalised and rectified: the paper's
 * future work (section 6).
 *
 * <p>Weights stand channel by channel, {@code [channel][tap][value]}, drawn as He et al. (2015) do;
 * behind them a scale for each channel, which begins at one. The bias of a channel is added behind
 * normalisation and scale.
 */
public record ConvolutionModule(Kernel kernel) implements ModuleKind {

  private static final Pattern NAME = Pattern.compile("conv(?:-(\\d{1,4})x(\\d{1,4}))?");

  /** Returns the name, followed by width and dilation: {@code conv-5x1}. */
  @Override
  public String keyword() {
    return "conv-" + kernel.width() + "x" + kernel.dilation();
  }

  @Override
  public Optional<ModuleKind> named(String word) {
    Matcher matcher = NAME.matcher(word);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        matcher.group(1) == null
            ? this
            : of(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))));
  }

  public static ConvolutionModule of(int width, int dilation) {
    return new ConvolutionModule(Kernel.time(width, dilation));
  }

  @Override
  public Extent output(int layer, Extent input, int neurons) {
    return Extent.flat(neurons);
  }

  private int windows(ModulePlace place) {
    return Math.multiplyExact(kernel.taps(), place.input().size());
  }

  @Override
  public int weights(ModulePlace place) {
    return Math.multiplyExact(Math.addExact(windows(place), 1), place.output().size());
  }

  @Override
  public void initialize(float[] weights, ModulePlace place, RandomGenerator random) {
    int length = windows(place);
    int scales = length * place.output().size();
    double deviation = Math.sqrt(2.0 / length);
    for (int i = 0; i < scales; i++) {
      weights[i] = (float) (deviation * random.nextGaussian());
    }
    Arrays.fill(weights, scales, weights.length, 1f);
  }

  @Override
  public int index(ModulePlace place, int input, int channel) {
    return channel * windows(place) + input;
  }

  @Override
  public Optional<Kernel> kernel(int layer) {
    return Optional.of(kernel);
  }
}
