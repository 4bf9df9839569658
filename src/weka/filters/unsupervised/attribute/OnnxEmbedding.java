package weka.filters.unsupervised.attribute;

import static org.apache.commons.lang3.Validate.isTrue;

import emotiontransfer.corpus.scheme.Modality;
import emotiontransfer.embedding.Embedding;
import emotiontransfer.embedding.EmbeddingForm;
import emotiontransfer.embedding.EmbeddingSettings;
import emotiontransfer.embedding.EmbeddingSettings.Frames;
import emotiontransfer.embedding.InputNormalization;
import emotiontransfer.embedding.PictureEmbedding;
import emotiontransfer.embedding.PictureSettings;
import emotiontransfer.embedding.PictureSettings.Crop;
import emotiontransfer.embedding.SpeechEmbedding;
import emotiontransfer.media.ClipReader;
import emotiontransfer.media.FrameSampling;
import emotiontransfer.weka.command.FilterCommand;
import emotiontransfer.weka.filter.MediaFilter;
import emotiontransfer.weka.options.SchemeOptions;
import emotiontransfer.weka.progress.WindowLog;
import java.io.File;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import weka.core.Instances;
import weka.core.OptionMetadata;

/**
 * Turns clips into what a model from elsewhere makes of them, such as wav2vec 2.0 or a network of
 * faces: numeric attributes, or a bag whose rows are frames.
 */
public class OnnxEmbedding extends MediaFilter {

  private static final long serialVersionUID = 1L;

  private File model = new File("");
  private File next = new File("");
  private int nextStep;
  private double nextScale = 1;
  private double nextOffset;
  private String input = "";
  private String output = "";
  private InputNormalization normalize = InputNormalization.AUTO;
  private int sampleRate;
  private EmbeddingForm form = EmbeddingForm.AUTO;
  private Crop crop = Crop.FACE;
  private double margin;
  private int pictureSize = 224;
  private double framesPerSecond;
  private String sha256 = "";

  /** Hashes of the models that made the output format. */
  private String used = "";

  /** Opened when it is needed. */
  private transient Embedding opened;

  public static void main(String[] options) {
    FilterCommand.main(new OnnxEmbedding(), options);
  }

  public String globalInfo() {
    return "Turns clips into what a model in ONNX's format makes of them, run by ONNX Runtime. A"
        + " model of sound takes [batch, samples], as wav2vec 2.0, HuBERT, WavLM and"
        + " emotion2vec do; a model of pictures takes [batch, 3, height, width]. Where it"
        + " gives one vector for a clip, its numbers become attributes; where it gives a"
        + " sequence, a bag whose rows are frames. The clip table has a string attribute"
        + " 'file' with the clips' paths.";
  }

  @Override
  public boolean setInputFormat(Instances instanceInfo) throws Exception {
    used = "";
    boolean formatKnown = super.setInputFormat(instanceInfo);
    used = embedding().hashes();
    return formatKnown;
  }

  @Override
  public ClipReader createReader() {
    return embedding().takesSound()
        ? new SpeechEmbedding(embedding(), limits())
        : new PictureEmbedding(
            embedding(), pictures(), message -> WindowLog.note(getLog(), message));
  }

  private PictureSettings pictures() {
    return new PictureSettings(crop, margin, new FrameSampling(framesPerSecond, 0), limits());
  }

  /** Opens the model once for all clips, however many batches there are. */
  private synchronized Embedding embedding() {
    isTrue(!model.getPath().isEmpty(), "OnnxEmbedding needs the file of a model (-model FILE).");
    Optional<Frames> second =
        next.getPath().isEmpty()
            ? Optional.empty()
            : Optional.of(new Frames(next.toPath(), nextStep, nextScale, nextOffset));
    List<String> outputs =
        Stream.of(output.split(",")).map(String::strip).filter(name -> !name.isEmpty()).toList();
    EmbeddingSettings settings =
        new EmbeddingSettings(
            model.toPath(),
            second,
            input.strip(),
            outputs,
            normalize,
            sampleRate,
            form,
            pictureSize);
    if (opened == null || !opened.settings().equals(settings)) {
      opened = Embedding.open(settings);
    }
    String found = opened.hashes();
    String wanted = sha256.isBlank() ? used : sha256.strip();
    String other =
        "Model %s is not the one that is wanted: its SHA-256 begins with %s, not with %s (option"
            + " -sha256, or the model that this filter was made with).";
    isTrue(wanted.isEmpty() || found.equals(wanted), other, model, found, wanted);
    return opened;
  }

  /** The name of a file says nothing about a model: its hash does. */
  @Override
  public String signature() {
    String shown = embedding().takesSound() ? "" : pictures().options();
    return "OnnxEmbedding " + embedding().options() + shown;
  }

  @Override
  protected String cacheKey() {
    return signature() + " -fps " + framesPerSecond;
  }

  @Override
  protected List<String> valueNames() {
    return embedding().names();
  }

