package emotiontransfer.weka.command;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import emotiontransfer.file.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import weka.classifiers.lazy.IBk;
import weka.core.WekaException;
import weka.filters.unsupervised.attribute.Standardize;

/** What is on a disk that was full when more was written; skipped where nothing can be mounted. */
public class FullDiskTest {

  private static final int KILOBYTES = 64;

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private Path disk;

  @Before
  public void mount() throws IOException, InterruptedException {
    Path place = folder.newFolder("disk").toPath();
    assumeTrue(
        "a small disk cannot be mounted here",
        run("mount", "-t", "tmpfs", "-o", "size=" + KILOBYTES + "k", "tmpfs", place + ""));
    disk = place;
    Files.writeString(disk.resolve("former"), "former");
  }

  @After
  public void unmount() throws IOException, InterruptedException {
    if (disk != null) {
      // Weka leaves a model that it could not write open, so that the disk goes when it can.
      assertTrue(run("umount", "-l", disk.toString()));
    }
  }

  private static boolean run(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException noSuchCommand) {
      return false;
    }
  }

  /** A table that fits on the disk by itself, with rows that are cut without being noticed. */
  private String table() throws IOException {
    StringBuilder text = new StringBuilder("@relation t\n@attribute x numeric\n");
    text.append("@attribute y {a,b}\n@data\n");
    for (int i = 0; i < 20_000; i++) {
      text.append(i).append(i % 2 == 0 ? ",a\n" : ",b\n");
    }
    return Files.writeString(folder.newFile("in.arff").toPath(), text).toString();
  }

  private void assertOnlyTheFormerIsThere() throws IOException {
    assertArrayEquals(new String[] {"former"}, disk.toFile().list());
    assertEquals("former", Files.readString(disk.resolve("former")));
  }

  @Test
  public void aTextIsWholeOrAbsent() throws IOException {
    for (String name : List.of("new", "former")) {
      IOException full =
          assertThrows(
              IOException.class,
              () -> WholeFile.write(disk.resolve(name), "x".repeat(2 * KILOBYTES << 10)));
      assertTrue(full.getMessage(), full.getMessage().contains("cannot be written: "));
    }
    assertThrows(
        IOException.class,
        () -> WholeFile.append(disk.resolve("former"), "x".repeat(2 * KILOBYTES << 10)));
    assertOnlyTheFormerIsThere();
  }

  @Test
  public void aTableIsWholeOrAbsent() throws IOException {
    String in = table();
    for (String name : List.of("new", "former")) {
      String[] options = {"-i", in, "-o", disk.resolve(name).toString()};
      WekaException full =
          assertThrows(WekaException.class, () -> FilterCommand.run(new Standardize(), options));
      assertTrue(full.getMessage(), full.getMessage().contains("cannot be written: "));
    }
    assertOnlyTheFormerIsThere();
  }

  @Test
  public void aModelIsWholeOrAbsent() throws IOException {
    String in = table();
    for (String name : List.of("new", "former")) {
      String[] options = {"-t", in, "-no-cv", "-v", "-d", disk.resolve(name).toString()};
      WekaException full =
          assertThrows(WekaException.class, () -> ClassifierCommand.run(new IBk(), options));
      assertTrue(full.getMessage(), full.getMessage().contains("cannot be written: "));
    }
    assertOnlyTheFormerIsThere();
  }
}
