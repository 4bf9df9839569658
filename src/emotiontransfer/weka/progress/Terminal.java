package emotiontransfer.weka.progress;

import org.jline.nativ.CLibrary;
import org.jline.nativ.Kernel32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells whether a person can see what is drawn on standard error. */
final class Terminal {

  private static final Logger LOG = LoggerFactory.getLogger(Terminal.class);
  private static final int STANDARD_ERROR = 2;
  private static final int USUAL_WIDTH = 80;
  private static final boolean WINDOWS = System.getProperty("os.name", "").startsWith("Windows");

  private Terminal() {}

  /**
   * Returns whether standard error is a terminal that can redraw a line. {@code System.console()}
   * does not tell: it also asks for standard input and output, which a script redirects.
   */
  static boolean isStandardErrorInteractive() {
    return !"dumb".equals(System.getenv("TERM")) && Interactive.STANDARD_ERROR_IS_TERMINAL;
  }

  /** Returns the width of the terminal in columns, 80 where it does not tell. */
  static int width() {
    int columns = WINDOWS ? 0 : CLibrary.getTerminalWidth(STANDARD_ERROR);
    return columns > 0 ? columns : USUAL_WIDTH;
  }

  /** Asked once: the answer cannot change, and asking loads a native library. */
  private static final class Interactive {

    static final boolean STANDARD_ERROR_IS_TERMINAL = ask();

    private static boolean ask() {
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
  }
}
