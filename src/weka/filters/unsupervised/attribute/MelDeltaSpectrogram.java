package weka.filters.unsupervised.attribute;

import emotiontransfer.corpus.scheme.Modality;
import emotiontransfer.data.SegmentTimes;
import emotiontransfer.media.ClipReader;
import emotiontransfer.speech.ShortClip;
import emotiontransfer.speech.SpeechSegments;
import emotiontransfer.speech.SpeechSettings;
import emotiontransfer.weka.filter.MediaFilter;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import weka.core.OptionMetadata;
import weka.core.SelectedTag;
import weka.core.Tag;

/**
 * Turns speech clips into bags of log-mel segments with deltas and delta-deltas.
 *
 * <p>A segment has 3 x 64 x 64 values with the paper's settings; value {@code (channel * 64 + band)
 * * 64 + frame} is named {@code static_f00_t00} and so on.
 */
public class MelDeltaSpectrogram extends MediaFilter {

  private static final long serialVersionUID = 1L;

  private static final double MILLIS_PER_SECOND = 1000;
  private static final String[] CHANNELS = {"static", "delta", "deltadelta"};

  /** What becomes of a clip that is shorter than a segment. */
  public static final Tag[] TAGS_SHORT = {
    new Tag(ShortClip.REPEAT.ordinal(), "repeat", "repeat", false),
    new Tag(ShortClip.DROP.ordinal(), "drop", "drop", false),
    new Tag(ShortClip.LOOP.ordinal(), "loop", "loop", false)
  };

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
  private double maxSeconds = SpeechSettings.PAPER.maxSeconds();

  /**
   * Runs the filter from the command line.
   *
   * @param options see {@link #listOptions()}
   */
  public static void main(String[] options) {
    runFilter(new MelDeltaSpectrogram(), options);
  }

  /** Returns what the Explorer shows about the filter. */
  public String globalInfo() {
    return "Turns speech clips into bags of log-mel segments with deltas and delta-deltas, one bag"
        + " per clip. Clips are any files that FFmpeg reads; they are mixed to one channel and"
        + " resampled. The clip table has a string attribute 'file' with the clips' paths. For more"
        + " information see\n\n"
        + getTechnicalInformation();
  }

  @Override
  public ClipReader createReader() {
    return new SpeechSegments(speechSettings());
  }

  private SpeechSettings speechSettings() {
    return new SpeechSettings(
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
        maxSeconds);
  }

  @Override
  public String signature() {
    return String.join(
        " ",
        "MelDeltaSpectrogram",
        "-sample-rate " + sampleRate,
        "-window " + plain(windowMillis),
        "-hop " + plain(hopMillis),
        "-fft " + fftSize,
        "-bands " + bands,
        "-low " + plain(lowHertz),
        "-high " + plain(highHertz),
        "-floor " + floor,
        "-delta-width " + deltaWidth,
        "-frames " + segmentFrames,
        "-step " + stepFrames,
        "-short " + TAGS_SHORT[shortClip.ordinal()].getReadable());
  }

  /** Returns sound and moving pictures; of the latter the sound is taken. */
  @Override
  public Set<Modality> modalities() {
    return EnumSet.of(Modality.AUDIO, Modality.VIDEO);
  }

  /** Returns the times of segments from the first window's beginning to the last one's end. */
  @Override
  public Optional<SegmentTimes> segmentTimes() {
    double length = (segmentFrames - 1) * hopMillis + windowMillis;
    return Optional.of(
        new SegmentTimes(stepFrames * hopMillis / MILLIS_PER_SECOND, length / MILLIS_PER_SECOND));
  }

