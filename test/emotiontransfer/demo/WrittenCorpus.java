package emotiontransfer.demo;

import static org.junit.Assert.assertArrayEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.rules.TemporaryFolder;

/** The clips that a corpus has written. */
public final class WrittenCorpus {

  /** A corpus. */
  @FunctionalInterface
  public interface Writer {
    void write(Path folder, long seed) throws IOException;
  }

  private WrittenCorpus() {}

  /** Returns a new folder with the clips. */
  public static Path written(TemporaryFolder within, Writer corpus, long seed) throws IOException {
    Path folder = within.newFolder().toPath();
    corpus.write(folder, seed);
    return folder;
  }

  /** Returns the paths of all files relative to the folder, sorted, with slashes. */
  public static List<String> names(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  /** Asserts that two folders hold the same files. */
  public static void assertSame(Path expected, Path actual) throws IOException {
    for (String name : names(expected)) {
      assertArrayEquals(
          name,
          Files.readAllBytes(expected.resolve(name)),
          Files.readAllBytes(actual.resolve(name)));
    }
  }
}
