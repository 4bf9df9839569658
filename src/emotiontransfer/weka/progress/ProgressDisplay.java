package emotiontransfer.weka.progress;

import java.awt.Frame;
import java.awt.GraphicsEnvironment;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import weka.core.logging.Logger.Level;
import weka.gui.Logger;
import weka.knowledgeflow.FlowRunner;

/**
 * Where a task is shown: in the status line of the window that runs it, as a bar on a terminal, or
 * as a few lines of text. Called by many threads at once.
 */
interface ProgressDisplay {

  /** For tasks that need no display. */
  ProgressDisplay NOWHERE = new Lines(line -> {}, System::nanoTime);

  /** Shows that the task begins. */
  void start(String message, Supplier<Snapshot> state);

  /** Shows how far it is, unless that was shown a moment ago and is not {@code important}. */
  void show(Supplier<Snapshot> state, boolean important);

  /** Shows that the task has ended. */
  void end(String message);

  /**
   * Returns the display for a task that no other one is around.
   *
   * @param window the window whose thread this is, if there is one
   * @param logOrNull what the scheme was given
   */
  static ProgressDisplay find(Optional<WindowRun> window, Logger logOrNull) {
    // A flow that runs without a window: its log has no status, but prints.
    Logger given = logOrNull instanceof FlowRunner.SimpleLogger ? null : logOrNull;
    if (window.isPresent()) {
      // which says itself when it has ended
      return new Status(window.get().log(), false, System::nanoTime);
    }
    if (given instanceof weka.gui.beans.LogPanel flow) {
      return new Messages(flow);
    }
    Optional<Logger> log = WindowLog.or(given);
    if (log.isPresent()) {
      return new Status(log.get(), true, System::nanoTime);
    }
    if (isWindowShown()) {
      return new Messages(WekaLogFile.INSTANCE);
    }
    return Terminal.IS_THERE
        ? Terminal.display()
        : new Lines(System.err::println, System::nanoTime);
  }

  private static boolean isWindowShown() {
    return !GraphicsEnvironment.isHeadless()
        && Arrays.stream(Frame.getFrames()).anyMatch(Frame::isShowing);
  }

  /** What Weka's windows show in their log window and write to the log file. */
  enum WekaLogFile implements Logger {
    INSTANCE;

    @Override
    public void logMessage(String message) {
      weka.core.logging.Logger.log(Level.INFO, message);
    }

    @Override
    public void statusMessage(String message) {}
  }

  /**
   * Status line for the steps, four times a second at most; log for start and end.
   *
   * @param finishes whether the end of the task is that of all the window does
   */
  record Status(Logger log, boolean finishes, LongSupplier nanoClock, AtomicLong next)
      implements ProgressDisplay {

    private static final long INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    Status(Logger log, boolean finishes, LongSupplier nanoClock) {
      this(log, finishes, nanoClock, new AtomicLong(nanoClock.getAsLong()));
    }

    @Override
    public void start(String message, Supplier<Snapshot> state) {
      log.logMessage(message);
    }

    @Override
    public void show(Supplier<Snapshot> state, boolean important) {
      long now = nanoClock.getAsLong();
      long then = next.get();
      boolean due = now - then >= 0 && next.compareAndSet(then, now + INTERVAL_NANOS);
      if (due || important) {
        log.statusMessage(state.get().line());
      }
    }

    @Override
    public void end(String message) {
      log.logMessage(message);
      if (finishes) {
        log.statusMessage("OK");
      }
    }
  }

  /** A log alone, for windows whose status line is not found. */
  record Messages(Logger log) implements ProgressDisplay {

    @Override
    public void start(String message, Supplier<Snapshot> state) {
      log.logMessage(message);
    }

    @Override
    public void show(Supplier<Snapshot> state, boolean important) {}

    @Override
    public void end(String message) {
      log.logMessage(message);
    }
  }

  /**
   * Lines of text, for scripts: the first one after a minute, then ever more rarely, so that ten
   * hours give about fifty of them.
   */
  record Lines(
      Consumer<String> out,
      LongSupplier nanoClock,
      long begin,
      AtomicLong next,
      AtomicBoolean written)
      implements ProgressDisplay {

    private static final long INTERVAL_NANOS = TimeUnit.MINUTES.toNanos(1);

    /** Part of the time so far that passes until the next line. */
    private static final int TENTH = 10;

    Lines(Consumer<String> out, LongSupplier nanoClock) {
      this(
          out,
          nanoClock,
          nanoClock.getAsLong(),
          new AtomicLong(nanoClock.getAsLong() + INTERVAL_NANOS),
          new AtomicBoolean());
    }

    @Override
    public void start(String message, Supplier<Snapshot> state) {}

    @Override
    public void show(Supplier<Snapshot> state, boolean important) {
      long now = nanoClock.getAsLong();
      long then = next.get();
      long pause = Math.max(INTERVAL_NANOS, (now - begin) / TENTH);
      if (now - then >= 0 && next.compareAndSet(then, now + pause)) {
        written.set(true);
        out.accept(state.get().line());
      }
    }

    @Override
    public void end(String message) {
      if (written.get()) {
        out.accept(message);
      }
    }
  }
}
