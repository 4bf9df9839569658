package emotiontransfer.weka.progress;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.commons.lang3.SystemUtils;
import org.jline.nativ.JLineNativeLoader;
import org.junit.Test;

public class TaskProgressTest {

  private static final long MILLI = 1_000_000L;
  private static final long SECOND = 1000 * MILLI;

  private final RecordingLog log = new RecordingLog();

  /** Near the end of its range, where a clock in nanoseconds may stand. */
  private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 10 * MILLI);

  private static Task clips(long number) {
    return Task.of("Decoding clips", "step", "clip", number);
  }

  private static Task folds(long number) {
    return Task.of("Leave-one-subject-out", "evaluation", "fold", number);
  }

  private static Task generations(long number) {
    return Task.of("PathNet evolution", "evolution", "generation", number);
  }

  /** Returns progress that is shown in the log at every step, by the clock of this test. */
  private TaskProgress shown(Task task) {
    return new TaskProgress(task, new EveryStep(log), clock::get);
  }

  private void pass(long seconds) {
    clock.addAndGet(seconds * SECOND);
  }

  private String status() {
    return log.statuses.get(log.statuses.size() - 1);
  }

  @Test
  public void logGetsOneLineAtTheStartAndOneAtTheEnd() {
    TaskProgress progress = TaskProgress.start(clips(2), log);
    progress.step();
    progress.step("b.wav");
    progress.close();
    progress.close();
    assertEquals(
        List.of("Decoding clips: started, 2 steps", "Decoding clips: ended after 2/2"),
        log.messages);
    assertEquals("clip 1 of 2", log.statuses.get(0));
    assertEquals("clip 2 of 2 (b.wav)", log.statuses.get(1));
    assertEquals("OK", log.statuses.get(2));
  }

  @Test
  public void taskThatStartsWithinAStepIsShownBehindIt() {
    try (TaskProgress folds = shown(folds(3))) {
      folds.enclose(
          () -> {
            try (TaskProgress generations = TaskProgress.start(generations(20), null)) {
              assertEquals("fold 1 of 3, generation 1 of 20", status());
              generations.step("fitness 0.5");
              assertEquals("fold 1 of 3, generation 2 of 20 (fitness 0.5)", status());
            }
          });
      folds.step();
      assertEquals("fold 2 of 3", status());
    }
    assertEquals(
        "what is within has no lines of its own",
        List.of(
            "Leave-one-subject-out: started, 3 steps", "Leave-one-subject-out: ended after 1/3"),
        log.messages);
  }

  @Test
  public void onlyStepOfATaskBetweenTwoOthersIsLeftOut() {
    TaskProgress runs = shown(Task.of("Experiment", "experiment", "run", 4));
    runs.enclose(
        () -> {
          TaskProgress fold = TaskProgress.start(folds(1), null);
          assertEquals("run 1 of 4, fold 1 of 1", status());
          fold.enclose(() -> TaskProgress.start(generations(20), null));
          assertEquals("run 1 of 4, generation 1 of 20", status());
        });
    runs.close();
  }

  @Test
  public void timeLeftComesFromTheStepsDoneAndIsNotShownBefore() {
    TaskProgress folds = shown(folds(10));
    pass(60);
    folds.skip();
    assertEquals("nothing was done yet", "fold 2 of 10", status());
    pass(60);
    folds.step();
    assertEquals("fold 3 of 10, 8 min left", status());
    pass(30);
    folds.enclose(
        () -> {
          TaskProgress generations = TaskProgress.start(generations(20), null);
          assertEquals("fold 3 of 10, generation 1 of 20, 8 min left", status());
          pass(20);
          generations.step();
          // Of the minute of a fold, 10 s remain by the folds, but 380 s by the generations.
          assertEquals("fold 3 of 10, generation 2 of 20, 13 min left", status());
          generations.close();
        });
    folds.close();
  }

  @Test
  public void innerTimeLeftIsShownWithItsNounAsLongAsTheOuterOneIsUnknown() {
    TaskProgress folds = shown(folds(10));
    folds.enclose(
        () -> {
          TaskProgress generations = TaskProgress.start(generations(20), null);
          pass(10);
          generations.step();
          assertEquals("fold 1 of 10, generation 2 of 20, 3 min left in this evolution", status());
          generations.close();
        });
    folds.close();
  }

  @Test
  public void durationsAreSaidAsRoughlyAsTheyAreKnown() {
    assertEquals("1 s", Pace.text(0));
    assertEquals("40 s", Pace.text(41 * SECOND));
    assertEquals("2 min", Pace.text(100 * SECOND));
    assertEquals("99 min", Pace.text(99 * 60 * SECOND));
    assertEquals("2 h 30 min", Pace.text(152 * 60 * SECOND));
  }

  @Test
  public void threadsThatBeginWithinAStepBelongToItAndOthersDoNot() throws Exception {
    RecordingLog other = new RecordingLog();
    TaskProgress folds = shown(folds(2));
    Thread outside = new Thread(() -> TaskProgress.start(generations(7), other).close());
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      folds.enclose(
          () -> {
            TaskProgress first = pool.submit(() -> TaskProgress.start(generations(5), other)).get();
            TaskProgress second =
                pool.submit(() -> TaskProgress.start(generations(6), other)).get();
            assertEquals("fold 1 of 2, generation 1 of 5 and 1 more", status());
            first.close();
            second.close();
          });
      outside.start();
      outside.join();
      assertEquals(
          List.of("PathNet evolution: started, 7 steps", "PathNet evolution: ended after 0/7"),
          other.messages);
      folds.close();
      int before = log.statuses.size();
      pool.submit(() -> TaskProgress.start(generations(9), other).close()).get();
      assertEquals("a task that is over has nothing within it", before, log.statuses.size());
      assertTrue(other.messages.contains("PathNet evolution: started, 9 steps"));
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  public void remainingStepsAreShownFromTheFirstThatRemains() {
    WindowLog.install(() -> Optional.of(log));
    try {
      try (RemainingSteps none = new RemainingSteps(folds(2))) {
        none.skip();
        none.skip();
      }
      assertEquals(List.of(), log.messages);
      try (RemainingSteps some = new RemainingSteps(folds(3))) {
        some.skip();
        some.step(() -> {});
        some.skip();
      }
    } finally {
      WindowLog.install(Optional::empty);
    }
    assertEquals(
        List.of(
            "Leave-one-subject-out: started, 3 steps", "Leave-one-subject-out: ended after 3/3"),
        log.messages);
  }

  @Test
  public void theWindowsLogStandsInWhereNoneWasGiven() {
    RecordingLog window = new RecordingLog();
    RecordingLog given = new RecordingLog();
    WindowLog.install(() -> Optional.of(window));
    try {
      TaskProgress.start(clips(1), null).close();
      TaskProgress.start(generations(1), given).close();
    } finally {
      WindowLog.install(Optional::empty);
    }
    assertEquals(
        List.of("Decoding clips: started, 1 steps", "Decoding clips: ended after 0/1"),
        window.messages);
    assertEquals(
        List.of("PathNet evolution: started, 1 steps", "PathNet evolution: ended after 0/1"),
        given.messages);
    assertTrue(WindowLog.or(null).isEmpty());
  }

  @Test
  public void statusLineIsWrittenFourTimesASecondAtMostAndAlwaysForTheLastStep() {
    ProgressDisplay status = new ProgressDisplay.Status(log, true, clock::get);
    try (TaskProgress progress = new TaskProgress(clips(1000), status, clock::get)) {
      for (int i = 0; i < 1000; i++) {
        clock.addAndGet(MILLI);
        progress.step();
      }
    }
    assertEquals(
        List.of(
            "clip 1 of 1000",
            "clip 251 of 1000",
            "clip 501 of 1000",
            "clip 751 of 1000",
            "clip 1000 of 1000",
            "OK"),
        log.statuses);
  }

  @Test
  public void stepsOfManyThreadsAreAllCounted() {
    TaskProgress progress = TaskProgress.start(clips(5000), log);
    IntStream.range(0, 5000).parallel().forEach(i -> progress.step());
    progress.close();
    assertEquals("Decoding clips: ended after 5000/5000", log.messages.get(1));
    assertTrue(log.statuses.contains("clip 5000 of 5000"));
  }

  @Test
  public void unknownTotalIsLeftOut() {
    TaskProgress progress = shown(clips(0));
    pass(10);
    progress.step();
    progress.close();
    assertEquals(List.of("Decoding clips: started", "Decoding clips: ended after 1"), log.messages);
    assertEquals(List.of("clip 1", "clip 2", "OK"), log.statuses);
  }

  @Test
  public void scriptsGetALineAfterAMinuteAndThenEverMoreRarely() {
    List<String> lines = new ArrayList<>();
    ProgressDisplay.Lines display = new ProgressDisplay.Lines(lines::add, clock::get);
    TaskProgress progress = new TaskProgress(clips(36_000), display, clock::get);
    for (int i = 0; i < 59; i++) {
      pass(1);
      progress.step();
    }
    assertEquals("a minute is no time", List.of(), lines);
    for (int i = 59; i < 36_000; i++) {
      pass(1);
      progress.step();
    }
    progress.close();
    assertEquals("clip 61 of 36000, 10 h 0 min left", lines.get(0));
    assertEquals("Decoding clips: ended after 36000/36000", lines.get(lines.size() - 1));
    assertTrue("ten hours give " + lines.size(), lines.size() > 30 && lines.size() < 60);
  }

  @Test
  public void scriptsGetNothingOfShortTasks() {
    List<String> lines = new ArrayList<>();
    ProgressDisplay.Lines display = new ProgressDisplay.Lines(lines::add, clock::get);
    TaskProgress progress = new TaskProgress(clips(2), display, clock::get);
    progress.step();
    progress.close();
    assertEquals(List.of(), lines);
  }

  @Test
  public void barShowsThePartThatIsDoneInOneLine() {
    Snapshot half =
        new Snapshot("fold 2 of 4, generation 3 of 20", "4 min left", "fitness 0.5", 0.5);
    String line = " 50% [======>     ] fold 2 of 4, generation 3 of 20, 4 min left (fitness 0.5)";
    assertEquals(line + "  ", Terminal.Bar.text(half, line.length() + 2));
    assertEquals(line.substring(0, 60), Terminal.Bar.text(half, 60));
    Snapshot unknown = new Snapshot("clip 3", "", "", Double.NaN);
    assertEquals("[>           ] clip 3", Terminal.Bar.text(unknown, 21));
  }

  @Test
  public void stepCountsByTheTasksWithinItAsManyAsTheLastOneHad() {
    List<Double> fractions = new ArrayList<>();
    ProgressDisplay display = new ProgressDisplay.Lines(line -> {}, clock::get);
    TaskProgress folds = new TaskProgress(folds(2), display, clock::get);
    for (int fold = 0; fold < 2; fold++) {
      folds.enclose(
          () -> {
            for (int member = 0; member < 4; member++) {
              try (TaskProgress generations = TaskProgress.start(generations(2), null)) {
                generations.step();
                fractions.add(folds.snapshot().fraction());
              }
            }
          });
      folds.step();
    }
    assertEquals("of the first one, only the first task is known", 0.25, fractions.get(0), 0);
    assertEquals(
        List.of(0.5 + 0.5 / 8, 0.5 + 1.5 / 8, 0.5 + 2.5 / 8, 0.5 + 3.5 / 8),
        fractions.subList(4, 8));
    assertEquals(1, folds.snapshot().fraction(), 0);
  }

  @Test
  public void barEndsWithTheStepsThatWereDone() {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    AtomicBoolean ended = new AtomicBoolean();
    PrintStream terminal = new PrintStream(written, true, StandardCharsets.UTF_8);
    Terminal.Bar bar = new Terminal.Bar(terminal, 100, () -> ended.set(true));
    try (TaskProgress progress = new TaskProgress(folds(2), bar, clock::get)) {
      progress.step();
      progress.step();
      assertFalse(ended.get());
    }
    assertTrue(ended.get());
    String text = written.toString(StandardCharsets.UTF_8);
    assertTrue(text, text.contains("100% [============] Leave-one-subject-out: ended after 2/2"));
  }

  @Test
  public void askingForATerminalLeavesNoFileToAProcessThatIsKilled() {
    Terminal.isTerminal();
    File library = new File(JLineNativeLoader.getNativeLibraryPath());
    assertFalse(new File(library + ".lck").exists());
    assertEquals(library.getPath(), SystemUtils.IS_OS_WINDOWS, library.exists());
  }

  @Test
  public void silentProgressIsSeenNowhere() {
    WindowLog.install(() -> Optional.of(log));
    try (TaskProgress progress = TaskProgress.silent(clips(1))) {
      progress.step();
    } finally {
      WindowLog.install(Optional::empty);
    }
    assertTrue(log.messages.isEmpty());
    assertTrue(log.statuses.isEmpty());
  }

  @Test
  public void statusOfALoopThatGoesOnIsNotSaidToBeDone() {
    ProgressDisplay status = new ProgressDisplay.Status(log, false, clock::get);
    new TaskProgress(generations(3), status, clock::get).close();
    assertFalse(log.statuses.contains("OK"));
  }

  @Test
  public void negativeNumberOfStepsIsRejected() {
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> clips(-1));
    assertEquals("steps must be at least 0, but is -1", e.getMessage());
  }

  /** Leaves no step out. */
  private record EveryStep(RecordingLog log) implements ProgressDisplay {

    @Override
    public void start(String message, Supplier<Snapshot> state) {
      log.logMessage(message);
    }

    @Override
    public void show(Supplier<Snapshot> state, boolean important) {
      log.statusMessage(state.get().line());
    }

    @Override
    public void end(String message) {
      log.logMessage(message);
      log.statusMessage("OK");
    }
  }
}
