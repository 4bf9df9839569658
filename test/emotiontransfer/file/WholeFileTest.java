package emotiontransfer.file;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.Assume;
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

  @Test
  public void writesWhereAFolderIsAbsentAndBehindWhatIsThere() throws IOException {
    Path file = folder.getRoot().toPath().resolve("new/result.csv");
    WholeFile.write(file, "one\n");
    WholeFile.append(file, "two\n");
    assertEquals("one\ntwo\n", Files.readString(file));
  }

  @Test
  public void clearsWhatProcessesThatAreGoneLeftOfTheSameFileAlone() throws Exception {
    Path root = folder.getRoot().toPath();
    Path file = root.resolve("result.csv");
    String own = "";
    try (WholeFile.Part other = WholeFile.begin(file)) {
      own = other.path().getFileName().toString();
      // Processes get the numbers of earlier ones, but not their start.
      Path gone = root.resolve(own.replaceFirst("-[0-9a-z]+\\.([0-9a-z]+)\\.part", "-1.$1.part"));
      Path foreign = root.resolve(gone.getFileName().toString().replace("result", "another"));
      Files.createFile(gone);
      Files.createFile(foreign);
      WholeFile.write(file, "whole");
      assertFalse(Files.exists(gone));
      assertTrue(Files.exists(foreign));
      assertTrue("of a process that writes", Files.exists(other.path()));
    }
    assertEquals("whole", Files.readString(file));
    assertFalse(Files.exists(root.resolve(own)));
  }

  @Test
  public void whatAnotherMachineWritesIsLeftAloneForADay() throws Exception {
    Path file = folder.getRoot().toPath().resolve("result.csv");
    try (WholeFile.Part own = WholeFile.begin(file)) {
      String name = own.path().getFileName().toString();
      Path young = file.resolveSibling(name.replaceFirst("\\.[0-9a-f]{8}-", ".00000000-"));
      Path old = file.resolveSibling(name.replaceFirst("\\.[0-9a-f]{8}-", ".00000001-"));
      Files.createFile(young);
      Files.createFile(old);
      Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
      WholeFile.write(file, "whole");
      assertTrue("its process may be alive", Files.exists(young));
      assertFalse(Files.exists(old));
    }
  }

  @Test
  public void longAndOddNamesAreWritten() throws IOException {
    for (String name : List.of("\u00e4".repeat(120), "a b'c", "-o", "*?[x].csv")) {
      Path file = folder.getRoot().toPath().resolve(name);
      WholeFile.write(file, "whole");
      assertEquals("whole", Files.readString(file));
    }
  }

  @Test
  public void throughALinkItsTargetIsWritten() throws IOException {
    Path root = folder.getRoot().toPath();
    Path target = Files.createFile(Files.createDirectory(root.resolve("far")).resolve("a.csv"));
    Path link = Files.createSymbolicLink(root.resolve("link.csv"), target);
    WholeFile.write(link, "whole");
    assertTrue(Files.isSymbolicLink(link));
    assertEquals("whole", Files.readString(target));
  }

  @Test
  public void aDeviceStaysADevice() throws IOException {
    Path nothing = Path.of("/dev/null");
    Assume.assumeTrue("this system has no /dev/null", Files.exists(nothing));
    WholeFile.write(nothing, "whole");
    assertFalse(Files.isRegularFile(nothing));
  }

  @Test
  public void aFolderIsNoFileToWrite() {
    IOException rejection =
        assertThrows(IOException.class, () -> WholeFile.write(folder.getRoot().toPath(), "whole"));
    assertTrue(rejection.getMessage(), rejection.getMessage().contains("cannot be written: "));
  }
}
