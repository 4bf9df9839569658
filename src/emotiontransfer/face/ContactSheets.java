package emotiontransfer.face;

import emotiontransfer.file.WholeFile;
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
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
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
 * spaced crops are shown. Clips of a single crop share sheets, in the order of their paths.
 */
final class ContactSheets {

  private static final int COLUMNS = 20;
  private static final int MOST_CROPS = 400;
  private static final int FRAME = 3;
  private static final int CAPTION = 44;

  private final Path folder;
  private final int side;
  private final Map<Path, Single> singles = new ConcurrentSkipListMap<>();

  /** The only crop of a clip. */
  private record Single(byte[] crop, boolean detected) {}

  ContactSheets(Path folder, int side) {
    this.folder = folder;
    this.side = side;
  }

  /**
   * Writes the sheet of a clip, whose name goes into the caption and, with its folders, into the
   * file's name; one of a single crop waits for {@link #finish()}.
   *
   * @param detected for each crop whether its face was found in its own frame
   */
  void write(Path clip, List<byte[]> crops, List<Boolean> detected, String counts)
      throws IOException {
    if (crops.size() == 1) {
      singles.put(clip, new Single(crops.get(0), detected.get(0)));
    } else {
      String part = crops.size() > MOST_CROPS ? " (a part of it)" : "";
      write(name(clip), crops, detected, clip.getFileName() + part, counts);
    }
  }

  /** Writes the sheets of the clips that have a single crop each. */
  void finish() throws IOException {
    List<Path> clips = List.copyOf(singles.keySet());
    for (int from = 0; from < clips.size(); from += MOST_CROPS) {
      List<Path> some = clips.subList(from, Math.min(clips.size(), from + MOST_CROPS));
      List<Single> crops = some.stream().map(singles::get).toList();
      long detected = crops.stream().filter(Single::detected).count();
      Path first = some.get(0);
      Path last = some.get(some.size() - 1);
      write(
          some.size() == 1 ? name(first) : name(some.size() + "-pictures-", some),
          crops.stream().map(Single::crop).toList(),
          crops.stream().map(Single::detected).toList(),
          some.size() == 1
              ? String.valueOf(first.getFileName())
              : "%s pictures, %s to %s"
                  .formatted(some.size(), first.getFileName(), last.getFileName()),
          "%s read, %s detected".formatted(some.size(), detected));
    }
    singles.clear();
  }

  private void write(
      String file, List<byte[]> crops, List<Boolean> detected, String title, String counts)
      throws IOException {
    int shown = Math.min(MOST_CROPS, crops.size());
    int cell = side + 2 * FRAME;
    int columns = Math.min(COLUMNS, Math.max(1, shown));
    int width = Math.max(700, columns * cell);
    int height = CAPTION + (shown + columns - 1) / columns * cell;
    BufferedImage sheet = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D graphics = sheet.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    for (int i = 0; i < shown; i++) {
      int crop = (int) ((long) i * crops.size() / shown);
      int x = i % columns * cell;
      int y = CAPTION + i / columns * cell;
      graphics.setColor(detected.get(crop) ? new Color(0, 150, 60) : new Color(255, 140, 0));
      graphics.fillRect(x, y, cell, cell);
      CropsPicture.draw(crops.get(crop), side, sheet, x + FRAME, y + FRAME);
    }
    graphics.dispose();
    letter(sheet, title, counts);
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new MediaException(
          folder, "cannot be made a folder for contact sheets (-contact-sheet)", e);
    }
    WholeFile.write(folder.resolve(file), part -> ImageIO.write(sheet, "png", part.toFile()));
  }

  /** Writes with OpenCV's letters: Java's need fonts, which a server may not have. */
  private static void letter(BufferedImage sheet, String... lines) {
    byte[] pixels = ((DataBufferByte) sheet.getRaster().getDataBuffer()).getData();
    try (BytePointer copy = new BytePointer(pixels);
        Mat mat = new Mat(sheet.getHeight(), sheet.getWidth(), opencv_core.CV_8UC3, copy)) {
      for (int i = 0; i < lines.length; i++) {
        String line = lines[i].replaceAll("[^ -~]", "?");
        Point start = new Point(4, (i + 1) * 18);
        int font = opencv_imgproc.FONT_HERSHEY_SIMPLEX;
        opencv_imgproc.putText(
            mat, line, start, font, 0.45, new Scalar(0.0), 1, opencv_imgproc.LINE_AA, false);
      }
      copy.get(pixels);
    }
  }

  /** Folders stand in the name, and a checksum of the whole path: many corpora repeat names. */
  private static String name(Path clip) {
    Path path = clip.toAbsolutePath().normalize();
    int names = path.getNameCount();
    String end = path.subpath(Math.max(0, names - 3), names).toString();
    return name(end.replaceAll("[\\\\/:*?\"<>|%]+", "_") + "-", List.of(path));
  }

  private static String name(String start, List<Path> clips) {
    CRC32 checksum = new CRC32();
    for (Path clip : clips) {
      checksum.update(
          clip.toAbsolutePath().normalize().toString().getBytes(StandardCharsets.UTF_8));
    }
    return start + String.format(Locale.ROOT, "%08x.png", checksum.getValue());
  }
}
