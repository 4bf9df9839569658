package weka.filters.unsupervised.attribute;

import emotiontransfer.corpus.scheme.Modality;
import emotiontransfer.media.ClipReader;
import emotiontransfer.media.SegmentTimes;
import emotiontransfer.numeric.HeapCheck;
import emotiontransfer.speech.LevelNormalization;
import emotiontransfer.speech.ShortClip;
import emotiontransfer.speech.SpeechSegments;
import emotiontransfer.speech.SpeechSettings;
import emotiontransfer.weka.command.FilterCommand;
import emotiontransfer.weka.filter.MediaFilter;
import emotiontransfer.weka.table.FeatureSignature;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import weka.core.OptionMetadata;

/**
 * Turns speech clips into bags of log-mel segments with deltas and delta-deltas.
 *
 * <p>A segment has 3 x 64 x 64 values with the paper's settings; value {@code (channel * 64 + band)
 * * 64 + frame} is named {@code static_f00_t00} and so on.
 */
public class MelDeltaSpectrogram extends MediaFilter {

  private static final long serialVersionUID = 1L;

  /** Its name, and what Weka keeps beside it. */
  private static final int ATTRIBUTE_BYTES = 200;

  private int sampleRate = SpeechSettings.PAPER.sampleRate();
  private double windowMillis = SpeechSettings.PAPER.windowMillis();
  private double hopMillis = SpeechSettings.PAPER.hopMillis();
  private int fftSize = SpeechSettings.PAPER.fftSize();
  private int bands = SpeechSettings.PAPER.bands();
  private double lowHertz = SpeechSettings.PAPER.lowHertz();
  private double highHertz = SpeechSettings.PAPER.highHertz();
  private double floor = SpeechSettings.PAPER.floor();
  private int deltaWidth = SpeechSettings.PAPER.deltaWidth();
  private int segmentFrames = SpeechSettings.PAPER.segmentFrames();
  private int stepFrames = SpeechSettings.PAPER.stepFrames();
  private ShortClip shortClip = SpeechSettings.PAPER.shortClip();
  private LevelNormalization level = SpeechSettings.PAPER.level();

  public static void main(String[] options) {
    FilterCommand.main(new MelDeltaSpectrogram(), options);
  }

  public String globalInfo() {
    return "Turns speech clips into bags of log-mel segments with deltas and delta-deltas, one bag"
        + " per clip. Clips are any files that FFmpeg reads; they are mixed to one channel and"
        + " resampled. The clip table has a string attribute 'file' with the clips' paths. For more"
        + " information see\n\n"
        + getTechnicalInformation();
  }

  @Override
  public ClipReader createReader() {
    double attributes = (double) SpeechSettings.CHANNELS * bands * segmentFrames;
    String sizes = "Attributes of 3 channels x %s -bands x %s -frames";
    HeapCheck.require(ATTRIBUTE_BYTES * attributes, sizes.formatted(bands, segmentFrames));
    return new SpeechSegments(
        new SpeechSettings(
            sampleRate,
            windowMillis,
            hopMillis,
            fftSize,
            bands,
            lowHertz,
            highHertz,
            floor,
            deltaWidth,
            segmentFrames,
            stepFrames,
            shortClip,
            level),
        limits());
  }

  @Override
  public String signature() {
    Object[] values = {
      sampleRate, plain(windowMillis), plain(hopMillis), fftSize,
      bands, plain(lowHertz), plain(highHertz), floor,
      deltaWidth, segmentFrames, stepFrames, shortClip.keyword()
    };
    // Left out where it is the paper's, so that older models still fit.
    String last = level == LevelNormalization.NONE ? "" : " -level " + level.keyword();
    return String.format(
            Locale.ROOT,
            "MelDeltaSpectrogram -sample-rate %s -window %s -hop %s -fft %s -bands %s -low %s -high"
                + " %s -floor %s -delta-width %s -frames %s -step %s -short %s",
            values)
        + last;
  }

  @Override
  public Set<Modality> modalities() {
    return EnumSet.of(Modality.AUDIO, Modality.VIDEO);
  }

  /** From the first window's beginning to the last one's end. */
  @Override
  public Optional<SegmentTimes> segmentTimes() {
    double length = (segmentFrames - 1) * hopMillis + windowMillis;
    return Optional.of(new SegmentTimes(stepFrames * hopMillis / 1000, length / 1000));
  }

