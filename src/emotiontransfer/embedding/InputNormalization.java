package emotiontransfer.embedding;

import static org.apache.commons.lang3.Validate.isTrue;

import emotiontransfer.data.Keyword;
import java.util.Map;

/** The range that a model expects its input in. */
public enum InputNormalization implements Keyword {
  /** What the model's metadata say, or else none. */
  AUTO,
  /** Samples from -1 to 1, colours from 0 to 1. */
  NONE,
  /** Mean 0 and variance 1 over the clip or the picture, as wav2vec 2.0's. */
  ZERO_MEAN,
  /** Samples from -32,768 to 32,767. */
  INT16,
  /** Colours from 0 to 255. */
  BYTE,
  /** Colours less the mean of ImageNet's pictures, divided by their deviation. */
  IMAGENET;

  private static final float[] IMAGENET_MEAN = {0.485f, 0.456f, 0.406f};
  private static final float[] IMAGENET_DEVIATION = {0.229f, 0.224f, 0.225f};

  /** Under the root of a variance, as in Hugging Face's Wav2Vec2FeatureExtractor. */
  private static final double EPSILON = 1e-7;

  /**
   * Returns what a model's metadata say: {@code normalization} with one of these keywords, {@code
   * do_normalize} as in Hugging Face's preprocessors, {@code normalize_samples} as in sherpa-onnx.
   */
  static InputNormalization ofMetadata(Map<String, String> metadata) {
    if (metadata.containsKey("normalization")) {
      return Keyword.ofKeyword(InputNormalization.class, metadata.get("normalization"));
    }
    if (metadata.getOrDefault("do_normalize", "").matches("(?i)1|true")) {
      return ZERO_MEAN;
    }
    return "0".equals(metadata.get("normalize_samples")) ? INT16 : NONE;
  }

  /** Rejects a range that this kind of input does not have. */
  void check(boolean sound) {
    boolean wrong = sound ? this == BYTE || this == IMAGENET : this == INT16;
    isTrue(!wrong, "normalize %s is for %s", keyword(), sound ? "pictures" : "sound");
  }

  /** Brings samples from -1 to 1, or colours from 0 to 1 plane by plane, into this range. */
  void apply(float[] values, int planes) {
    switch (this) {
      case ZERO_MEAN -> standardize(values);
      case INT16 -> scale(values, 32768);
      case BYTE -> scale(values, 255);
      case IMAGENET -> standardizePlanes(values, values.length / planes);
      default -> {}
    }
  }

  private static void scale(float[] values, float factor) {
    for (int i = 0; i < values.length; i++) {
      values[i] *= factor;
    }
  }

  private static void standardize(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    double mean = sum / values.length;
    double squares = 0;
    for (float value : values) {
      squares += (value - mean) * (value - mean);
    }
    double deviation = Math.sqrt(squares / values.length + EPSILON);
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) ((values[i] - mean) / deviation);
    }
  }

  private static void standardizePlanes(float[] values, int size) {
    for (int i = 0; i < values.length; i++) {
      int colour = i / size;
      values[i] = (values[i] - IMAGENET_MEAN[colour]) / IMAGENET_DEVIATION[colour];
    }
  }
}
