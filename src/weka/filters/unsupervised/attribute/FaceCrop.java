package weka.filters.unsupervised.attribute;

import emotiontransfer.corpus.scheme.Modality;
import emotiontransfer.face.FaceDetection;
import emotiontransfer.face.FaceSegments;
import emotiontransfer.face.FaceSettings;
import emotiontransfer.face.FaceSettings.BeforeFirst;
import emotiontransfer.face.FaceSettings.SeveralFaces;
import emotiontransfer.face.FaceSurvey;
import emotiontransfer.face.WholePictures;
import emotiontransfer.media.ClipReader;
import emotiontransfer.media.FrameSampling;
import emotiontransfer.media.SegmentTimes;
import emotiontransfer.weka.command.FilterCommand;
import emotiontransfer.weka.filter.MediaFilter;
import emotiontransfer.weka.progress.WindowLog;
import emotiontransfer.weka.table.FeatureSignature;
import java.io.File;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import weka.core.Instances;
import weka.core.OptionMetadata;

/**
 * Turns video clips and images into bags of face crops.
 *
 * <p>A crop has 3 x 64 x 64 values from 0 to 255 with the paper's settings; value {@code (channel *
 * 64 + row) * 64 + column} is named {@code red_y00_x00} and so on.
 */
public class FaceCrop extends MediaFilter {

  private static final long serialVersionUID = 1L;

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
  private FaceDetection detect = FaceDetection.AUTO;

  /** What was decided for the clips of the first batch; null until then. */
  private FaceDetection decided;

  /** The last sentence on that: Weka's MultiFilter asks twice. */
  private transient String told;

  public static void main(String[] options) {
    FilterCommand.main(new FaceCrop(), options);
  }

  public String globalInfo() {
    return "Turns video clips and images into bags of face crops, one bag per clip and one crop per"
        + " frame. Clips are any videos and images that FFmpeg reads, folders of images, or"
        + " patterns of images (f%04d.png). Faces are found by the Viola-Jones detector; where a"
        + " frame has none or several, the previous frame's location is taken. Pictures that are"
        + " faces already are taken whole (-detect). The clip table has a"
        + " string attribute 'file' with the clips' paths. For more information see\n\n"
        + getTechnicalInformation();
  }

  @Override
  public ClipReader createReader() {
    Path sheets = contactSheet.getPath().isEmpty() ? null : contactSheet.toPath();
    if (detection() == FaceDetection.NONE) {
      return new WholePictures(faceSettings(), limits(), sheets);
    }
    FaceSegments faces =
        new FaceSegments(
            faceSettings(), limits(), sheets, message -> WindowLog.note(getLog(), message));
    return detection() == FaceDetection.AUTO ? faces.searchingAgain() : faces;
  }

  /**
   * Returns what is done with all clips; AUTO searches for faces, and again with fewer neighbours.
   */
  private FaceDetection detection() {
    return detect == FaceDetection.AUTO && decided != null ? decided : detect;
  }

  @Override
  public boolean setInputFormat(Instances instanceInfo) throws Exception {
    decided = null;
    return super.setInputFormat(instanceInfo);
  }

  @Override
  protected boolean decide(List<Path> clips) {
    if (detect != FaceDetection.AUTO || decided != null) {
      return true;
    }
    if (clips.isEmpty()) {
      return false;
    }
    FaceSurvey survey = FaceSurvey.of(clips, faceSettings(), limits());
    decided = survey.areFaces() ? FaceDetection.NONE : FaceDetection.AUTO;
    if (!survey.toString().equals(told)) {
      told = survey.toString();
      WindowLog.note(getLog(), told);
    }
    return true;
  }

  private FaceSettings faceSettings() {
    FrameSampling sampling = new FrameSampling(framesPerSecond, maxFrames);
    boolean nearSearch = !fullSearch;
    return new FaceSettings(
        cropSize, margin,
        scaleFactor, neighbours,
        minSize, maxSize,
        nearSearch, sampling,
        beforeFirst, several);
  }

  @Override
  public Set<Modality> modalities() {
    return EnumSet.of(Modality.VIDEO, Modality.IMAGE);
  }

  /** Those of sampled frames; a clip's own frame rate is not known beforehand. */
  @Override
  public Optional<SegmentTimes> segmentTimes() {
    return framesPerSecond > 0
        ? Optional.of(new SegmentTimes(1 / framesPerSecond, 1 / framesPerSecond))
        : Optional.empty();
  }

  @Override
  public String signature() {
    String how = detection() == FaceDetection.CASCADE ? "" : " -detect " + detection().keyword();
    return "FaceCrop -size " + cropSize + " -margin " + margin + how;
  }

  /** Before there was a choice, the cascade searched. */
  @Override
  public String optionsOf(String signature) {
    boolean former = !signature.contains(" -detect ");
    return signature + (former ? " -detect " + FaceDetection.CASCADE.keyword() : "");
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    if (detect == null) {
      detect = FaceDetection.CASCADE;
    }
  }

