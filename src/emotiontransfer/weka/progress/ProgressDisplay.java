package emotiontransfer.weka.progress;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jline.nativ.CLibrary;
import org.jline.nativ.Kernel32;
import org.slf4j.LoggerFactory;
import weka.gui.Logger;

/** Where the steps of a {@link TaskProgress} are shown. Called by many threads at once. */
interface ProgressDisplay {

  org.slf4j.Logger LOG = LoggerFactory.getLogger(TaskProgress.class);

  /** Returns a log of lines; its status line is for SLF4J's level "trace". */
  static Logger log(Consumer<String> lines) {
    return new Logger() {
      @Override
      public void logMessage(String message) {
        lines.accept(message);
      }

      @Override
      public void statusMessage(String message) {
        LOG.trace(message);
      }
    };
  }

  /** Shows that the task begins. */
  default void start() {}

  /** Shows that {@code done} steps are done; the note is what the last step said, or empty. */
  void show(long done, String note);

  /** Shows that the task has ended after {@code done} steps. */
  void end(long done);

  /** Returns {@code task 3/20 (note)}, without the total where it is 0 or the note where empty. */
  static String line(String task, long done, long steps, String note) {
    String total = steps == 0 ? "" : "/" + steps;
    String behind = note.isEmpty() ? "" : " (" + note + ")";
    return String.format(Locale.ROOT, "%s %s%s%s", task, done, total, behind);
  }

  /** Status line for the steps, four times a second at most; log for start and end. */
  record WekaLog(String task, long steps, Logger log, LongSupplier nanoClock, AtomicLong next)
      implements ProgressDisplay {

    private static final long INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    WekaLog(String task, long steps, Logger log, LongSupplier nanoClock) {
      this(task, steps, log, nanoClock, new AtomicLong(nanoClock.getAsLong()));
    }

    @Override
    public void start() {
      log.logMessage(task + ": started" + (steps == 0 ? "" : ", " + steps + " steps"));
    }

    @Override
    public void show(long done, String note) {
      long now = nanoClock.getAsLong();
      long then = next.get();
      boolean due = now - then >= 0 && next.compareAndSet(then, now + INTERVAL_NANOS);
      if (due || done == steps) {
        log.statusMessage(line(task, done, steps, note));
      }
    }

    @Override
    public void end(long done) {
      log.logMessage(line(task + ": ended after", done, steps, ""));
      log.statusMessage("OK");
    }
  }

  /** A bar on a terminal, drawn from the beginning. */
  final class Bar implements ProgressDisplay {

    private static final int UPDATE_MILLIS = 200;

    private final Runnable whenEnded;
    private final ProgressBar bar;

    Bar(String task, long steps, PrintStream terminal, int columns, Runnable whenEnded) {
      this.whenEnded = whenEnded;
      this.bar =
          new ProgressBarBuilder()
              .setTaskName(task)
              .setInitialMax(steps == 0 ? -1 : steps)
              .setStyle(ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis(UPDATE_MILLIS)
              .setConsumer(new ConsoleProgressBarConsumer(terminal, columns))
              .build();
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
      whenEnded.run();
    }
  }

  /** A note behind the bar of the task around this one. */
  record Note(String task, long steps, Bar bar) implements ProgressDisplay {

    @Override
    public void show(long done, String note) {
      bar.bar.setExtraMessage(line(task, done, steps, note));
    }

    @Override
    public void end(long done) {
      bar.bar.setExtraMessage("");
    }
  }

  /** Returns nothing but lines for SLF4J's level "debug". */
  static ProgressDisplay quiet(String task, long steps) {
    return new WekaLog(task, steps, log(LOG::debug), System::nanoTime);
  }

  /** The terminal on standard error. Asked once: asking loads a native library. */
  final class Terminal {

    private static final int STANDARD_ERROR = 2;
    private static final int USUAL_WIDTH = 80;
    private static final boolean WINDOWS = System.getProperty("os.name", "").startsWith("Windows");

    /**
     * Whether standard error is a terminal that can redraw a line. {@code System.console()} does
     * not say: it also asks for standard input and output, which a script redirects.
     */
    static final boolean IS_THERE = !"dumb".equals(System.getenv("TERM")) && isTerminal();

    private Terminal() {}

    private static boolean isTerminal() {
      try {
        if (WINDOWS) {
          long handle = Kernel32.GetStdHandle(Kernel32.STD_ERROR_HANDLE);
          return Kernel32.GetConsoleMode(handle, new int[1]) != 0;
        }
        return CLibrary.isatty(STANDARD_ERROR) != 0;
      } catch (LinkageError | RuntimeException e) {
        LOG.debug("No progress bar, because the terminal cannot be asked: {}", e.toString());
        return false;
      }
    }

    /** Returns the width in columns, 80 where the terminal does not say. */
    static int width() {
      int columns = WINDOWS ? 0 : CLibrary.getTerminalWidth(STANDARD_ERROR);
      return columns > 0 ? columns : USUAL_WIDTH;
    }
  }
}
