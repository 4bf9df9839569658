package emotiontransfer.pathnet.kind;

import emotiontransfer.frames.Extent;
import emotiontransfer.pathnet.network.Kernel;
import emotiontransfer.pathnet.network.ModuleKind;
import emotiontransfer.pathnet.network.ModulePlace;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.lang3.Validate;

/**
 * A convolution over squares of 3 x 3 pixels of each frame, normalised and rectified, then means
 * over 2 x 2: faces keep the order of their pixels, which {@link ConvolutionModule} forgets.
 *
 * <p>Weights stand as those of {@link ConvolutionModule}.
 *
 * @param image channels, rows and columns of a frame, for the first layer
 */
public record ImageModule(Extent image) implements ModuleKind {

  private static final Pattern NAME =
      Pattern.compile("conv2d(?:-(\\d{1,4})x(\\d{1,4})x(\\d{1,4}))?");

  /** Frames of FaceCrop. */
  public static final ImageModule FACES = new ImageModule(new Extent(3, 64, 64));

  private static final ConvolutionModule WEIGHTS = new ConvolutionModule(Kernel.IMAGE);

  /** Returns the name, followed by channels, rows and columns of a frame. */
  @Override
  public String keyword() {
    return "conv2d-" + image.channels() + "x" + image.rows() + "x" + image.columns();
  }

  @Override
  public Optional<ModuleKind> named(String word) {
    Matcher matcher = NAME.matcher(word);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    if (matcher.group(1) == null) {
      return Optional.of(this);
    }
    int[] numbers = {1, 2, 3};
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Integer.parseInt(matcher.group(i + 1));
    }
    return Optional.of(new ImageModule(new Extent(numbers[0], numbers[1], numbers[2])));
  }

  /** Returns the layout of what goes in: the first layer's input is one long row. */
  @Override
  public Extent input(int layer, Extent given) {
    Extent input = layer == 0 ? image : given;
    Validate.isTrue(
        input.size() == given.size() && input.rows() % 2 == 0 && input.columns() % 2 == 0,
        "A layer of conv2d modules needs images of even sides, but layer %s has %s x %s pixels; use"
            + " fewer such layers (-module, -L), or crops of another size.",
        layer + 1,
        input.rows(),
        input.columns());
    return input;
  }

  @Override
  public Extent output(int layer, Extent input, int neurons) {
    return new Extent(neurons, input.rows() / 2, input.columns() / 2);
  }

  private static ModulePlace channels(ModulePlace place) {
    return new ModulePlace(
        place.layer(),
        Extent.flat(place.input().channels()),
        Extent.flat(place.output().channels()));
  }

  @Override
  public int weights(ModulePlace place) {
    return WEIGHTS.weights(channels(place));
  }

  @Override
  public void initialize(float[] weights, ModulePlace place, RandomGenerator random) {
    WEIGHTS.initialize(weights, channels(place), random);
  }

  @Override
  public int index(ModulePlace place, int input, int channel) {
    return WEIGHTS.index(channels(place), input, channel);
  }

  @Override
  public Optional<Kernel> kernel(int layer) {
    return Optional.of(Kernel.IMAGE);
  }
}