  @Override
  protected boolean makesVectors() {
    return embedding().isVector();
  }

  /** All where no model is chosen yet. */
  @Override
  public Set<Modality> modalities() {
    if (model.getPath().isEmpty()) {
      return super.modalities();
    }
    Modality own = embedding().takesSound() ? Modality.AUDIO : Modality.IMAGE;
    return EnumSet.of(Modality.VIDEO, own);
  }

  @OptionMetadata(
      displayName = "model",
      description = "File of the model in ONNX's format, all weights in it.",
      displayOrder = 1)
  public File getModel() {
    return model;
  }

  public void setModel(File value) {
    model = value;
    used = "";
  }

  @OptionMetadata(
      displayName = "output",
      description = "Names of the model's outputs, separated by commas; none: the first one.",
      displayOrder = 2)
  public String getOutput() {
    return output;
  }

  public void setOutput(String value) {
    output = value;
  }

  @OptionMetadata(
      displayName = "form",
      description =
          "What a clip becomes: vector (numeric attributes, the means over the frames where there"
              + " are several), sequence (a bag whose rows are frames) or auto (a vector where the"
              + " model gives one for the whole clip).",
      displayOrder = 3)
  public EmbeddingForm getForm() {
    return form;
  }

  public void setForm(EmbeddingForm value) {
    form = value;
  }

  @OptionMetadata(
      displayName = "normalize",
      description =
          "The range of what the model is given: none (samples -1 to 1, colours 0 to 1), zero-mean"
              + " (mean 0 and variance 1 of each clip or picture), int16 (samples of 16 bits), byte"
              + " (colours 0 to 255), imagenet, or auto (as the model's metadata say, or none).",
      displayOrder = 4)
  public InputNormalization getNormalize() {
    return normalize;
  }

  public void setNormalize(InputNormalization value) {
    normalize = value;
  }

  @OptionMetadata(
      displayName = "sampleRate",
      description = "Sampling rate of the model in Hz; 0: as its metadata say, or 16000.",
      displayOrder = 5)
  public int getSampleRate() {
    return sampleRate;
  }

  public void setSampleRate(int value) {
    sampleRate = value;
  }

  @OptionMetadata(
      displayName = "input",
      description = "Name of the input that takes the clip, where there are several.",
      displayOrder = 6)
  public String getInput() {
    return input;
  }

  public void setInput(String value) {
    input = value;
  }

  @OptionMetadata(
      displayName = "next",
      description = "File of a second model, which takes the frames that the first one gives.",
      displayOrder = 8)
  public File getNext() {
    return next;
  }

  public void setNext(File value) {
    next = value;
    used = "";
  }

  @OptionMetadata(
      displayName = "nextStep",
      description = "Frames between two windows of the second model; 0: none overlap.",
      displayOrder = 9)
  public int getNextStep() {
    return nextStep;
  }

  public void setNextStep(int value) {
    nextStep = value;
  }

  @OptionMetadata(
      displayName = "nextScale",
      description = "What the frames' values are multiplied by for the second model.",
      displayOrder = 10)
  public double getNextScale() {
    return nextScale;
  }

  public void setNextScale(double value) {
    nextScale = value;
  }

  @OptionMetadata(
      displayName = "nextOffset",
      description = "What is added to the frames' values then.",
      displayOrder = 11)
  public double getNextOffset() {
    return nextOffset;
  }

  public void setNextOffset(double value) {
    nextOffset = value;
  }

  @OptionMetadata(
      displayName = "crop",
      description = "What a model of pictures is given: face (as FaceCrop finds it) or whole.",
      displayOrder = 12)
  public Crop getCrop() {
    return crop;
  }

  public void setCrop(Crop value) {
    crop = value;
  }

  @OptionMetadata(
      displayName = "margin",
      description = "What is added to each side of a face, as a fraction of its size.",
      displayOrder = 13)
  public double getMargin() {
    return margin;
  }

  public void setMargin(double value) {
    margin = value;
  }

  @OptionMetadata(
      displayName = "pictureSize",
      description = "Side of pictures in pixels, where the model leaves it open.",
      commandLineParamName = "size",
      displayOrder = 14)
  public int getPictureSize() {
    return pictureSize;
  }

  public void setPictureSize(int value) {
    pictureSize = SchemeOptions.atLeast(1, value, "size");
  }

  @OptionMetadata(
      displayName = "framesPerSecond",
      description = "How many frames are taken of each second of a video, evenly; 0 takes all.",
      commandLineParamName = "fps",
      displayOrder = 15)
  public double getFramesPerSecond() {
    return framesPerSecond;
  }

  public void setFramesPerSecond(double value) {
    framesPerSecond = value;
  }

  @OptionMetadata(
      displayName = "sha256",
      description = "SHA-256 that the models must have, as tables name it; none: any.",
      displayOrder = 16)
  public String getSha256() {
    return sha256;
  }

  public void setSha256(String value) {
    sha256 = value;
  }
}
