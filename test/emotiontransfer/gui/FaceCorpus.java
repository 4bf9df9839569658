package emotiontransfer.gui;

import emotiontransfer.media.DrawnFaces;
import emotiontransfer.media.TestVideos;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Two persons who move their heads in two emotions, two videos each. */
final class FaceCorpus {

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

  private static List<BufferedImage> frames(int clip) {
    List<BufferedImage> frames = new ArrayList<>();
    for (int frame = 0; frame < FRAMES; frame++) {
      frames.add(DrawnFaces.face(320, 240, 110 + 8 * clip + 4 * frame, 110 + frame, 110));
    }
    return frames;
  }
}