  @Override
  protected String cacheKey() {
    return signature() + ' ' + faceSettings() + ' ' + contactSheet;
  }

  /** A clip that is not decoded leaves no contact sheet. */
  @Override
  protected boolean isStorable() {
    return contactSheet.getPath().isEmpty();
  }

  @Override
  protected List<String> valueNames() {
    String[] channels = {"red", "green", "blue"};
    return FeatureSignature.names(channels, "_y", cropSize, "_x", cropSize);
  }

  @OptionMetadata(
      displayName = "cropSize",
      description = "Side of a crop, in pixels.",
      commandLineParamName = "size",
      displayOrder = 1)
  public int getCropSize() {
    return cropSize;
  }

  public void setCropSize(int value) {
    cropSize = value;
  }

  @OptionMetadata(
      displayName = "margin",
      description = "What is added to each side of a face, as a fraction of its size.",
      displayOrder = 2)
  public double getMargin() {
    return margin;
  }

  public void setMargin(double value) {
    margin = value;
  }

  @OptionMetadata(
      displayName = "framesPerSecond",
      description = "How many frames are taken of each second, evenly; 0 takes all.",
      commandLineParamName = "fps",
      displayOrder = 3)
  public double getFramesPerSecond() {
    return framesPerSecond;
  }

  public void setFramesPerSecond(double value) {
    framesPerSecond = value;
  }

  @OptionMetadata(
      displayName = "maxFrames",
      description = "How many frames are taken of a clip at most, evenly; 0: all.",
      displayOrder = 4)
  public int getMaxFrames() {
    return maxFrames;
  }

  public void setMaxFrames(int value) {
    maxFrames = value;
  }

  @OptionMetadata(
      displayName = "scaleFactor",
      description = "Ratio of two neighbouring sizes that are searched.",
      commandLineParamName = "scale",
      displayOrder = 5)
  public double getScaleFactor() {
    return scaleFactor;
  }

  public void setScaleFactor(double value) {
    scaleFactor = value;
  }

  @OptionMetadata(
      displayName = "neighbours",
      description = "A face must be found in more than so many neighbouring places and sizes.",
      displayOrder = 6)
  public int getNeighbours() {
    return neighbours;
  }

  public void setNeighbours(int value) {
    neighbours = value;
  }

  @OptionMetadata(
      displayName = "minSize",
      description =
          "Side of the smallest face, in pixels; 0: a twelfth of the frame's shorter"
              + " side, at least 24.",
      displayOrder = 7)
  public int getMinSize() {
    return minSize;
  }

  public void setMinSize(int value) {
    minSize = value;
  }

  @OptionMetadata(
      displayName = "maxSize",
      description = "Side of the largest face, in pixels; 0: no limit.",
      displayOrder = 8)
  public int getMaxSize() {
    return maxSize;
  }

  public void setMaxSize(int value) {
    maxSize = value;
  }

  @OptionMetadata(
      displayName = "fullSearch",
      description =
          "Search every frame as a whole, instead of the surroundings of the last face first.",
      displayOrder = 9)
  public boolean getFullSearch() {
    return fullSearch;
  }

  public void setFullSearch(boolean value) {
    fullSearch = value;
  }

  @OptionMetadata(
      displayName = "beforeFirst",
      description =
          "How frames before the first face are treated: later (cropped where it is found"
              + " later) or drop (left out).",
      displayOrder = 10)
  public BeforeFirst getBeforeFirst() {
    return beforeFirst;
  }

  public void setBeforeFirst(BeforeFirst value) {
    beforeFirst = value;
  }

  @OptionMetadata(
      displayName = "severalFaces",
      description =
          "Which location several faces in a frame give: previous (that of the"
              + " previous frame, as in the paper) or nearest (the face nearest to it).",
      commandLineParamName = "several",
      displayOrder = 11)
  public SeveralFaces getSeveralFaces() {
    return several;
  }

  public void setSeveralFaces(SeveralFaces value) {
    several = value;
  }

  @OptionMetadata(
      displayName = "contactSheet",
      description =
          "Folder for a picture of each clip's crops, green where a face was detected,"
              + " orange where its location came from another frame.",
      displayOrder = 12)
  public File getContactSheet() {
    return contactSheet;
  }

  public void setContactSheet(File value) {
    contactSheet = value;
  }

  @OptionMetadata(
      displayName = "detect",
      description =
          "Where the face is: cascade (where the detector finds it), none (all of the picture is"
              + " the face) or auto. Auto is none where the first clips are pictures of which most"
              + " have no face to find, as those that were cropped before; else cascade, searching"
              + " clips without a face again with fewer neighbours; the log says which and why.",
      displayOrder = 13)
  public FaceDetection getDetect() {
    return detect;
  }

  public void setDetect(FaceDetection value) {
    detect = value;
  }
}
