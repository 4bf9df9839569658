package emotiontransfer.embedding;

import ai.onnxruntime.OrtException;
import emotiontransfer.data.FloatSegments;
import emotiontransfer.embedding.EmbeddingSettings.Frames;
import emotiontransfer.media.MediaException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.lang3.StringUtils;

/**
 * One model, or two of which the second takes the frames of the first, with all that is chosen of
 * them. Each is tried once when it is opened, so that what does not fit is said before any clip is
 * read. Safe for several threads.
 */
public final class Embedding {

  private static final int USUAL_RATE = 16000;
  private static final int HASH_DIGITS = 12;

  private final EmbeddingSettings settings;
  private final OnnxModel model;
  private final ModelInput input;
  private final Optional<Second> second;
  private final List<String> outputs;
  private final List<String> firstOutputs;
  private final InputNormalization normalization;
  private final int sampleRate;
  private final boolean vector;
  private final List<String> names;

  /** A model of frames, and how it takes them. */
  private record Second(OnnxModel model, ModelInput input, Frames frames) {}

  private Embedding(EmbeddingSettings settings, OnnxModel model) {
    this.settings = settings;
    this.model = model;
    this.input = model.input(settings.input());
    if (!input.takesSound() && !input.takesPictures()) {
      throw unfit(
          "takes %s, but what can be given is [batch, samples] or [batch, 3, height, width].",
          ModelInput.text(input.shape()));
    }
    boolean automatic = settings.normalization() == InputNormalization.AUTO;
    this.normalization =
        automatic ? InputNormalization.ofMetadata(model.metadata()) : settings.normalization();
    normalization.check(input.takesSound());
    this.sampleRate = settings.sampleRate() > 0 ? settings.sampleRate() : declaredRate();
    this.second = settings.next().map(Embedding::second);
    OnnxModel last = second.map(Second::model).orElse(model);
    this.outputs = last.outputs(settings.outputs());
    this.firstOutputs = second.isPresent() ? model.outputs(List.of()) : outputs;
    List<Rows> tried = trial();
    this.vector = isVector(settings.form(), tried);
    this.names = names(tried);
    beside(tried);
  }

  /**
   * Opens the models.
   *
   * @throws IllegalArgumentException if a model cannot be used so, with a sentence that says why
   */
  public static Embedding open(EmbeddingSettings settings) {
    return new Embedding(settings, OnnxModel.of(settings.model()));
  }

  private static Second second(Frames frames) {
    OnnxModel model = OnnxModel.of(frames.model());
    return new Second(model, model.input(""), frames);
  }

  private IllegalArgumentException unfit(String why, Object... values) {
    return new IllegalArgumentException("Model " + model.file() + " " + why.formatted(values));
  }

  private int declaredRate() {
    for (String key : List.of("sample_rate", "sampling_rate")) {
      String rate = model.metadata().getOrDefault(key, "");
      if (rate.matches("[1-9]\\d{3,5}")) {
        return Integer.parseInt(rate);
      }
    }
    return USUAL_RATE;
  }

  /** Computes with silence of a second, or with a black picture. */
  private List<Rows> trial() {
    int samples = input.samples() > 0 ? input.samples() : sampleRate;
    int size = takesSound() ? samples : input.planes() * height() * width();
    try {
      return outputs(List.of(new float[size]));
    } catch (OrtException e) {
      throw unfit("cannot be used: %s", OnnxModel.reason(e));
    }
  }

  private boolean isVector(EmbeddingForm form, List<Rows> tried) {
    if (form != EmbeddingForm.AUTO) {
      return form == EmbeddingForm.VECTOR;
    }
    boolean sequence = second.isPresent() || tried.stream().anyMatch(Rows::sequence);
    return takesSound() && !sequence;
  }

