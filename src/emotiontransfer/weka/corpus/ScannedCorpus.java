package emotiontransfer.weka.corpus;

import emotiontransfer.weka.progress.WindowLog;
import java.io.File;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import weka.core.Environment;
import weka.core.Utils;
import weka.gui.Logger;

/** The corpus that a loader scanned last. It is not saved with the loader. */
public final class ScannedCorpus implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final AtomicReference<String> LAST_PRINTED = new AtomicReference<>();

  private transient CorpusTable.Source source;
  private transient CorpusTable table;
  private transient String reported;

  /** Returns the table of a source, which is scanned where it is not that of the last call. */
  public CorpusTable table(CorpusTable.Source wanted, Logger logOrNull) throws IOException {
    if (table == null || !wanted.equals(source)) {
      table = CorpusTable.read(wanted, text -> report(text, logOrNull));
      source = wanted;
    }
    return table;
  }

  /** Makes the next call scan again. */
  public void forget() {
    table = null;
  }

  /** Weka reads a source several times, also with a loader each; a report is given once. */
  private void report(String text, Logger logOrNull) {
    if (text.equals(reported)) {
      return;
    }
    reported = text;
    Optional<Logger> log = WindowLog.or(logOrNull);
    if (log.isPresent()) {
      log.get().logMessage(text);
    } else {
      boolean again = text.equals(LAST_PRINTED.getAndSet(text));
      System.err.println(again ? "Corpus read again; it is as reported above." : text);
    }
  }

  /** Returns a path with the values of its environment variables; empty for an empty text. */
  public static Optional<Path> path(File file, Environment environmentOrNull) {
    String path = file.getPath();
    try {
      path =
          (environmentOrNull == null ? Environment.getSystemWide() : environmentOrNull)
              .substitute(path);
    } catch (Exception e) {
      // A variable without value: the path stays as it is, and the scan reports that it is missing.
    }
    return Optional.of(path).filter(text -> !text.isEmpty()).map(Path::of);
  }

  /**
   * Returns a path that starts from the working directory.
   *
   * @throws IOException if there is none, such as from one drive to another
   */
  public static File relative(File file) throws IOException {
    try {
      return Utils.convertToRelativePath(file);
    } catch (Exception e) {
      throw new IOException(
          "There is no relative path to '" + file + "'; switch off useRelativePath.", e);
    }
  }
}
