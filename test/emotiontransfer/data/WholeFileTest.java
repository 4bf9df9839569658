package emotiontransfer.data;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class WholeFileTest {

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  @Test
  public void whateverStopsTheWritingLeavesTheFormerFileAlone() throws Exception {
    Path file = folder.getRoot().toPath().resolve("result.csv");
    WholeFile.write(file, "former");
    for (Exception stop : new Exception[] {new InterruptedException(), new ArithmeticException()}) {
      Exception thrown =
          assertThrows(
              Exception.class,
              () ->
                  WholeFile.write(
                      file,
                      part -> {
                        Files.writeString(part, "half");
                        throw stop;
                      }));
      assertEquals(stop, thrown);
      assertEquals("former", Files.readString(file));
      assertArrayEquals(new String[] {"result.csv"}, folder.getRoot().list());
    }
  }
}
