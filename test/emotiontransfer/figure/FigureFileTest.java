package emotiontransfer.figure;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertTrue;

import java.awt.Color;
import java.io.File;
import java.nio.file.Files;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class FigureFileTest {

  @Rule public TemporaryFolder folder = new TemporaryFolder();

  /** Clips, so that the drawing has a definition with a name. */
  private static final Figure CLIPPED =
      new Figure(
          40,
          30,
          g -> {
            g.clipRect(5, 5, 20, 20);
            g.setColor(Color.BLUE);
            g.fillRect(0, 0, 40, 30);
          });

  private byte[] drawn(String name, String folderName) throws Exception {
    File file = new File(folder.newFolder(folderName), name);
    FigureFile.write(CLIPPED, file, FigureFile.DEFAULT_DPI);
    return Files.readAllBytes(file.toPath());
  }

  @Test
  public void equalFiguresAreEqualFiles() throws Exception {
    for (String name : new String[] {"some figure.svg", "figure.png"}) {
      assertArrayEquals(name, drawn(name, "first " + name), drawn(name, "second " + name));
    }
    assertTrue(new String(drawn("some figure.svg", "third")).contains("_some_figure_svg_clip"));
  }
}
