package emotiontransfer.demo;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class StepRunnerTest {

  /** What the steps of these tests run: exits with its first argument, makes the second. */
  static final class Program {
    public static void main(String[] args) throws Exception {
      System.out.println("home " + System.getenv("WEKA_HOME"));
      System.err.println("input " + System.in.read());
      if (args.length > 1) {
        Files.writeString(Path.of(args[1]), "made");
      }
      System.exit(Integer.parseInt(args[0]));
    }
  }

  @Rule public final TemporaryFolder temporary = new TemporaryFolder();

  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
  private Path logs;
  private StepRunner runner;
  private boolean quiet;

  @Before
  public void prepare() throws Exception {
    logs = temporary.getRoot().toPath().resolve("logs");
    PrintStream console = new PrintStream(shown, true, StandardCharsets.UTF_8);
    runner = new StepRunner(Path.of("weka-home"), logs, console);
  }

  private Step step(List<Path> made, String... args) {
    List<String> command = new java.util.ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(Program.class.getName());
    command.addAll(List.of(args));
    return new Step("try", command, quiet, made);
  }

  private Path file(String name) {
    return temporary.getRoot().toPath().resolve(name);
  }

  private String shown() {
    return shown.toString(StandardCharsets.UTF_8);
  }

  @Test
  public void aStepSeesTheWekaHomeAndNoInput() throws Exception {
    Path made = file("made.txt");
    runner.run(step(List.of(made), "0", made.toString()));
    assertTrue(shown(), shown().contains("home weka-home"));
    assertTrue(shown(), shown().contains("input -1"));
    assertTrue(shown(), shown().contains("== Step 1: try"));
    assertEquals(2, Files.readAllLines(logs.resolve("step01.txt")).size());
  }

  @Test
  public void aStepThatLeavesNoFileFailsThoughItEndsWithZero() throws Exception {
    Path made = file("made.txt");
    Files.writeString(made, "of an earlier run");
    StepFailure failure =
        assertThrows(StepFailure.class, () -> runner.run(step(List.of(made), "0")));
    assertEquals(
        "Step 1 (try) failed: it left no "
            + made
            + "; its output stands above and in "
            + logs.resolve("step01.txt")
            + ".",
        failure.getMessage());
    assertTrue(shown(), shown().contains("home weka-home"));
  }

  @Test
  public void aStepThatEndsWithAnotherCodeFails() {
    StepFailure failure = assertThrows(StepFailure.class, () -> runner.run(step(List.of(), "3")));
    assertTrue(failure.getMessage(), failure.getMessage().contains("it ended with code 3"));
  }

  @Test
  public void aQuietStepShowsItsOutputOnlyWhenItFails() throws Exception {
    quiet = true;
    runner.run(step(List.of(), "0"));
    assertFalse(shown(), shown().contains("home weka-home"));
    assertThrows(StepFailure.class, () -> runner.run(step(List.of(), "3")));
    assertTrue(shown(), shown().contains("home weka-home"));
  }

  @Test
  public void commandsAreKeptForCopying() throws Exception {
    Step step = step(List.of(), "0");
    runner.run(step);
    runner.run(step);
    assertEquals(
        List.of("# 1: try", step.commandLine(), "# 2: try", step.commandLine()),
        Files.readAllLines(logs.resolve("commands.txt")));
  }

  @Test
  public void whatOtherStepsMadeStaysWhenOneFails() throws Exception {
    Path first = file("first.txt");
    runner.run(step(List.of(first), "0", first.toString()));
    assertThrows(StepFailure.class, () -> runner.run(step(List.of(file("second.txt")), "0")));
    assertEquals("made", Files.readString(first));
  }
}
