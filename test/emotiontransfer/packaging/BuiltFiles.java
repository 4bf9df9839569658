package emotiontransfer.packaging;

import static org.junit.Assert.fail;
import static org.junit.Assume.assumeTrue;

import java.nio.file.Path;

/** Where the build has put what the package tests look at. */
public final class BuiltFiles {

  private BuiltFiles() {}

  /** The zip of a platform, which {@code ./antw test} makes before it starts these tests. */
  public static Path zip(String platform) {
    String version = System.getProperty("emotiontransfer.version");
    return Path.of(
        System.getProperty("emotiontransfer.dist", "dist"),
        "emotionTransfer-" + version + "-" + platform + ".zip");
  }

  /** The zip of the machine that runs the tests. */
  public static Path hostZip() {
    return zip(System.getProperty("emotiontransfer.host"));
  }

  /** The jar of the package's own classes, of which every zip has a copy. */
  public static Path jar() {
    return Path.of("build", "emotionTransfer.jar");
  }

  /** A folder below {@code lib}, for example {@code weka}. */
  public static Path lib(String folder) {
    return Path.of(System.getProperty("emotiontransfer.lib", "lib"), folder);
  }

  /**
   * Skips the calling test with a message if a condition does not hold, or fails it where skipping
   * is forbidden (system property {@code emotiontransfer.noskip}, set in CI).
   */
  public static void require(String message, boolean condition) {
    if (!condition && Boolean.getBoolean("emotiontransfer.noskip")) {
      fail(message);
    }
    assumeTrue(message, condition);
  }
}
