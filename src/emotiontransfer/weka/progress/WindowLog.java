package emotiontransfer.weka.progress;

import emotiontransfer.file.Shown;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;
import weka.gui.Logger;

/**
 * The log of the window that the user works in.
 *
 * <p>Weka's Preprocess tab gives its log neither to filters nor to loaders, so that a part of the
 * package that has something to report asks here. The package's windows install the answer; where
 * there is no window, there is no log.
 */
public final class WindowLog {

  private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(WindowLog.class);

  private static final AtomicReference<Supplier<Optional<Logger>>> FINDER =
      new AtomicReference<>(Optional::empty);

  private WindowLog() {}

  /** Installs the answer for this JVM, which any thread may ask for; the last one counts. */
  public static void install(Supplier<Optional<Logger>> finder) {
    FINDER.set(finder);
  }

  /** Returns the log that the caller was given, or else that of the window, if there is one. */
  public static Optional<Logger> or(Logger givenOrNull) {
    return givenOrNull != null ? Optional.of(givenOrNull) : FINDER.get().get();
  }

  /** Writes a message to the log, or where there is none, to SLF4J's level "info". */
  public static void note(Logger givenOrNull, String message) {
    String shown = Shown.lines(message);
    or(givenOrNull).ifPresentOrElse(log -> log.logMessage(shown), () -> LOG.info(shown));
  }

  /** Writes a warning to the log, or where there is none, to SLF4J's level "warn". */
  public static void warn(Logger givenOrNull, String message) {
    String shown = Shown.lines(message);
    or(givenOrNull).ifPresentOrElse(log -> log.logMessage(shown), () -> LOG.warn(shown));
  }
}
