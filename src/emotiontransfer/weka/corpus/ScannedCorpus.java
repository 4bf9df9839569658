package emotiontransfer.weka.corpus;

import emotiontransfer.corpus.Corpus;
import emotiontransfer.corpus.CorpusFile;
import emotiontransfer.corpus.CorpusReport;
import emotiontransfer.corpus.CorpusScan;
import emotiontransfer.weka.progress.WindowLog;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.commons.lang3.StringUtils;
import weka.core.Environment;
import weka.core.Utils;
import weka.gui.Logger;

/** The corpus that a loader scanned last. It is not saved with the loader. */
public final class ScannedCorpus implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final AtomicReference<String> LAST_PRINTED = new AtomicReference<>();

  private transient CorpusFile source;
  private transient CorpusTable table;
  private transient String reported;

  /**
   * Returns the table of a corpus, which is scanned where it is not that of the last call.
   *
   * @param file corpus file that gives the table its name; empty for the name of the corpus
   * @param logOrNull takes the counts and the rejected files
   * @throws IOException if it cannot be read, or has rejects and these are errors
   */
  public CorpusTable table(CorpusFile wanted, Optional<Path> file, Logger logOrNull)
      throws IOException {
    if (table == null || !wanted.equals(source)) {
      Corpus corpus = CorpusScan.scan(wanted.directory(), wanted.settings());
      report(new CorpusReport(corpus).toString(), logOrNull);
      if (wanted.settings().failOnRejects()) {
        corpus.requireNoRejects();
      }
      String name = file.map(path -> path.getFileName().toString()).orElse(corpus.name());
      String stem = StringUtils.removeEnd(name, file.isEmpty() ? "" : CorpusFile.EXTENSION);
      table = new CorpusTable(corpus, stem, wanted.relativeTo());
      source = wanted;
    }
    return table;
  }

  /**
   * Reads the corpus file that a loader was given.
   *
   * @throws IOException if it was given none, or it cannot be read
   */
  public static CorpusFile read(Optional<Path> file) throws IOException {
    if (file.isEmpty()) {
      throw new IOException(
          "No corpus was given; set the directory (-dir FOLDER) or load a corpus file.");
    }
    if (!Files.exists(file.get())) {
      throw new FileNotFoundException(
          "'" + file.get().toAbsolutePath() + "' does not exist; check its path.");
    }
    return CorpusFile.read(file.get());
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
