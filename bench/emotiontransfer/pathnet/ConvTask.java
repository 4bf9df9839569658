package emotiontransfer.pathnet;

import java.util.Arrays;
import java.util.Random;

/**
 * The network that training steps of convolutions are compared on, and random clips for it: three
 * layers of modules side by side, mean and deviation over time of the last layer and of the inputs,
 * a normalised head.
 */
final class ConvTask {

  static final int INPUTS = 192;
  static final int FRAMES = 180;
  static final int CLASSES = 7;
  static final int BATCH = 32;
  static final int MODULES = 4;
  static final int CHANNELS = 32;
  static final int COLUMNS = MODULES * CHANNELS;
  static final int[] WIDTHS = {5, 3, 3};
  static final int[] DILATIONS = {1, 2, 3};
  static final int STATISTICS = 2 * (CHANNELS + INPUTS);
  static final double EPSILON = 1e-5;
  static final double DROPOUT = 0.4;
  static final double SMOOTHING = 0.1;
  static final double RATE = 3e-3;
  static final double DECAY = 2e-2;

  /** A clip each: {@code [input * FRAMES + frame]}. */
  final float[][] clips;

  ConvTask(int batches) {
    Random random = new Random(1);
    clips = new float[batches * BATCH][INPUTS * FRAMES];
    for (float[] clip : clips) {
      for (int i = 0; i < clip.length; i++) {
        clip[i] = (float) random.nextGaussian();
      }
    }
  }

  int batches() {
    return clips.length / BATCH;
  }

  int label(int clip) {
    return clip % CLASSES;
  }

  /** Copies a mini-batch, as every training must; {@code [clip][input][frame]}. */
  void copy(int batch, float[] target) {
    for (int i = 0; i < BATCH; i++) {
      float[] clip = clips[batch * BATCH + i];
      System.arraycopy(clip, 0, target, i * clip.length, clip.length);
    }
  }

  /** Returns the smoothed distributions of a mini-batch, {@code [clip][class]}. */
  float[] wanted(int batch) {
    float[] wanted = new float[BATCH * CLASSES];
    Arrays.fill(wanted, (float) (SMOOTHING / CLASSES));
    for (int i = 0; i < BATCH; i++) {
      wanted[i * CLASSES + label(batch * BATCH + i)] += (float) (1 - SMOOTHING);
    }
    return wanted;
  }
}