  private static String plain(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  @Override
  protected List<String> valueNames() {
    return names(CHANNELS, "_f", bands, "_t", segmentFrames);
  }

  /** Returns the sampling rate that clips are brought to, in Hz. */
  @OptionMetadata(
      displayName = "sampleRate",
      description = "Sampling rate that clips are brought to, in Hz (default: 16000).",
      commandLineParamName = "sample-rate",
      commandLineParamSynopsis = "-sample-rate <Hz>",
      displayOrder = 1)
  public int getSampleRate() {
    return sampleRate;
  }

  /** Sets the sampling rate that clips are brought to, in Hz. */
  public void setSampleRate(int value) {
    sampleRate = value;
  }

  /** Returns the length of the analysis window, in ms. */
  @OptionMetadata(
      displayName = "windowMillis",
      description = "Length of the analysis window, in ms (default: 25).",
      commandLineParamName = "window",
      commandLineParamSynopsis = "-window <ms>",
      displayOrder = 2)
  public double getWindowMillis() {
    return windowMillis;
  }

  /** Sets the length of the analysis window, in ms. */
  public void setWindowMillis(double value) {
    windowMillis = value;
  }

  /** Returns the distance between two windows, in ms. */
  @OptionMetadata(
      displayName = "hopMillis",
      description = "Distance between two windows, in ms (default: 10).",
      commandLineParamName = "hop",
      commandLineParamSynopsis = "-hop <ms>",
      displayOrder = 3)
  public double getHopMillis() {
    return hopMillis;
  }

  /** Sets the distance between two windows, in ms. */
  public void setHopMillis(double value) {
    hopMillis = value;
  }

  /** Returns the points of the FFT. */
  @OptionMetadata(
      displayName = "fftSize",
      description = "Points of the FFT, a power of two (default: 512).",
      commandLineParamName = "fft",
      commandLineParamSynopsis = "-fft <points>",
      displayOrder = 4)
  public int getFftSize() {
    return fftSize;
  }

  /** Sets the points of the FFT. */
  public void setFftSize(int value) {
    fftSize = value;
  }

  /** Returns the number of mel bands. */
  @OptionMetadata(
      displayName = "bands",
      description = "Number of mel bands (default: 64).",
      commandLineParamName = "bands",
      commandLineParamSynopsis = "-bands <number>",
      displayOrder = 5)
  public int getBands() {
    return bands;
  }

  /** Sets the number of mel bands. */
  public void setBands(int value) {
    bands = value;
  }

  /** Returns the lower edge of the first band, in Hz. */
  @OptionMetadata(
      displayName = "lowHertz",
      description = "Lower edge of the first mel band, in Hz (default: 20).",
      commandLineParamName = "low",
      commandLineParamSynopsis = "-low <Hz>",
      displayOrder = 6)
  public double getLowHertz() {
    return lowHertz;
  }

  /** Sets the lower edge of the first band, in Hz. */
  public void setLowHertz(double value) {
    lowHertz = value;
  }

  /** Returns the upper edge of the last band, in Hz. */
  @OptionMetadata(
      displayName = "highHertz",
      description = "Upper edge of the last mel band, in Hz (default: 8000).",
      commandLineParamName = "high",
      commandLineParamSynopsis = "-high <Hz>",
      displayOrder = 7)
  public double getHighHertz() {
    return highHertz;
  }

  /** Sets the upper edge of the last band, in Hz. */
  public void setHighHertz(double value) {
    highHertz = value;
  }

  /** Returns what is added to a band's energy before the logarithm. */
  @OptionMetadata(
      displayName = "floor",
      description = "What is added to a band's energy before the logarithm (default: 1e-10).",
      commandLineParamName = "floor",
      commandLineParamSynopsis = "-floor <energy>",
      displayOrder = 8)
  public double getFloor() {
    return floor;
  }

  /** Sets what is added to a band's energy before the logarithm. */
  public void setFloor(double value) {
    floor = value;
  }

  /** Returns the half-width of the regression for deltas, in frames. */
  @OptionMetadata(
      displayName = "deltaWidth",
      description = "Half-width of the regression for deltas, in frames (default: 2).",
      commandLineParamName = "delta-width",
      commandLineParamSynopsis = "-delta-width <frames>",
      displayOrder = 9)
  public int getDeltaWidth() {
    return deltaWidth;
  }

  /** Sets the half-width of the regression for deltas, in frames. */
  public void setDeltaWidth(int value) {
    deltaWidth = value;
  }

  /** Returns the number of frames of a segment. */
  @OptionMetadata(
      displayName = "segmentFrames",
      description = "Frames of a segment (default: 64).",
      commandLineParamName = "frames",
      commandLineParamSynopsis = "-frames <number>",
      displayOrder = 10)
  public int getSegmentFrames() {
    return segmentFrames;
  }

  /** Sets the number of frames of a segment. */
  public void setSegmentFrames(int value) {
    segmentFrames = value;
  }

  /** Returns the number of frames between the beginnings of two segments. */
  @OptionMetadata(
      displayName = "stepFrames",
      description = "Frames between the beginnings of two segments (default: 34).",
      commandLineParamName = "step",
      commandLineParamSynopsis = "-step <number>",
      displayOrder = 11)
  public int getStepFrames() {
    return stepFrames;
  }

  /** Sets the number of frames between the beginnings of two segments. */
  public void setStepFrames(int value) {
    stepFrames = value;
  }

  /** Returns what becomes of a clip that is shorter than a segment. */
  @OptionMetadata(
      displayName = "shortClips",
      description =
          "What becomes of a clip that is shorter than a segment: repeat (its last frame), drop (no"
              + " segment, so that its bag is missing) or loop (start again; default: repeat).",
      commandLineParamName = "short",
      commandLineParamSynopsis = "-short <repeat|drop|loop>",
      displayOrder = 12)
  public SelectedTag getShortClips() {
    return new SelectedTag(shortClip.ordinal(), TAGS_SHORT);
  }

  /** Sets what becomes of a clip that is shorter than a segment. */
  public void setShortClips(SelectedTag choice) {
    if (choice.getTags() == TAGS_SHORT) {
      shortClip = ShortClip.values()[choice.getSelectedTag().getID()];
    }
  }

  /** Returns the length of the longest clip that is read, in s. */
  @OptionMetadata(
      displayName = "maxSeconds",
      description = "Longest clip that is read, in s; a longer one is an error (default: 3600).",
      commandLineParamName = "max-seconds",
      commandLineParamSynopsis = "-max-seconds <s>",
      displayOrder = 13)
  public double getMaxSeconds() {
    return maxSeconds;
  }

  /** Sets the length of the longest clip that is read, in s. */
  public void setMaxSeconds(double value) {
    maxSeconds = value;
  }
}
