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
   * emotiontransfer.shared}). Where that folder has no folder {@code data}, the calling test is
   * skipped with a message, in CI as well; where only the path is absent, it is skipped too, or
   * fails if skipping is forbidden (system property {@code emotiontransfer.noskip}, set in CI).
   */
  public static Path require(String relative) {
    return require(
        Path.of(System.getProperty("emotiontransfer.shared", "../shared")),
        relative,
        Boolean.getBoolean("emotiontransfer.noskip"));
  }

  static Path require(Path shared, String relative, boolean noskip) {
    Path data = shared.resolve("data");
    // build-tools/TestSummary.java knows this sentence.
    assumeTrue("needs recordings: there is no folder " + data, Files.isDirectory(data));
    Path path = shared.resolve(relative);
    if (!Files.exists(path)) {
      String message = "needs " + path + ", which is not there";
      if (noskip) {
        fail(message);
      }
      assumeTrue(message, false);
    }
    return path.toAbsolutePath().normalize();
  }
}
