package emotiontransfer.weka.gui.corpus;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import emotiontransfer.corpus.Clip;
import emotiontransfer.corpus.scheme.Emotion;
import emotiontransfer.corpus.scheme.Modality;
import emotiontransfer.media.DrawnFaces;
import emotiontransfer.weka.gui.corpus.PictureSheet.Cell;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class PictureSheetTest {

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private Clip picture(String name, String subject, Emotion emotion, BufferedImage image)
      throws Exception {
    Path file = folder.getRoot().toPath().resolve(name);
    ImageIO.write(image, "png", file.toFile());
    return new Clip(file, name, Modality.IMAGE, subject, emotion, Map.of());
  }

  private static BufferedImage face(int left) {
    return DrawnFaces.face(320, 240, left, 110, 110);
  }

  @Test
  public void picturesOfASubjectStandByEmotionWithTheChosenOneAmongThem() throws Exception {
    List<Clip> clips = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      clips.add(picture("anger" + i + ".png", "folders-anna", Emotion.ANGER, face(110 + i)));
    }
    clips.add(picture("fear.png", "folders-anna", Emotion.FEAR, face(120)));
    clips.add(picture("other.png", "folders-bert", Emotion.FEAR, face(130)));
    PictureSheet sheet = PictureSheet.read(clips, clips.get(7));
    assertEquals("emotions of the subject", 2, sheet.rows().size());
    assertEquals(8, sheet.rows().get(0).count());
    assertEquals(
        "the page of the chosen one",
        clips.subList(6, 8),
        sheet.rows().get(0).cells().stream().map(Cell::clip).toList());
    assertEquals(64, sheet.rows().get(1).cells().get(0).crop().orElseThrow().getWidth());
  }

  @Test
  public void aPictureWithoutAFaceSaysSoInItsPlace() throws Exception {
    BufferedImage grey = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
    Clip empty = picture("empty.png", "folders-anna", Emotion.FEAR, grey);
    Clip good = picture("good.png", "folders-anna", Emotion.FEAR, face(110));
    List<Cell> cells = PictureSheet.read(List.of(empty, good), good).rows().get(0).cells();
    assertTrue(cells.get(0).crop().isEmpty());
    assertTrue(cells.get(0).problem(), cells.get(0).problem().contains("no face"));
    assertTrue(cells.get(1).crop().isPresent());
  }

  @Test
  public void pagesHaveSixPictures() {
    List<Integer> all = IntStream.range(0, 14).boxed().toList();
    assertEquals(List.of(6, 7, 8, 9, 10, 11), PictureSheet.page(all, 11));
    assertEquals(List.of(12, 13), PictureSheet.page(all, 12));
    assertEquals(List.of(0, 1, 2, 3, 4, 5), PictureSheet.page(all, 99));
  }
}
