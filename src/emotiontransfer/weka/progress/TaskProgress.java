package emotiontransfer.weka.progress;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import weka.core.Tee;
import weka.gui.Logger;

/**
 * Shows how far a long task is: a bar on a terminal, lines in Weka's log, or nothing.
 *
 * <p>With a {@link Logger} (Explorer, KnowledgeFlow; see {@link WindowLog}) the status line follows
 * the steps and the log gets one line at the start and one at the end. Without one, a bar is drawn
 * on standard error where that is a terminal; where Weka's GUI captures standard error, lines go to
 * Weka's log; everywhere else, as in scripts, tests and the Experimenter's worker threads, only
 * SLF4J's debug level hears of it. One bar is drawn at a time: a task that starts while another
 * one's bar is shown appears as a note behind that bar.
 *
 * <p>Safe for use by many threads; results never depend on it.
 */
public final class TaskProgress implements AutoCloseable {

  /** Where steps are shown. Implementations are called by many threads at once. */
  interface Display {

    /**
     * Shows that {@code done} steps are done; {@code note} is what the last step said, or empty.
     */
    void show(long done, String note);

    /** Shows that the task has ended after {@code done} steps. */
    void end(long done);
  }

  private static final AtomicReference<ProgressDisplays.Bar> SHOWN_BAR = new AtomicReference<>();

  private final AtomicLong done = new AtomicLong();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final Display display;

  TaskProgress(Display display) {
    this.display = display;
  }

  /**
   * Starts to show a task.
   *
   * @param task what is done, for example {@code "Decoding clips"}
   * @param steps how many calls of {@link #step()} are expected, at least 0
   * @param logOrNull Weka's log if the caller was given one
   * @return the progress, to be closed when the task has ended, however it ended
   * @throws IllegalArgumentException if {@code steps} is negative
   */
  public static TaskProgress start(String task, long steps, Logger logOrNull) {
    if (steps < 0) {
      throw new IllegalArgumentException("steps must be at least 0, but is " + steps);
    }
    return new TaskProgress(choose(task, steps, logOrNull));
  }

  /** Returns progress that nobody sees, for a task that turns out to have nothing to wait for. */
  public static TaskProgress silent(String task, long steps) {
    return new TaskProgress(new ProgressDisplays.Quiet(task, steps));
  }

  private static Display choose(String task, long steps, Logger logOrNull) {
    Optional<Logger> log = WindowLog.or(logOrNull);
    if (log.isPresent()) {
      return new ProgressDisplays.WekaLog(task, steps, log.get(), System::nanoTime);
    }
    if (System.err instanceof Tee) {
      return new ProgressDisplays.WekaLog(
          task, steps, ProgressDisplays.SYSTEM_LOG, System::nanoTime);
    }
    ProgressDisplays.Bar shown = SHOWN_BAR.get();
    if (shown != null) {
      return new ProgressDisplays.Note(task, steps, shown);
    }
    if (!Terminal.isStandardErrorInteractive()) {
      return new ProgressDisplays.Quiet(task, steps);
    }
    return bar(task, steps);
  }

  private static Display bar(String task, long steps) {
    ProgressDisplays.Bar bar =
        new ProgressDisplays.Bar(
            task, steps, System.err, Terminal.width(), self -> SHOWN_BAR.compareAndSet(self, null));
    if (SHOWN_BAR.compareAndSet(null, bar)) {
      bar.open();
      return bar;
    }
    return new ProgressDisplays.Quiet(task, steps);
  }

  /** Counts one step as done. */
  public void step() {
    step("");
  }

  /**
   * Counts one step as done and shows a word about it.
   *
   * @param extraMessage for example the fitness of a generation; may be empty
   */
  public void step(String extraMessage) {
    display.show(done.incrementAndGet(), extraMessage);
  }

  /** Ends the task; a second call does nothing. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      display.end(done.get());
    }
  }

  /**
   * Returns {@code task 3/20 (note)}; the total is left out where it is 0, the note where empty.
   */
  static String line(String task, long done, long steps, String note) {
    String total = steps == 0 ? "" : "/" + steps;
    String behind = note.isEmpty() ? "" : " (" + note + ")";
    return String.format(Locale.ROOT, "%s %d%s%s", task, done, total, behind);
  }
}
