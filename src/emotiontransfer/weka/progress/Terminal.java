package emotiontransfer.weka.progress;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.apache.commons.lang3.StringUtils;
import org.jline.nativ.CLibrary;
import org.jline.nativ.JLineNativeLoader;
import org.jline.nativ.Kernel32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The terminal on standard error, which has room for one bar. */
final class Terminal {

  private static final Logger LOG = LoggerFactory.getLogger(TaskProgress.class);

  private static final int STANDARD_ERROR = 2;
  private static final int USUAL_WIDTH = 80;
  private static final boolean WINDOWS = System.getProperty("os.name", "").startsWith("Windows");

  /**
   * Whether standard error is a terminal that can redraw a line. {@code System.console()} does not
   * say: it also asks for standard input and output, which a script redirects. Asked once: asking
   * loads a native library.
   */
  static final boolean IS_THERE = !"dumb".equals(System.getenv("TERM")) && isTerminal();

  private static final AtomicBoolean TAKEN = new AtomicBoolean();

  private Terminal() {}

  static boolean isTerminal() {
    try {
      forgetUnpackedLibrary();
      if (WINDOWS) {
        long handle = Kernel32.GetStdHandle(Kernel32.STD_ERROR_HANDLE);
        return Kernel32.GetConsoleMode(handle, new int[1]) != 0;
      }
      return CLibrary.isatty(STANDARD_ERROR) != 0;
    } catch (LinkageError | IOException | RuntimeException e) {
      LOG.debug("No progress bar, because the terminal cannot be asked: {}", e.toString());
      return false;
    }
  }

  /**
   * Deletes the file from which JLine has loaded its library, and which it would leave for ever
   * where the process is killed. Windows keeps it until the end of the process; JLine deletes it
   * later, if its lock is gone.
   */
  private static void forgetUnpackedLibrary() throws IOException {
    JLineNativeLoader.initialize();
    String library = JLineNativeLoader.getNativeLibraryPath();
    boolean isUnpacked = library != null && Files.deleteIfExists(Path.of(library + ".lck"));
    if (isUnpacked && !WINDOWS) {
      Files.deleteIfExists(Path.of(library));
    }
  }

  /** Returns a bar, or nothing to see while another task has it. */
  static ProgressDisplay display() {
    if (!TAKEN.compareAndSet(false, true)) {
      return ProgressDisplay.NOWHERE;
    }
    // Not System.err: Weka's logger puts a stream there that also writes to its file.
    PrintStream terminal =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, Charset.defaultCharset());
    return new Bar(terminal, width(), () -> TAKEN.set(false));
  }

  /** Returns the width in columns, 80 where the terminal does not say. */
  private static int width() {
    int columns = WINDOWS ? 0 : CLibrary.getTerminalWidth(STANDARD_ERROR);
    return columns > 0 ? columns : USUAL_WIDTH;
  }

  /** A bar that is drawn from the beginning, and again and again even if no step is done. */
  static final class Bar implements ProgressDisplay {

    private static final int UPDATE_MILLIS = 500;
    private static final int LENGTH = 12;

    private final PrintStream terminal;
    private final int columns;
    private final Runnable whenEnded;
    private ProgressBar bar;
    private volatile String ended = "";

    Bar(PrintStream terminal, int columns, Runnable whenEnded) {
      this.terminal = terminal;
      this.columns = columns;
      this.whenEnded = whenEnded;
    }

    @Override
    public void start(String message, Supplier<Snapshot> state) {
      bar =
          new ProgressBarBuilder()
              .setUpdateIntervalMillis(UPDATE_MILLIS)
              .continuousUpdate()
              .setRenderer((progress, length) -> text(shown(state.get()), columns - 1))
              .setConsumer(new ConsoleProgressBarConsumer(terminal, columns))
              .build();
    }

    private Snapshot shown(Snapshot state) {
      return ended.isEmpty() ? state : new Snapshot(ended, "", "", state.fraction());
    }

    /** Filled up with blanks, which cover the line before. */
    static String text(Snapshot state, int length) {
      double fraction = state.fraction();
      int full = Double.isNaN(fraction) ? 0 : (int) Math.floor(LENGTH * fraction);
      String drawn = StringUtils.rightPad("=".repeat(full) + (full < LENGTH ? ">" : ""), LENGTH);
      String percent =
          Double.isNaN(fraction) ? "" : String.format(Locale.ROOT, "%3.0f%% ", 100 * fraction);
      String line = "%s[%s] %s".formatted(percent, drawn, state.line());
      return StringUtils.rightPad(StringUtils.truncate(line, length), length);
    }

    /** The bar looks by itself. */
    @Override
    public void show(Supplier<Snapshot> state, boolean important) {}

    @Override
    public void end(String message) {
      ended = message;
      bar.close();
      whenEnded.run();
    }
  }
}
