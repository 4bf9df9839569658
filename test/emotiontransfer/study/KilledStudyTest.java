package emotiontransfer.study;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** A study that is killed without warning goes on where it was and ends with the same tables. */
public class KilledStudyTest {

  private static final int KILLS = 3;

  @Rule public final TemporaryFolder temporary = new TemporaryFolder();

  @Test
  public void threeKillsLeaveTheTablesOfAnUndisturbedRun() throws Exception {
    FinishedStudy undisturbed = FinishedStudy.get();
    Path out = new File(temporary.getRoot(), "killed").toPath();
    Random random = new Random(7);
    int before = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      killAfter(1 + random.nextInt(8), undisturbed.options(out));
      int folds = folds(out);
      assertTrue(folds + " folds after " + before, folds > before);
      before = folds;
    }
    assertTrue(
        "nothing was left to do after " + before + " folds", before < folds(undisturbed.out()));

    new EmotionStudy().run(null, undisturbed.options(out));

    assertTrue(
        Files.readString(out.resolve("report.md"))
            .contains(before + " folds were there before and were not done again"));
    assertEquals(undisturbed.text("results.csv"), Files.readString(out.resolve("results.csv")));
    List<String> tables = FinishedStudy.names(undisturbed.out().resolve("tables"));
    assertEquals(tables, FinishedStudy.names(out.resolve("tables")));
    for (String table : tables) {
      assertEquals(
          table,
          undisturbed.text("tables/" + table),
          Files.readString(out.resolve("tables").resolve(table)));
    }
  }

  private static int folds(Path out) throws IOException {
    Path folds = out.resolve("folds");
    if (!Files.exists(folds)) {
      return 0;
    }
    try (Stream<Path> files = Files.walk(folds)) {
      return (int) files.filter(file -> file.toString().endsWith(".csv")).count();
    }
  }

  /** Starts the study in a process of its own and kills it when it has printed so many folds. */
  private void killAfter(int folds, String[] options) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx2g",
            "-Djava.awt.headless=true",
            "-Dweka.packageManager.offline=true",
            "-Dorg.slf4j.simpleLogger.log.emotiontransfer.study=debug",
            "-cp",
            System.getProperty("java.class.path"),
            "weka.Run",
            EmotionStudy.class.getName()));
    command.addAll(List.of(options));
    Process process =
        new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    StringBuilder output = new StringBuilder();
    try (BufferedReader lines = process.errorReader()) {
      int printed = 0;
      String line = lines.readLine();
      while (line != null && printed < folds) {
        output.append(line).append('\n');
        printed += line.contains(", fold ") ? 1 : 0;
        line = printed < folds ? lines.readLine() : line;
      }
      process.destroyForcibly();
      assertTrue(process.waitFor(1, TimeUnit.MINUTES));
      assertEquals("the study printed fewer folds:\n" + output, folds, printed);
    }
    assertNotEquals(output.toString(), 0, process.exitValue());
  }
}
