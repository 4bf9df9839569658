package emotiontransfer.frames;

import static org.apache.commons.lang3.Validate.isTrue;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.apache.commons.lang3.ArrayUtils;

/**
 * Random changes of a clip in training that leave its emotion as it is: a part of it, other voices
 * and levels (shift, gain, noise), and gaps (masks; Park et al., "SpecAugment", 2019). Each is off
 * at 0; what is off draws no random number, so that settings can be compared under one seed.
 *
 * <p>Values are standardised, so that 0 is the mean. All frames of a crop are shifted, mirrored and
 * masked alike, and so are all channels:
 *
 * <pre>
 * RandomGenerator random = new SplittableRandom(seed ^ clip);
 * Crop crop = augmentation.crop(frames, random);
 * float[] values = Arrays.copyOfRange(clip, crop.first() * 192, (crop.first() + crop.count()) * 192);
 * augmentation.apply(values, crop.count(), new Extent(3, 64, 1), random);
 * </pre>
 *
 * @param cropLeast fewest frames of a crop
 * @param cropMost most frames of a crop; 0: the whole clip
 * @param bandMask most neighbouring bands (rows of a frame) that are set to 0
 * @param timeMask most neighbouring frames that are set to 0
 * @param bandShift farthest shift along the bands, up or down; the edge band is repeated
 * @param gain largest constant added to channel 0 or subtracted from it
 * @param noise largest deviation of Gaussian noise on every value
 * @param mirror whether every other crop, by chance, is mirrored in its columns
 * @param pixelShift farthest shift along rows and along columns; edges are repeated
 */
public record Augmentation(
    int cropLeast,
    int cropMost,
    int bandMask,
    int timeMask,
    int bandShift,
    double gain,
    double noise,
    boolean mirror,
    int pixelShift) {

  /** Every clip as it is, whole. */
  public static final Augmentation NONE = new Augmentation(0, 0, 0, 0, 0, 0, 0, false, 0);

  public Augmentation {
    atLeast0("crop-least", cropLeast);
    String order = "crop-most must be 0 (the whole clip) or at least crop-least (%s), but is %s";
    isTrue(cropMost >= Math.max(1, cropLeast) || cropMost == 0, order, cropLeast, cropMost);
    atLeast0("band-mask", bandMask);
    atLeast0("time-mask", timeMask);
    atLeast0("band-shift", bandShift);
    atLeast0("gain", gain);
    atLeast0("noise", noise);
    atLeast0("pixel-shift", pixelShift);
  }

  private static void atLeast0(String name, Number value) {
    double number = value.doubleValue();
    boolean valid = number >= 0 && number <= Float.MAX_VALUE;
    isTrue(valid, "%s must be a number of at least 0, but is %s", name, value);
  }

  /**
   * Draws a part of a clip: its length from {@link #cropLeast} to {@link #cropMost} frames or to
   * the clip's end, then its start, each as likely as any other. A clip of at most {@code
   * cropLeast} frames is taken whole.
   */
  public Crop crop(int frames, RandomGenerator random) {
    if (cropMost == 0 || frames <= cropLeast) {
      return new Crop(0, frames);
    }
    int count = between(Math.max(1, cropLeast), Math.min(cropMost, frames), random);
    return new Crop(between(0, frames - count, random), count);
  }

  /**
   * Changes the frames of a crop in place: shift, mirror, gain, noise and, last, the masks. A mask
   * takes at most half of the bands, or of the frames, so that a short clip keeps something.
   *
   * @param values {@code [frames][shape.size()]}; what stands behind them stays as it is
   * @throws IllegalArgumentException if there are fewer values
   */
  public void apply(float[] values, int frames, Extent shape, RandomGenerator random) {
    int length = Math.multiplyExact(frames, shape.size());
    isTrue(length <= values.length, "%s frames need %s values", frames, length);
    move(values, length, shape, random);
    addGain(values, length, shape, random);
    addNoise(values, length, random);
    Crop bands = mask(bandMask, shape.rows(), random);
    for (int plane = 0; plane < length; plane += shape.planeSize()) {
      clear(values, plane, bands, shape.columns());
    }
    clear(values, 0, mask(timeMask, frames, random), shape.size());
  }

  private void move(float[] values, int length, Extent shape, RandomGenerator random) {
    int up = shift(bandShift, shape.rows(), random) + shift(pixelShift, shape.rows(), random);
    int right = shift(pixelShift, shape.columns(), random);
    boolean mirrored = mirror && random.nextBoolean();
    for (int plane = 0; plane < length; plane += shape.planeSize()) {
      move(values, plane, shape.rows(), shape.columns(), up);
      int end = plane + shape.planeSize();
      for (int row = plane; row < end && (mirrored || right != 0); row += shape.columns()) {
        move(values, row, shape.columns(), 1, right);
        if (mirrored) {
          ArrayUtils.reverse(values, row, row + shape.columns());
        }
      }
    }
  }

  private void addGain(float[] values, int length, Extent shape, RandomGenerator random) {
    float constant = gain == 0 ? 0 : (float) random.nextDouble(-gain, gain);
    for (int frame = 0; frame < length && gain > 0; frame += shape.size()) {
      for (int i = frame; i < frame + shape.planeSize(); i++) {
        values[i] += constant;
      }
    }
  }

  private void addNoise(float[] values, int length, RandomGenerator random) {
    double deviation = noise == 0 ? 0 : random.nextDouble(noise);
    for (int i = 0; i < length && noise > 0; i++) {
      values[i] += (float) (deviation * random.nextGaussian());
    }
  }

  /** Moves lines up (or down) by so many places; the first (or last) line fills what is free. */
  private static void move(float[] values, int start, int lines, int width, int by) {
    int places = Math.min(Math.abs(by), lines - 1);
    if (places == 0) {
      return;
    }
    int later = start + places * width;
    int kept = (lines - places) * width;
    System.arraycopy(values, by > 0 ? start : later, values, by > 0 ? later : start, kept);
    int edge = by > 0 ? start : start + (lines - 1) * width;
    int free = by > 0 ? start : start + kept;
    for (int i = 0; i < places; i++) {
      System.arraycopy(values, edge, values, free + i * width, width);
    }
  }

  private static Crop mask(int most, int available, RandomGenerator random) {
    int count = most == 0 ? 0 : between(0, Math.min(most, available / 2), random);
    return new Crop(count == 0 ? 0 : between(0, available - count, random), count);
  }

  private static void clear(float[] values, int start, Crop lines, int width) {
    int from = start + lines.first() * width;
    Arrays.fill(values, from, from + lines.count() * width, 0f);
  }

  /** Draws a shift that leaves at least one line in the frame. */
  private static int shift(int most, int lines, RandomGenerator random) {
    int farthest = Math.min(most, lines - 1);
    return farthest == 0 ? 0 : between(-farthest, farthest, random);
  }

  /** Draws a whole number, both ends included. */
  private static int between(int least, int most, RandomGenerator random) {
    return random.nextInt(least, most + 1);
  }
}
