package emotiontransfer.torture;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * The short form of {@code ./antw torture}: some damaged files of every format, the model, opens.
 */
public class TortureTest {

  private static final int FILES = 8;

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private static void assertWithstood(Fault fault) {
    assertTrue(fault.toString(), fault.isWithstood());
    assertTrue(fault.toString(), fault.tries() > 0);
  }

  @Test
  public void damagedFilesOfEveryFormatAreDecodedOrRejected() throws Exception {
    Path path = folder.getRoot().toPath();
    List<Fault> faults = new TortureMain(path).clips(List.of(Format.values()), FILES);
    assertEquals(Format.values().length, faults.size());
    faults.forEach(TortureTest::assertWithstood);
  }

  @Test
  public void damageIsTheSameForTheSameSeedAndNumber() throws Exception {
    Path whole = Format.PNG.write(folder.getRoot().toPath().resolve("whole.png"));
    byte[] bytes = Files.readAllBytes(whole);
    byte[] once = Mutation.of(Format.PNG, bytes, 1, 5);
    assertArrayEquals(once, Mutation.of(Format.PNG, bytes, 1, 5));
    assertFalse(Arrays.equals(once, Mutation.of(Format.PNG, bytes, 1, 6)));
    assertFalse(Arrays.equals(once, Mutation.of(Format.PNG, bytes, 2, 5)));
  }

  @Test
  public void checksumsOfWholeFilesAreThoseThatTheirWritersGave() throws Exception {
    for (Format format : List.of(Format.PNG, Format.OGG, Format.OPUS)) {
      Path whole = format.write(folder.getRoot().toPath().resolve("whole." + format.extension()));
      byte[] bytes = Files.readAllBytes(whole);
      byte[] repaired = bytes.clone();
      Checksums.repair(format, repaired);
      assertArrayEquals(format.extension(), bytes, repaired);
    }
  }
}
