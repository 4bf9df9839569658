package weka.filters.unsupervised.attribute;

import emotiontransfer.media.DrawnFaces;
import emotiontransfer.media.TestVideos;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import weka.core.Instances;

/** Clip tables of drawn faces for tests of FaceCrop. */
final class FaceClips {

  private FaceClips() {}

  /** Returns frames in which a face moves to the right. */
  static List<BufferedImage> frames(int clip, int count) {
    List<BufferedImage> frames = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      frames.add(DrawnFaces.face(160, 120, 70 + i, 55 + clip % 5, 60));
    }
    return frames;
  }

  /** Writes {@code c0.avi}, ... and lists them by their full paths. */
  static Instances videos(Path folder, int clips, int frames) throws IOException {
    Instances table = ClipTables.empty();
    for (int i = 0; i < clips; i++) {
      Path file = TestVideos.write(folder.resolve("c" + i + ".avi"), 25, frames(i, frames));
      ClipTables.add(table, file.toString(), i);
    }
    return table;
  }
}
