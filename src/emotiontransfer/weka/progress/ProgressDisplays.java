package emotiontransfer.weka.progress;

import java.io.PrintStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.slf4j.LoggerFactory;
import weka.gui.Logger;

/** The places where {@link TaskProgress} shows its steps. */
final class ProgressDisplays {

  private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(TaskProgress.class);

  /** The log that Weka's GUI writes to its log window and log file. */
  static final Logger SYSTEM_LOG = new SystemLog();

  private ProgressDisplays() {}

  /** Status line for the steps, log for start and end. */
  static final class WekaLog implements TaskProgress.Display {

    private static final long INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final String task;
    private final long steps;
    private final Logger log;
    private final LongSupplier clock;
    private final AtomicLong nextNanos;

    WekaLog(String task, long steps, Logger log, LongSupplier nanoClock) {
      this.task = task;
      this.steps = steps;
      this.log = log;
      this.clock = nanoClock;
      this.nextNanos = new AtomicLong(nanoClock.getAsLong());
      log.logMessage(task + ": started" + (steps == 0 ? "" : ", " + steps + " steps"));
    }

    @Override
    public void show(long done, String note) {
      long now = clock.getAsLong();
      long next = nextNanos.get();
      boolean due = now - next >= 0 && nextNanos.compareAndSet(next, now + INTERVAL_NANOS);
      if (due || done == steps) {
        log.statusMessage(TaskProgress.line(task, done, steps, note));
      }
    }

    @Override
    public void end(long done) {
      log.logMessage(TaskProgress.line(task + ": ended after", done, steps, ""));
      log.statusMessage("OK");
    }
  }

  /** A bar on a terminal. */
  static final class Bar implements TaskProgress.Display {

    private static final int UPDATE_MILLIS = 200;

    private final Consumer<Bar> whenEnded;
    private final ProgressBarBuilder builder;
    private volatile ProgressBar bar;

    Bar(String task, long steps, PrintStream terminal, int columns, Consumer<Bar> whenEnded) {
      this.whenEnded = whenEnded;
      this.builder =
          new ProgressBarBuilder()
              .setTaskName(task)
              .setInitialMax(steps == 0 ? -1 : steps)
              .setStyle(ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis(UPDATE_MILLIS)
              .setConsumer(new ConsoleProgressBarConsumer(terminal, columns));
    }

    /** Draws the bar for the first time and starts to redraw it. */
    void open() {
      bar = builder.build();
    }

    /** Shows a word behind the bar. */
    void note(String text) {
      ProgressBar open = bar;
      if (open != null) {
        open.setExtraMessage(text);
      }
    }

    @Override
    public void show(long done, String note) {
      bar.step();
      if (!note.isEmpty()) {
        bar.setExtraMessage(note);
      }
    }

    @Override
    public void end(long done) {
      bar.close();
      whenEnded.accept(this);
    }
  }

  /** A note behind the bar of the task around this one. */
  static final class Note implements TaskProgress.Display {

    private final String task;
    private final long steps;
    private final Bar bar;

    Note(String task, long steps, Bar bar) {
      this.task = task;
      this.steps = steps;
      this.bar = bar;
    }

    @Override
    public void show(long done, String note) {
      bar.note(TaskProgress.line(task, done, steps, note));
    }

    @Override
    public void end(long done) {
      bar.note("");
    }
  }

  /** Nothing but debug lines. */
  static final class Quiet implements TaskProgress.Display {

    private final String task;
    private final long steps;

    Quiet(String task, long steps) {
      this.task = task;
      this.steps = steps;
      LOG.debug("{}: started, {} steps", task, steps);
    }

    @Override
    public void show(long done, String note) {
      LOG.trace("{} {}/{} {}", task, done, steps, note);
    }

    @Override
    public void end(long done) {
      LOG.debug("{}: ended after {} of {} steps", task, done, steps);
    }
  }

  private static final class SystemLog implements Logger {

    @Override
    public void logMessage(String message) {
      weka.core.logging.Logger.log(weka.core.logging.Logger.Level.INFO, message);
    }

    @Override
    public void statusMessage(String message) {
      LOG.trace("{}", message);
    }
  }
}
