package emotiontransfer;

import static org.junit.Assert.fail;
import static org.junit.Assume.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The recordings and reference numbers beside the checkout, for the tests that need them. */
public final class SharedData {

  private SharedData() {}

  /**
   * Returns a path below the shared folder ({@code ../shared}, or the system property {@code
   * emotiontransfer.shared}); skips the calling test with a message where it is absent, or fails it
   * where skipping is forbidden (system property {@code emotiontransfer.noskip}, set in CI).
   */
  public static Path require(String relative) {
    Path path = Path.of(System.getProperty("emotiontransfer.shared", "../shared"), relative);
    if (!Files.exists(path)) {
      String message = "needs " + path + ", which is not there";
      if (Boolean.getBoolean("emotiontransfer.noskip")) {
        fail(message);
      }
      assumeTrue(message, false);
    }
    return path.toAbsolutePath().normalize();
  }
}
