package emotiontransfer.embedding;

import static org.apache.commons.lang3.Validate.isTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Which models make what of a clip.
 *
 * @param next model that takes the frames which the first one gives
 * @param input name of the first model's input; empty where it has only one of numbers
 * @param outputs names of the last model's outputs; none for the first one
 * @param sampleRate of the sound, in Hz; 0 for what the metadata say, or else 16,000
 * @param pictureSize side of pictures in pixels, where the model leaves it open
 */
public record EmbeddingSettings(
    Path model,
    Optional<Frames> next,
    String input,
    List<String> outputs,
    InputNormalization normalization,
    int sampleRate,
    EmbeddingForm form,
    int pictureSize) {

  /**
   * How a model takes the frames of another one: {@code scale * frame + offset}, in windows.
   *
   * @param step frames between the beginnings of two windows; 0 for windows that do not overlap
   */
  public record Frames(Path model, int step, double scale, double offset) {

    public Frames {
      isTrue(step >= 0, "next-step must be at least 0, but is %s", step);
      boolean finite = Double.isFinite(scale) && Double.isFinite(offset);
      isTrue(finite, "next-scale and next-offset must be numbers, but are %s, %s", scale, offset);
    }
  }

  public EmbeddingSettings {
    outputs = List.copyOf(outputs);
    boolean known = sampleRate == 0 || sampleRate >= 1000 && sampleRate <= 768000;
    isTrue(known, "sample-rate must be 0 or from 1000 to 768000, but is %s", sampleRate);
  }
}
