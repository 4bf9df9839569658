package emotiontransfer.store;

import static org.junit.Assert.assertEquals;
import static org.junit.Assume.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.Test;

/** Tests how many files stay mapped. */
public class OpenMapsTest {

  @Test
  public void aQuarterOfTheSystemsBoundStaysMapped() throws IOException, InterruptedException {
    String bound = "/proc/sys/vm/max_map_count";
    assumeTrue("only Linux says its bound", Files.exists(Path.of(bound)));
    Process cat = new ProcessBuilder("cat", bound).start();
    String text = new String(cat.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    assertEquals(0, cat.waitFor());
    long quarter = Long.parseLong(text.strip()) / 4;
    assertEquals(Math.max(1 << 10, Math.min(1 << 20, quarter)), OpenMaps.most());
  }
}
