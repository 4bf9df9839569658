package emotiontransfer.corpus;

import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.function.ThrowingRunnable;
import org.junit.rules.TemporaryFolder;

/** A temporary folder for a corpus of empty files. */
public final class CorpusFolder extends TemporaryFolder {

  /** Returns the path of the folder. */
  public Path root() {
    return getRoot().toPath();
  }

  /** Makes empty files and scans the folder with defaults. */
  Corpus scan(String... files) throws IOException {
    return EmptyFiles.scan(EmptyFiles.in(root(), files));
  }

  /** Writes a text file. */
  Path write(String name, String text) throws IOException {
    return Files.writeString(root().resolve(name), text);
  }

  /** Asserts that something fails for a reason which names all parts. */
  static void assertFails(ThrowingRunnable run, String... parts) {
    String message = assertThrows(IOException.class, run).getMessage();
    for (String part : parts) {
      assertTrue(message, message.contains(part));
    }
  }
}
