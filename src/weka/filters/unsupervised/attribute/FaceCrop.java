package weka.filters.unsupervised.attribute;

import emotiontransfer.corpus.scheme.Modality;
import emotiontransfer.data.SegmentTimes;
import emotiontransfer.face.BeforeFirst;
import emotiontransfer.face.FaceSegments;
import emotiontransfer.face.FaceSettings;
import emotiontransfer.face.SeveralFaces;
import emotiontransfer.media.ClipReader;
import emotiontransfer.media.FrameSampling;
import emotiontransfer.weka.filter.MediaFilter;
import java.io.File;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import weka.core.OptionMetadata;
import weka.core.SelectedTag;
import weka.core.Tag;

/**
 * Turns video clips and images into bags of face crops.
 *
 * <p>A crop has 3 x 64 x 64 values from 0 to 255 with the paper's settings; value {@code (channel *
 * 64 + row) * 64 + column} is named {@code red_y00_x00} and so on.
 */
public class FaceCrop extends MediaFilter {

  private static final long serialVersionUID = 1L;

  private static final String[] CHANNELS = {"red", "green", "blue"};

  /** What becomes of frames before the first face. */
  public static final Tag[] TAGS_BEFORE_FIRST = {
    new Tag(BeforeFirst.LATER.ordinal(), "later", "later", false),
    new Tag(BeforeFirst.DROP.ordinal(), "drop", "drop", false)
  };

  /** What several faces in a frame mean. */
  public static final Tag[] TAGS_SEVERAL = {
    new Tag(SeveralFaces.PREVIOUS.ordinal(), "previous", "previous", false),
    new Tag(SeveralFaces.NEAREST.ordinal(), "nearest", "nearest", false)
  };

  private int cropSize = FaceSettings.PAPER.cropSize();
  private double margin = FaceSettings.PAPER.margin();
  private double framesPerSecond;
  private int maxFrames;
  private double scaleFactor = FaceSettings.PAPER.scaleFactor();
  private int neighbours = FaceSettings.PAPER.neighbours();
  private int minSize = FaceSettings.PAPER.minSize();
  private int maxSize = FaceSettings.PAPER.maxSize();
  private boolean fullSearch;
  private BeforeFirst beforeFirst = FaceSettings.PAPER.beforeFirst();
  private SeveralFaces several = FaceSettings.PAPER.several();
  private File contactSheet = new File("");

  /**
   * Runs the filter from the command line.
   *
   * @param options see {@link #listOptions()}
   */
  public static void main(String[] options) {
    runFilter(new FaceCrop(), options);
  }

  /** Returns what the Explorer shows about the filter. */
  public String globalInfo() {
    return "Turns video clips and images into bags of face crops, one bag per clip and one crop per"
        + " frame. Clips are any videos and images that FFmpeg reads, folders of images, or"
        + " patterns of images (f%04d.png). Faces are found by the Viola-Jones detector; where a"
        + " frame has none or several, the previous frame's location is taken. The clip table has a"
        + " string attribute 'file' with the clips' paths. For more information see\n\n"
        + getTechnicalInformation();
  }

  @Override
  public ClipReader createReader() {
    boolean sheets = !contactSheet.getPath().isEmpty();
    return new FaceSegments(faceSettings(), sheets ? contactSheet.toPath() : null, this::note);
  }

  private FaceSettings faceSettings() {
    return new FaceSettings(
        cropSize,
        margin,
        scaleFactor,
        neighbours,
        minSize,
        maxSize,
        !fullSearch,
        new FrameSampling(framesPerSecond, maxFrames),
        beforeFirst,
        several);
  }

  @Override
  public Set<Modality> modalities() {
    return EnumSet.of(Modality.VIDEO, Modality.IMAGE);
  }

  /** Returns the times of the sampled frames; a clip's own frame rate is not known beforehand. */
  @Override
  public Optional<SegmentTimes> segmentTimes() {
    return framesPerSecond > 0
        ? Optional.of(new SegmentTimes(1 / framesPerSecond, 1 / framesPerSecond))
        : Optional.empty();
  }

  @Override
  public String signature() {
    return "FaceCrop -size " + cropSize + " -margin " + margin;
  }

  @Override
  protected String cacheKey() {
    return signature() + ' ' + faceSettings() + ' ' + contactSheet;
  }

  @Override
  protected List<String> valueNames() {
    return names(CHANNELS, "_y", cropSize, "_x", cropSize);
  }

  /** Returns the side of a crop, in pixels. */
  @OptionMetadata(
      displayName = "cropSize",
      description = "Side of a crop, in pixels (default: 64).",
      commandLineParamName = "size",
      commandLineParamSynopsis = "-size <pixels>",
      displayOrder = 1)
  public int getCropSize() {
    return cropSize;
  }

  /** Sets the side of a crop, in pixels. */
  public void setCropSize(int value) {
    cropSize = value;
  }

  /** Returns what is added to each side of a face, as a share of its size. */
  @OptionMetadata(
      displayName = "margin",
      description = "What is added to each side of a face, as a share of its size (default: 0).",
      commandLineParamName = "margin",
      commandLineParamSynopsis = "-margin <share>",
      displayOrder = 2)
  public double getMargin() {
    return margin;
  }

  /** Sets what is added to each side of a face, as a share of its size. */
  public void setMargin(double value) {
    margin = value;
  }

  /** Returns how many frames are taken of each second. */
  @OptionMetadata(
      displayName = "framesPerSecond",
      description = "How many frames are taken of each second, evenly; 0 takes all (default: 0).",
      commandLineParamName = "fps",
      commandLineParamSynopsis = "-fps <number>",
      displayOrder = 3)
  public double getFramesPerSecond() {
    return framesPerSecond;
  }

