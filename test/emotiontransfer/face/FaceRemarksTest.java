package emotiontransfer.face;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import emotiontransfer.media.ClipLimits;
import emotiontransfer.media.ClipRemark;
import emotiontransfer.media.ClipRemark.Kind;
import emotiontransfer.media.DrawnFaces;
import emotiontransfer.media.FrameSampling;
import emotiontransfer.media.TestVideos;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class FaceRemarksTest {

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  /** Writes a video of so many pictures with a face and so many behind them without. */
  private Path video(int faces, int walls) throws Exception {
    List<BufferedImage> frames = new ArrayList<>();
    for (int i = 0; i < faces; i++) {
      frames.add(DrawnFaces.face(320, 240, 110 + i, 110, 110));
    }
    for (int i = 0; i < walls; i++) {
      frames.add(DrawnFaces.wall(320, 240, i));
    }
    return TestVideos.write(folder.getRoot().toPath().resolve("clip.avi"), 10, frames);
  }

  private static List<ClipRemark> remarks(Path clip) throws Exception {
    FaceSettings settings = FaceSettings.paper(FrameSampling.ALL);
    FaceSegments reader = new FaceSegments(settings, ClipLimits.DEFAULT, null, note -> {});
    try {
      reader.read(clip);
      return reader.remarks();
    } finally {
      reader.release();
    }
  }

  @Test
  public void aVideoWithFewFacesIsRemarkedWithTheirNumber() throws Exception {
    assertEquals(List.of(), remarks(video(6, 4)));
    Path clip = video(4, 8);
    assertEquals(List.of(new ClipRemark(clip, Kind.FEW_FACES, "4 of 12")), remarks(clip));
  }

  @Test
  public void aVideoThatWasCutShortIsRemarkedWithWhatItDeclares() throws Exception {
    Path clip = video(20, 0);
    byte[] bytes = Files.readAllBytes(clip);
    Files.write(clip, Arrays.copyOf(bytes, bytes.length * 6 / 10));
    List<ClipRemark> remarks = remarks(clip);
    assertEquals(remarks.toString(), 1, remarks.size());
    assertEquals(Kind.CUT_SHORT, remarks.get(0).kind());
    String detail = remarks.get(0).detail();
    assertTrue(detail, detail.matches("declares 20 frames but holds \\d+ frames"));
  }
}
