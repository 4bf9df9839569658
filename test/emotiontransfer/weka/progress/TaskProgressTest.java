package emotiontransfer.weka.progress;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.Test;

public class TaskProgressTest {

  private static final long MILLI = 1_000_000L;

  @Test
  public void logGetsOneLineAtTheStartAndOneAtTheEnd() {
    RecordingLog log = new RecordingLog();
    TaskProgress progress = TaskProgress.start("Decoding clips", 2, log);
    progress.step();
    progress.step("b.wav");
    progress.close();
    progress.close();
    assertEquals(
        List.of("Decoding clips: started, 2 steps", "Decoding clips: ended after 2/2"),
        log.messages);
    assertEquals("Decoding clips 1/2", log.statuses.get(0));
    assertEquals("Decoding clips 2/2 (b.wav)", log.statuses.get(1));
    assertEquals("OK", log.statuses.get(2));
  }

  @Test
  public void theWindowsLogStandsInWhereNoneWasGiven() {
    RecordingLog window = new RecordingLog();
    RecordingLog given = new RecordingLog();
    WindowLog.install(() -> Optional.of(window));
    try {
      TaskProgress.start("Reading clips", 1, null).close();
      TaskProgress.start("Training", 1, given).close();
    } finally {
      WindowLog.install(Optional::empty);
    }
    assertEquals(
        List.of("Reading clips: started, 1 steps", "Reading clips: ended after 0/1"),
        window.messages);
    assertEquals(
        List.of("Training: started, 1 steps", "Training: ended after 0/1"), given.messages);
    assertTrue(WindowLog.or(null).isEmpty());
  }

  @Test
  public void statusLineIsWrittenFourTimesASecondAtMostAndAlwaysForTheLastStep() {
    RecordingLog log = new RecordingLog();
    AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 10 * MILLI);
    try (TaskProgress progress =
        new TaskProgress(new ProgressDisplay.WekaLog("Training", 1000, log, clock::get))) {
      for (int i = 0; i < 1000; i++) {
        clock.addAndGet(MILLI);
        progress.step();
      }
    }
    assertEquals(
        List.of(
            "Training 1/1000",
            "Training 251/1000",
            "Training 501/1000",
            "Training 751/1000",
            "Training 1000/1000",
            "OK"),
        log.statuses);
  }

  @Test
  public void stepsOfManyThreadsAreAllCounted() {
    RecordingLog log = new RecordingLog();
    TaskProgress progress = TaskProgress.start("Training", 5000, log);
    IntStream.range(0, 5000).parallel().forEach(i -> progress.step());
    progress.close();
    assertEquals("Training: ended after 5000/5000", log.messages.get(1));
    assertTrue(log.statuses.contains("Training 5000/5000"));
  }

  @Test
  public void unknownTotalIsLeftOut() {
    RecordingLog log = new RecordingLog();
    TaskProgress progress = TaskProgress.start("Scanning", 0, log);
    progress.step();
    progress.close();
    assertEquals(List.of("Scanning: started", "Scanning: ended after 1"), log.messages);
    assertEquals("Scanning 1", log.statuses.get(0));
  }

  @Test
  public void nothingIsWrittenWhereStandardErrorIsNoTerminal() {
    new TaskProgress(ProgressDisplay.quiet("lets SLF4J say what it says at start", 0)).close();
    PrintStream standardError = System.err;
    PrintStream standardOut = System.out;
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    try (PrintStream capture = new PrintStream(written, true, StandardCharsets.UTF_8)) {
      System.setErr(capture);
      System.setOut(capture);
      TaskProgress progress = new TaskProgress(ProgressDisplay.quiet("Training", 3));
      progress.step();
      progress.step("note");
      progress.close();
    } finally {
      System.setErr(standardError);
      System.setOut(standardOut);
    }
    assertEquals("", written.toString(StandardCharsets.UTF_8));
  }

  @Test
  public void barShowsTaskStepsAndTheNoteOfATaskWithin() {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    AtomicBoolean ended = new AtomicBoolean();
    PrintStream terminal = new PrintStream(written, true, StandardCharsets.UTF_8);
    ProgressDisplay.Bar bar =
        new ProgressDisplay.Bar("Folds", 2, terminal, 120, () -> ended.set(true));
    TaskProgress folds = new TaskProgress(bar);
    TaskProgress generations = new TaskProgress(new ProgressDisplay.Note("generation", 200, bar));
    folds.step();
    generations.step("fitness 0.5");
    folds.close();
    String text = written.toString(StandardCharsets.UTF_8);
    assertTrue(text, text.contains("Folds"));
    assertTrue(text, text.contains("1/2"));
    assertTrue(text, text.contains("generation 1/200 (fitness 0.5)"));
    assertTrue(ended.get());
  }

  @Test
  public void negativeNumberOfStepsIsRejected() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> TaskProgress.start("Training", -1, null));
    assertEquals("steps must be at least 0, but is -1", e.getMessage());
  }
}
