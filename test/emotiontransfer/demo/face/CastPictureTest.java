package emotiontransfer.demo.face;

import static org.junit.Assert.assertEquals;

import emotiontransfer.demo.face.actor.Scene;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class CastPictureTest {

  @Rule public final TemporaryFolder temporary = new TemporaryFolder();

  /** A row of 240 x 180 frames is 90 high, one of square frames 120. */
  @Test
  public void thereIsARowForEachActorAndAColumnForEachEmotion() throws Exception {
    Path file = temporary.getRoot().toPath().resolve("faces.jpg");
    CastPicture.write(
        List.of(
            new FaceCorpus("marlund", Scene.STUDIO, 3, 1, 1),
            new FaceCorpus("ovela", Scene.HOME, 1, 1, 1)),
        2,
        1,
        file);
    BufferedImage picture = ImageIO.read(file.toFile());
    assertEquals(6 * 120, picture.getWidth());
    assertEquals(2 * 90 + 120, picture.getHeight());
  }
}
