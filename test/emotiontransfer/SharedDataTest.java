package emotiontransfer;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.AssumptionViolatedException;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** When a test of recordings is skipped, when it fails, and what the build says of it. */
public class SharedDataTest {

  @Rule public final TemporaryFolder temporary = new TemporaryFolder();

  private Path shared;

  @Before
  public void nameFolder() {
    shared = temporary.getRoot().toPath().resolve("shared");
  }

  @Test
  public void withoutTheFolderOfRecordingsATestIsSkippedEvenWhereSkippingIsForbidden() {
    AssumptionViolatedException skip =
        assertThrows(
            AssumptionViolatedException.class,
            () -> SharedData.require(shared, "data/video/a.mp4", true));
    assertEquals(sentence(), skip.getMessage());
  }

  @Test
  public void withTheFolderAnAbsentRecordingFailsWhereSkippingIsForbidden() throws IOException {
    Files.createDirectories(shared.resolve("data"));
    AssertionError failure =
        assertThrows(AssertionError.class, () -> SharedData.require(shared, "data/a.mp4", true));
    assertEquals(
        "needs " + shared.resolve("data/a.mp4") + ", which is not there", failure.getMessage());
    assertThrows(
        AssumptionViolatedException.class, () -> SharedData.require(shared, "data/a.mp4", false));
  }

  @Test
  public void strictSummaryAcceptsSkipsForWantOfRecordingsAlone() throws Exception {
    assertEquals(0, summarize("true", sentence()));
    assertEquals(1, summarize("true", "needs a display (DISPLAY)"));
    assertEquals(0, summarize("false", "needs a display (DISPLAY)"));
  }

  private String sentence() {
    return "needs recordings: there is no folder " + shared.resolve("data");
  }

  /** Runs the build's summary on a report of two tests, one skipped; returns its exit status. */
  private int summarize(String strict, String message) throws Exception {
    Path reports = temporary.newFolder().toPath();
    Files.writeString(
        reports.resolve("TEST-a.xml"),
        "<testsuite><testcase classname='A' name='passes'/><testcase classname='A' name='skips'>"
            + ("<skipped message='" + message + "'/></testcase></testsuite>"));
    Path log = reports.resolve("log.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "build-tools/TestSummary.java",
                reports.toString(),
                strict)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    assertTrue(process.waitFor(1, TimeUnit.MINUTES));
    String out = Files.readString(log);
    assertTrue(out, out.contains("SKIPPED A.skips: " + message));
    assertEquals(
        "1 passed, 0 failed, 1 skipped", Files.readString(reports.resolve("summary.txt")).strip());
    return process.exitValue();
  }
}
