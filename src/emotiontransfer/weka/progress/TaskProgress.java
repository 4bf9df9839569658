package emotiontransfer.weka.progress;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.commons.lang3.Validate;
import weka.core.Tee;
import weka.core.logging.Logger.Level;
import weka.gui.Logger;

/**
 * Shows how far a long task is: a bar on a terminal, lines in Weka's log, or nothing.
 *
 * <p>With a {@link Logger} (see {@link WindowLog}) the status line follows the steps and the log
 * has a line at the start and at the end. Without one, a bar is drawn on standard error where that
 * is a terminal; where Weka's GUI captures it, lines go to Weka's log; everywhere else, as in
 * scripts, only to SLF4J's debug level. A task that starts while another one's bar is shown is a
 * note behind that bar. Safe for use by many threads; results never depend on it.
 */
public final class TaskProgress implements AutoCloseable {

  private static final AtomicReference<ProgressDisplay.Bar> SHOWN_BAR = new AtomicReference<>();

  private final AtomicLong done = new AtomicLong();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final ProgressDisplay display;

  TaskProgress(ProgressDisplay display) {
    this.display = display;
    display.start();
  }

  /**
   * Starts to show a task.
   *
   * @param task what is done, for example {@code "Decoding clips"}
   * @param steps how many calls of {@link #step()} are expected, at least 0
   * @return the progress, to be closed when the task has ended, however it ended
   */
  public static TaskProgress start(String task, long steps, Logger logOrNull) {
    Validate.isTrue(steps >= 0, "steps must be at least 0, but is %s", steps);
    return new TaskProgress(display(task, steps, logOrNull));
  }

  /** Returns progress that nobody sees, for a task that turns out to have nothing to wait for. */
  public static TaskProgress silent(String task, long steps) {
    return new TaskProgress(ProgressDisplay.quiet(task, steps));
  }

  private static ProgressDisplay display(String task, long steps, Logger logOrNull) {
    Optional<Logger> log = WindowLog.or(logOrNull);
    if (log.isPresent() || System.err instanceof Tee) {
      // what Weka's GUI shows in its log window and writes to its log file
      Logger system = ProgressDisplay.log(line -> weka.core.logging.Logger.log(Level.INFO, line));
      return new ProgressDisplay.WekaLog(task, steps, log.orElse(system), System::nanoTime);
    }
    synchronized (SHOWN_BAR) {
      ProgressDisplay.Bar shown = SHOWN_BAR.get();
      if (shown != null) {
        return new ProgressDisplay.Note(task, steps, shown);
      }
      if (!ProgressDisplay.Terminal.IS_THERE) {
        return ProgressDisplay.quiet(task, steps);
      }
      int columns = ProgressDisplay.Terminal.width();
      SHOWN_BAR.set(
          new ProgressDisplay.Bar(task, steps, System.err, columns, () -> SHOWN_BAR.set(null)));
      return SHOWN_BAR.get();
    }
  }

  /** Counts one step as done. */
  public void step() {
    step("");
  }

  /** Counts one step as done and shows a note, such as the fitness of a generation. */
  public void step(String note) {
    display.show(done.incrementAndGet(), note);
  }

  /** Ends the task; a second call does nothing. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      display.end(done.get());
    }
  }
}
