package emotiontransfer.weka.gui.corpus;

import emotiontransfer.corpus.Clip;
import emotiontransfer.corpus.scheme.Emotion;
import emotiontransfer.corpus.scheme.Modality;
import emotiontransfer.face.CropsPicture;
import emotiontransfer.face.FaceSegments;
import emotiontransfer.face.FaceSettings;
import emotiontransfer.media.ClipLimits;
import emotiontransfer.media.FrameSampling;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Single pictures of a subject, by emotion: one crop of a face alone shows neither whether the
 * faces are found nor whether the labels are right.
 *
 * @param chosen the picture that was asked for, which is in its emotion's row
 */
record PictureSheet(List<Row> rows, Clip chosen) {

  /** The most pictures of an emotion that are shown. */
  static final int COLUMNS = 6;

  /**
   * Pictures of an emotion.
   *
   * @param count all of the subject, also those that are not shown
   */
  record Row(Emotion emotion, int count, List<Cell> cells) {}

  /**
   * A picture.
   *
   * @param crop empty where no face was found
   * @param problem why; empty where there is a crop
   */
  record Cell(Clip clip, Optional<BufferedImage> crop, String problem) {}

  /**
   * Reads the pictures of the chosen one's subject: of its emotion those around it, of the others
   * the first.
   *
   * @throws InterruptedIOException if the thread is interrupted
   */
  static PictureSheet read(List<Clip> all, Clip chosen) throws IOException {
    Map<Emotion, List<Clip>> byEmotion = new EnumMap<>(Emotion.class);
    all.stream()
        .filter(clip -> clip.modality() == Modality.IMAGE)
        .filter(clip -> clip.subject().equals(chosen.subject()))
        .forEach(
            clip -> byEmotion.computeIfAbsent(clip.emotion(), e -> new ArrayList<>()).add(clip));
    FaceSettings settings = FaceSettings.paper(new FrameSampling(1, 0));
    FaceSegments reader = new FaceSegments(settings, ClipLimits.DEFAULT, null, note -> {});
    try {
      List<Row> rows = new ArrayList<>();
      for (Map.Entry<Emotion, List<Clip>> entry : byEmotion.entrySet()) {
        List<Cell> cells = new ArrayList<>();
        for (Clip clip : page(entry.getValue(), chosen)) {
          if (Thread.interrupted()) {
            throw new InterruptedIOException("The pictures were not read to the end: stopped.");
          }
          cells.add(cell(reader, settings.cropSize(), clip));
        }
        rows.add(new Row(entry.getKey(), entry.getValue().size(), cells));
      }
      return new PictureSheet(rows, chosen);
    } finally {
      reader.release();
    }
  }

  /** Returns the page of a list that has an element, or the first. */
  static <T> List<T> page(List<T> list, T element) {
    int first = Math.max(0, list.indexOf(element)) / COLUMNS * COLUMNS;
    return list.subList(first, Math.min(list.size(), first + COLUMNS));
  }

  private static Cell cell(FaceSegments reader, int size, Clip clip) {
    try {
      BufferedImage crop = CropsPicture.of(reader.read(clip.file()), size, 1, 1);
      return new Cell(clip, Optional.of(crop), "");
    } catch (IOException e) {
      return new Cell(clip, Optional.empty(), e.getMessage());
    }
  }
}