  /** Filters of models that were saved before there was a level have none. */
  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    level = Objects.requireNonNullElse(level, LevelNormalization.NONE);
  }

  private static String plain(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  @Override
  protected List<String> valueNames() {
    String[] channels = {"static", "delta", "deltadelta"};
    return FeatureSignature.names(channels, "_f", bands, "_t", segmentFrames);
  }

  @OptionMetadata(
      displayName = "sampleRate",
      description = "Sampling rate that clips are brought to, in Hz.",
      displayOrder = 1)
  public int getSampleRate() {
    return sampleRate;
  }

  public void setSampleRate(int value) {
    sampleRate = value;
  }

  @OptionMetadata(
      displayName = "windowMillis",
      description = "Length of the analysis window, in ms.",
      commandLineParamName = "window",
      displayOrder = 2)
  public double getWindowMillis() {
    return windowMillis;
  }

  public void setWindowMillis(double value) {
    windowMillis = value;
  }

  @OptionMetadata(
      displayName = "hopMillis",
      description = "Distance between two windows, in ms.",
      commandLineParamName = "hop",
      displayOrder = 3)
  public double getHopMillis() {
    return hopMillis;
  }

  public void setHopMillis(double value) {
    hopMillis = value;
  }

  @OptionMetadata(
      displayName = "fftSize",
      description = "Points of the FFT, a power of two.",
      commandLineParamName = "fft",
      displayOrder = 4)
  public int getFftSize() {
    return fftSize;
  }

  public void setFftSize(int value) {
    fftSize = value;
  }

  @OptionMetadata(displayName = "bands", description = "Number of mel bands.", displayOrder = 5)
  public int getBands() {
    return bands;
  }

  public void setBands(int value) {
    bands = value;
  }

  @OptionMetadata(
      displayName = "lowHertz",
      description = "Lower edge of the first mel band, in Hz.",
      commandLineParamName = "low",
      displayOrder = 6)
  public double getLowHertz() {
    return lowHertz;
  }

  public void setLowHertz(double value) {
    lowHertz = value;
  }

  @OptionMetadata(
      displayName = "highHertz",
      description = "Upper edge of the last mel band, in Hz.",
      commandLineParamName = "high",
      displayOrder = 7)
  public double getHighHertz() {
    return highHertz;
  }

  public void setHighHertz(double value) {
    highHertz = value;
  }

  @OptionMetadata(
      displayName = "floor",
      description = "What is added to a band's energy before the logarithm.",
      displayOrder = 8)
  public double getFloor() {
    return floor;
  }

  public void setFloor(double value) {
    floor = value;
  }

  @OptionMetadata(
      displayName = "deltaWidth",
      description = "Half-width of the regression for deltas, in frames.",
      displayOrder = 9)
  public int getDeltaWidth() {
    return deltaWidth;
  }

  public void setDeltaWidth(int value) {
    deltaWidth = value;
  }

  @OptionMetadata(
      displayName = "segmentFrames",
      description = "Frames of a segment.",
      commandLineParamName = "frames",
      displayOrder = 10)
  public int getSegmentFrames() {
    return segmentFrames;
  }

  public void setSegmentFrames(int value) {
    segmentFrames = value;
  }

  @OptionMetadata(
      displayName = "stepFrames",
      description = "Frames between the beginnings of two segments.",
      commandLineParamName = "step",
      displayOrder = 11)
  public int getStepFrames() {
    return stepFrames;
  }

  public void setStepFrames(int value) {
    stepFrames = value;
  }

  @OptionMetadata(
      displayName = "shortClips",
      description =
          "How a clip is read that is shorter than a segment: repeat (its last"
              + " frame), drop (no segment, so that its bag is missing) or loop (start again).",
      commandLineParamName = "short",
      displayOrder = 12)
  public ShortClip getShortClips() {
    return shortClip;
  }

  public void setShortClips(ShortClip value) {
    shortClip = value;
  }

  @OptionMetadata(
      displayName = "level",
      description =
          "What static values are relative to: none (full scale, as in the paper) or clip (the"
              + " clip's mean log energy, so that the recording level does not matter).",
      displayOrder = 13)
  public LevelNormalization getLevel() {
    return level;
  }

  public void setLevel(LevelNormalization value) {
    level = value;
  }
}