  /** Sets how many frames are taken of each second; 0 takes all. */
  public void setFramesPerSecond(double value) {
    framesPerSecond = value;
  }

  /** Returns how many frames are taken of a clip at most. */
  @OptionMetadata(
      displayName = "maxFrames",
      description = "How many frames are taken of a clip at most, evenly; 0: all (default: 0).",
      commandLineParamName = "max-frames",
      commandLineParamSynopsis = "-max-frames <number>",
      displayOrder = 4)
  public int getMaxFrames() {
    return maxFrames;
  }

  /** Sets how many frames are taken of a clip at most; 0 takes all. */
  public void setMaxFrames(int value) {
    maxFrames = value;
  }

  /** Returns the ratio of two neighbouring sizes that are searched. */
  @OptionMetadata(
      displayName = "scaleFactor",
      description = "Ratio of two neighbouring sizes that are searched (default: 1.1).",
      commandLineParamName = "scale",
      commandLineParamSynopsis = "-scale <ratio>",
      displayOrder = 5)
  public double getScaleFactor() {
    return scaleFactor;
  }

  /** Sets the ratio of two neighbouring sizes that are searched. */
  public void setScaleFactor(double value) {
    scaleFactor = value;
  }

  /** Returns in how many neighbouring places and sizes a face must be found, and one more. */
  @OptionMetadata(
      displayName = "neighbours",
      description =
          "A face must be found in more than so many neighbouring places and sizes (default: 8).",
      commandLineParamName = "neighbours",
      commandLineParamSynopsis = "-neighbours <number>",
      displayOrder = 6)
  public int getNeighbours() {
    return neighbours;
  }

  /** Sets in more than how many neighbouring places and sizes a face must be found. */
  public void setNeighbours(int value) {
    neighbours = value;
  }

  /** Returns the side of the smallest face, in pixels. */
  @OptionMetadata(
      displayName = "minSize",
      description =
          "Side of the smallest face, in pixels; 0: a twelfth of the frame's shorter side, at least"
              + " 24 (default: 0).",
      commandLineParamName = "min-size",
      commandLineParamSynopsis = "-min-size <pixels>",
      displayOrder = 7)
  public int getMinSize() {
    return minSize;
  }

  /** Sets the side of the smallest face, in pixels. */
  public void setMinSize(int value) {
    minSize = value;
  }

  /** Returns the side of the largest face, in pixels. */
  @OptionMetadata(
      displayName = "maxSize",
      description = "Side of the largest face, in pixels; 0: no limit (default: 0).",
      commandLineParamName = "max-size",
      commandLineParamSynopsis = "-max-size <pixels>",
      displayOrder = 8)
  public int getMaxSize() {
    return maxSize;
  }

  /** Sets the side of the largest face, in pixels. */
  public void setMaxSize(int value) {
    maxSize = value;
  }

  /** Returns whether every frame is searched as a whole. */
  @OptionMetadata(
      displayName = "fullSearch",
      description =
          "Search every frame as a whole, instead of the surroundings of the last face first.",
      commandLineParamName = "full-search",
      commandLineParamSynopsis = "-full-search",
      commandLineParamIsFlag = true,
      displayOrder = 9)
  public boolean getFullSearch() {
    return fullSearch;
  }

  /** Sets whether every frame is searched as a whole. */
  public void setFullSearch(boolean value) {
    fullSearch = value;
  }

  /** Returns what becomes of frames before the first face. */
  @OptionMetadata(
      displayName = "beforeFirst",
      description =
          "What becomes of frames before the first face: later (cropped where it is found later) or"
              + " drop (left out; default: later).",
      commandLineParamName = "before-first",
      commandLineParamSynopsis = "-before-first <later|drop>",
      displayOrder = 10)
  public SelectedTag getBeforeFirst() {
    return new SelectedTag(beforeFirst.ordinal(), TAGS_BEFORE_FIRST);
  }

  /** Sets what becomes of frames before the first face. */
  public void setBeforeFirst(SelectedTag choice) {
    if (choice.getTags() == TAGS_BEFORE_FIRST) {
      beforeFirst = BeforeFirst.values()[choice.getSelectedTag().getID()];
    }
  }

  /** Returns what several faces in a frame mean. */
  @OptionMetadata(
      displayName = "severalFaces",
      description =
          "Which location several faces in a frame give: previous (that of the previous frame, as"
              + " in the paper) or nearest (the face nearest to it; default: previous).",
      commandLineParamName = "several",
      commandLineParamSynopsis = "-several <previous|nearest>",
      displayOrder = 11)
  public SelectedTag getSeveralFaces() {
    return new SelectedTag(several.ordinal(), TAGS_SEVERAL);
  }

  /** Sets what several faces in a frame mean. */
  public void setSeveralFaces(SelectedTag choice) {
    if (choice.getTags() == TAGS_SEVERAL) {
      several = SeveralFaces.values()[choice.getSelectedTag().getID()];
    }
  }

  /** Returns the folder for contact sheets; no path for none. */
  @OptionMetadata(
      displayName = "contactSheet",
      description =
          "Folder for a picture of each clip's crops, green where a face was detected, orange where"
              + " its location came from another frame (default: none).",
      commandLineParamName = "contact-sheet",
      commandLineParamSynopsis = "-contact-sheet <folder>",
      displayOrder = 12)
  public File getContactSheet() {
    return contactSheet;
  }

  /** Sets the folder for contact sheets; no path for none. */
  public void setContactSheet(File folder) {
    contactSheet = folder;
  }
}