  private List<String> names(List<Rows> tried) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < tried.size(); i++) {
      int width = tried.get(i).width();
      String start = StringUtils.strip(outputs.get(i).replaceAll("[^A-Za-z0-9_.]+", "-"), "-_");
      int digits = Math.max(3, String.valueOf(width - 1).length());
      IntStream.range(0, width)
          .mapToObj(j -> start + "_" + StringUtils.leftPad(String.valueOf(j), digits, '0'))
          .forEach(all::add);
    }
    return List.copyOf(all);
  }

  public EmbeddingSettings settings() {
    return settings;
  }

  /** Returns whether the model takes sound, or else pictures. */
  public boolean takesSound() {
    return input.takesSound();
  }

  /** Returns whether a clip becomes one vector, or else a sequence. */
  public boolean isVector() {
    return vector;
  }

  /** Returns the names of a row's values: {@code hidden_states_0000}. */
  public List<String> names() {
    return names;
  }

  public int sampleRate() {
    return sampleRate;
  }

  int planes() {
    return input.planes();
  }

  /** Returns the height of pictures, which is given where the model leaves it open. */
  int height() {
    return takesSound() ? 0 : input.side(2, settings.pictureSize());
  }

  /** Returns the width of pictures. */
  int width() {
    return takesSound() ? 0 : input.side(3, settings.pictureSize());
  }

  /** Returns the beginnings of the SHA-256 of the models' files, a comma between them. */
  public String hashes() {
    String first = model.hash().substring(0, HASH_DIGITS);
    return second
        .map(it -> first + "," + it.model().hash().substring(0, HASH_DIGITS))
        .orElse(first);
  }

  /** Returns all that says what a value means as options of a command line. */
  public String options() {
    StringBuilder text = new StringBuilder("-sha256 " + hashes());
    text.append(" -input ").append(input.name());
    text.append(" -output ").append(String.join(",", outputs));
    text.append(" -normalize ").append(normalization.keyword());
    text.append(takesSound() ? " -sample-rate " + sampleRate : " -size " + settings.pictureSize());
    text.append(" -form ")
        .append((vector ? EmbeddingForm.VECTOR : EmbeddingForm.SEQUENCE).keyword());
    second.ifPresent(
        it ->
            text.append(
                String.format(
                    Locale.ROOT,
                    " -next-step %s -next-scale %s -next-offset %s",
                    it.frames().step(),
                    it.frames().scale(),
                    it.frames().offset())));
    return text.toString();
  }

  /** Returns what stands for a clip of samples from -1 to 1 at {@link #sampleRate}. */
  FloatSegments ofSamples(Path clip, float[] samples) throws MediaException {
    normalization.apply(samples, 1);
    int length = input.samples() > 0 ? input.samples() : samples.length;
    List<float[]> pieces = new ArrayList<>();
    for (int from = 0; from < samples.length; from += length) {
      pieces.add(Arrays.copyOfRange(samples, from, from + length));
    }
    return of(clip, pieces);
  }

  /** Returns what stands for pictures, {@code [picture][plane * pixel]}, from 0 to 1. */
  FloatSegments ofPictures(Path clip, List<float[]> pictures) throws MediaException {
    pictures.forEach(picture -> normalization.apply(picture, planes()));
    return of(clip, pictures);
  }

  private FloatSegments of(Path clip, List<float[]> pieces) throws MediaException {
    Rows rows;
    try {
      rows = beside(outputs(pieces));
    } catch (OrtException e) {
      String why = "is not taken by the model %s, perhaps because it is too short: %s";
      throw new MediaException(
          clip, why.formatted(model.file().getFileName(), trimmed(OnnxModel.reason(e))), e);
    } catch (IllegalArgumentException e) {
      throw new MediaException(clip, "cannot be embedded: " + trimmed(e.getMessage()), e);
    }
    for (float value : rows.values()) {
      if (!Float.isFinite(value)) {
        String why = "is given values that are not finite numbers by the model %s";
        throw new MediaException(clip, why.formatted(model.file().getFileName()));
      }
    }
    int length = rows.values().length;
    return new FloatSegments(rows.values(), 1, rows.width(), length, rows.width(), rows.count());
  }

  private static String trimmed(String sentence) {
    return StringUtils.removeEnd(sentence, ".");
  }

  /** Puts the outputs beside each other. */
  private Rows beside(List<Rows> each) {
    List<Rows> rows = vector ? each.stream().map(Rows::mean).toList() : each;
    if (rows.stream().mapToInt(Rows::count).distinct().count() > 1) {
      throw new IllegalArgumentException(
          "The outputs %s have %s rows, which cannot stand beside each other; choose one (-output), or their means (-form vector)."
              .formatted(
                  String.join(", ", outputs),
                  StringUtils.join(rows.stream().map(Rows::count).toList(), ", ")));
    }
    return Rows.beside(rows);
  }

  private List<Rows> outputs(List<float[]> pieces) throws OrtException {
    List<List<Rows>> parts = new ArrayList<>();
    for (float[] piece : pieces) {
      long[] shape =
          takesSound() ? input.ofSamples(piece.length) : input.ofPicture(height(), width());
      parts.add(model.run(input, piece, shape, piece.length, firstOutputs));
    }
    List<Rows> first = below(parts);
    return second.isEmpty() ? first : ofFrames(second.get(), first.get(0));
  }

  private List<Rows> ofFrames(Second next, Rows frames) throws OrtException {
    int width = frames.width();
    if (!next.input().takesFrames(width)) {
      throw new IllegalArgumentException(
          "Model %s takes %s, but the frames of %s have %s values."
              .formatted(
                  next.model().file(), ModelInput.text(next.input().shape()), model.file(), width));
    }
    float[] scaled = new float[frames.values().length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = (float) (frames.values()[i] * next.frames().scale() + next.frames().offset());
    }
    int length = next.input().frames() > 0 ? next.input().frames() : frames.count();
    int step = next.frames().step() > 0 ? next.frames().step() : length;
    List<List<Rows>> parts = new ArrayList<>();
    for (int from = 0; parts.isEmpty() || from + length <= frames.count(); from += step) {
      // Zeros behind a clip that is shorter than a window.
      float[] window = Arrays.copyOfRange(scaled, from * width, (from + length) * width);
      long[] shape = next.input().ofFrames(length, width);
      parts.add(next.model().run(next.input(), window, shape, length, outputs));
    }
    return below(parts);
  }

  private static List<Rows> below(List<List<Rows>> parts) {
    return IntStream.range(0, parts.get(0).size())
        .mapToObj(output -> Rows.below(parts.stream().map(part -> part.get(output)).toList()))
        .toList();
  }
}
