package emotiontransfer.weka.command;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.junit.Test;
import weka.core.WekaException;

/** How a command takes its options, prints its usage and ends. */
public class AbstractCommandTest {

  /** A command that fails as it is told. */
  private static final class Failing extends AbstractCommand {

    private final Throwable failure;
    private boolean executed;

    Failing(Throwable failure) {
      this.failure = failure;
    }

    @Override
    protected String usage() {
      return "How to use it.";
    }

    @Override
    protected void execute(CommandLine line) throws Exception {
      executed = true;
      ExceptionUtils.rethrow(failure);
    }
  }

  private static String message(org.junit.function.ThrowingRunnable task) {
    return assertThrows(IllegalArgumentException.class, task).getMessage();
  }

  @Test
  public void printsItsUsageInsteadOfRunning() throws Exception {
    for (String help : List.of("-h", "-help")) {
      Failing command = new Failing(new IOException("not to be thrown"));
      PrintStream before = System.out;
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
      try {
        command.run(null, new String[] {"-x", help});
      } finally {
        System.setOut(before);
      }
      assertFalse(command.executed);
      assertEquals("How to use it.", out.toString(StandardCharsets.UTF_8).strip());
    }
  }

  @Test
  public void aRejectionIsASentenceAndAHintWithoutAStackTrace() {
    for (Exception cause :
        List.of(
            new IOException("No."), new WekaException("No."), new NumberFormatException("No."))) {
      WekaException rejection =
          assertThrows(
              WekaException.class, () -> new Failing(cause).run(null, new String[] {"-x"}));
      assertEquals("No.\n(General options are printed by -h.)", rejection.getMessage());
      assertSame(cause, rejection.getCause());
    }
  }

  @Test
  public void aFaultOfTheProgramNamesItsPlace() {
    for (Throwable fault : List.of(new NullPointerException("x"), new LinkageError("x"))) {
      WekaException told =
          assertThrows(
              WekaException.class, () -> new Failing(fault).run(null, new String[] {"-x"}));
      String message = told.getMessage();
      assertTrue(message, message.startsWith("This is a fault of the program, please report it: "));
      assertTrue(message, message.contains("AbstractCommandTest.java:"));
      assertSame(fault, told.getCause());
    }
  }

  @Test
  public void aFullMemoryNamesTheOptionOfJava() {
    WekaException told =
        assertThrows(
            WekaException.class,
            () -> new Failing(new OutOfMemoryError("heap")).run(null, new String[] {"-x"}));
    assertTrue(told.getMessage(), told.getMessage().contains("-Xmx"));
  }

  @Test
  public void controlCharactersOfAMessageAreShown() {
    WekaException told =
        assertThrows(
            WekaException.class,
            () ->
                new Failing(new IOException("'a\u001b[2J\u202e'")).run(null, new String[] {"-x"}));
    assertTrue(told.getMessage(), told.getMessage().startsWith("'a\\u001b[2J\\u202e'"));
  }

  @Test
  public void takesEachOptionByItsName() {
    CommandLine line = new CommandLine("-in a -out b -quick -out c -dpi 72 -- -out d".split(" "));
    assertArrayEquals(new String[] {"-out", "d"}, line.behindHyphens());
    assertEquals("a", line.required("in"));
    assertEquals(List.of("b", "c"), line.repeated("out"));
    assertEquals(72, line.number("dpi", 300, 1));
    assertEquals(300, line.number("dots", 300, 1));
    assertTrue(line.flag("quick"));
    assertFalse(line.flag("slow"));
    assertEquals(Optional.empty(), line.option("title"));
    line.finish();
  }

  @Test
  public void rejectsWhatIsMissingWrongOrUnknown() {
    CommandLine line = new CommandLine("-dpi x -rows 0 -typo 3 -end".split(" "));
    assertEquals("Option -out is missing.", message(() -> line.required("out")));
    assertEquals("Option -out is missing.", message(() -> line.repeated("out")));
    assertEquals(
        "Option -dpi must be a whole number, but is 'x'.",
        message(() -> line.number("dpi", 300, 1)));
    assertEquals(
        "Option -rows must be at least 1, but is 0.", message(() -> line.number("rows", 1, 1)));
    assertTrue(message(() -> line.option("end")).contains("-end"));
    assertEquals("Unknown option '-typo 3 -end'.", message(line::finish));
  }
}
