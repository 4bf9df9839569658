package emotiontransfer.face;

import emotiontransfer.media.MediaException;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Scalar;

/**
 * Writes a picture of each clip's crops, so that a person can check a corpus at a glance.
 *
 * <p>Crops run from left to right and top to bottom; the frame of one is green where the face was
 * detected in that frame, orange where the location came from another one. Of a long clip evenly
 * spaced crops are shown.
 */
final class ContactSheets {

  private static final int COLUMNS = 20;
  private static final int MOST_CROPS = 400;
  private static final int FRAME = 3;
  private static final int CAPTION = 44;
  private static final int LINE = 18;
  private static final double LETTER_SCALE = 0.45;
  private static final int LEAST_WIDTH = 700;
  private static final int NAMES = 3;

  private static final Color DETECTED = new Color(0, 150, 60);
  private static final Color FALLEN_BACK = new Color(255, 140, 0);

  private final Path folder;
  private final int side;

  /** Creates the writer for crops of so many pixels; the folder is made if need be. */
  ContactSheets(Path folder, int side) {
    this.folder = folder;
    this.side = side;
  }

  /**
   * Writes the sheet of a clip.
   *
   * @param clip named in the caption and, with its folders, in the file's name
   * @param crops planes of red, green and blue
   * @param detected for each crop whether its face was detected in its own frame
   * @param counts for the caption
   * @throws IOException if it cannot be written
   */
  void write(Path clip, List<byte[]> crops, List<Boolean> detected, String counts)
      throws IOException {
    int shown = Math.min(MOST_CROPS, crops.size());
    int cell = side + 2 * FRAME;
    int columns = Math.min(COLUMNS, Math.max(1, shown));
    int width = Math.max(LEAST_WIDTH, columns * cell);
    int height = CAPTION + (shown + columns - 1) / columns * cell;
    BufferedImage sheet = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D graphics = sheet.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    for (int i = 0; i < shown; i++) {
      int crop = (int) ((long) i * crops.size() / shown);
      int x = i % columns * cell;
      int y = CAPTION + i / columns * cell;
      graphics.setColor(detected.get(crop) ? DETECTED : FALLEN_BACK);
      graphics.fillRect(x, y, cell, cell);
      CropsPicture.draw(crops.get(crop), side, sheet, x + FRAME, y + FRAME);
    }
    graphics.dispose();
    String part = shown < crops.size() ? " (a part of it)" : "";
    letter(sheet, clip.getFileName() + part, counts);
    save(clip, sheet);
  }

  /** Writes with OpenCV's letters: Java's need fonts, which a server may not have. */
  private static void letter(BufferedImage sheet, String... lines) {
    byte[] pixels = ((DataBufferByte) sheet.getRaster().getDataBuffer()).getData();
    try (BytePointer copy = new BytePointer(pixels);
        Mat mat = new Mat(sheet.getHeight(), sheet.getWidth(), opencv_core.CV_8UC3, copy)) {
      for (int i = 0; i < lines.length; i++) {
        opencv_imgproc.putText(
            mat,
            lines[i].replaceAll("[^ -~]", "?"),
            new Point(4, (i + 1) * LINE),
            opencv_imgproc.FONT_HERSHEY_SIMPLEX,
            LETTER_SCALE,
            new Scalar(0.0),
            1,
            opencv_imgproc.LINE_AA,
            false);
      }
      copy.get(pixels);
    }
  }

  private void save(Path clip, BufferedImage sheet) throws IOException {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new MediaException(
          folder, "cannot be made a folder for contact sheets (-contact-sheet)", e);
    }
    Path file = folder.resolve(name(clip));
    if (!ImageIO.write(sheet, "png", file.toFile())) {
      throw new IOException("This Java has no writer for PNG images.");
    }
  }

  /** Folders stand in the name, and a checksum of the whole path: many corpora repeat names. */
  private static String name(Path clip) {
    Path path = clip.toAbsolutePath().normalize();
    int names = Math.min(NAMES, path.getNameCount());
    String end = path.subpath(path.getNameCount() - names, path.getNameCount()).toString();
    CRC32 checksum = new CRC32();
    checksum.update(path.toString().getBytes(StandardCharsets.UTF_8));
    return end.replaceAll("[\\\\/:*?\"<>|%]+", "_")
        + String.format("-%08x.png", checksum.getValue());
  }
}
