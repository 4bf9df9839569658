package emotiontransfer.gui;

import emotiontransfer.media.DrawnFaces;
import emotiontransfer.media.TestVideos;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** Two persons who move their heads in two emotions, in two videos or seven pictures each. */
final class FaceCorpus {

  /** Pictures of each person in each emotion. */
  static final int PICTURES = 7;

  private static final int FRAMES = 12;
  private static final double FRAMES_PER_SECOND = 10;

  private FaceCorpus() {}

  static void write(Path folder) throws IOException {
    int clip = 0;
    for (String person : List.of("anna", "bert")) {
      for (String emotion : List.of("anger", "happiness")) {
        Path place = Files.createDirectories(folder.resolve(person).resolve(emotion));
        for (String name : List.of("1.mp4", "2.mp4")) {
          TestVideos.write(place.resolve(name), FRAMES_PER_SECOND, frames(clip));
          clip++;
        }
      }
    }
  }

  /** Writes single pictures, one of which has no face. */
  static void writePictures(Path folder) throws IOException {
    for (String person : List.of("anna", "bert")) {
      for (String emotion : List.of("anger", "fear", "happiness")) {
        Path place = Files.createDirectories(folder.resolve(person).resolve(emotion));
        for (int i = 1; i <= PICTURES; i++) {
          boolean isEmpty = person.equals("anna") && emotion.equals("fear") && i == 2;
          BufferedImage picture =
              isEmpty
                  ? new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB)
                  : DrawnFaces.face(320, 240, 100 + 6 * i, 100 + 2 * i, 100 + 4 * i);
          ImageIO.write(picture, "png", place.resolve(i + ".png").toFile());
        }
      }
    }
  }

  private static List<BufferedImage> frames(int clip) {
    List<BufferedImage> frames = new ArrayList<>();
    for (int frame = 0; frame < FRAMES; frame++) {
      frames.add(DrawnFaces.face(320, 240, 110 + 8 * clip + 4 * frame, 110 + frame, 110));
    }
    return frames;
  }
}
