package emotiontransfer.weka.corpus;

import emotiontransfer.corpus.Clip;
import emotiontransfer.corpus.Corpus;
import emotiontransfer.corpus.CorpusFile;
import emotiontransfer.corpus.CorpusReport;
import emotiontransfer.corpus.CorpusScan;
import emotiontransfer.corpus.scheme.Emotion;
import emotiontransfer.weka.progress.WindowLog;
import emotiontransfer.weka.table.ClipTable;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.commons.lang3.StringUtils;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Environment;
import weka.core.Instances;
import weka.core.Utils;
import weka.gui.Logger;

/**
 * The clip table of the corpus that a loader scanned last: one row per clip with file, subject, the
 * extra columns of a CSV file, and the class emotion. It is not saved with the loader.
 */
public final class CorpusTable implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final AtomicReference<String> LAST_PRINTED = new AtomicReference<>();

  private transient CorpusFile source;
  private transient Corpus corpus;
  private transient String reported;

  /**
   * Scans a corpus where it is not that of the last call.
   *
   * @param file corpus file that gives the table its name; empty for the name of the corpus
   * @param logOrNull takes the counts and the rejected files
   * @throws IOException if it cannot be read, or has rejects and these are errors
   */
  public CorpusTable scan(CorpusFile wanted, Optional<Path> file, Logger logOrNull)
      throws IOException {
    if (!wanted.equals(source)) {
      Corpus scanned = CorpusScan.scan(wanted.directory(), wanted.settings());
      report(new CorpusReport(scanned).toString(), logOrNull);
      if (wanted.settings().failOnRejects()) {
        scanned.requireNoRejects();
      }
      corpus =
          file.map(path -> StringUtils.removeEnd(path.toFile().getName(), CorpusFile.EXTENSION))
              .map(scanned::named)
              .orElse(scanned);
      source = wanted;
    }
    return this;
  }

  /** Returns where the clips are and how they were read. */
  public CorpusFile source() {
    return source;
  }

  /** Makes the next call scan again. */
  public void forget() {
    source = null;
  }

  /** Returns a new table without rows. */
  public Instances header() {
    ArrayList<Attribute> attributes = new ArrayList<>();
    attributes.add(new Attribute(ClipTable.FILE, (List<String>) null));
    attributes.add(new Attribute(ClipTable.SUBJECT, corpus.subjects()));
    for (String column : corpus.extraColumns()) {
      attributes.add(new Attribute(column, corpus.extraValues(column)));
    }
    List<String> emotions = corpus.emotions().stream().map(Emotion::keyword).toList();
    attributes.add(new Attribute(ClipTable.EMOTION, emotions));
    Instances header = new Instances(corpus.name(), attributes, corpus.clips().size());
    header.setClassIndex(attributes.size() - 1);
    return header;
  }

  /**
   * Returns a new table of all clips.
   *
   * @throws IOException if there is no relative path to a clip where one is wanted
   */
  public Instances rows() throws IOException {
    Instances table = header();
    for (Clip clip : corpus.clips()) {
      double[] values = new double[table.numAttributes()];
      values[0] = table.attribute(0).addStringValue(path(clip));
      values[1] = table.attribute(1).indexOfValue(clip.subject());
      for (int i = 2; i < table.classIndex(); i++) {
        Attribute attribute = table.attribute(i);
        String extra = clip.extras().get(attribute.name());
        values[i] = extra == null ? Utils.missingValue() : attribute.indexOfValue(extra);
      }
      values[table.classIndex()] = table.classAttribute().indexOfValue(clip.emotion().keyword());
      table.add(new DenseInstance(1.0, values));
    }
    return table;
  }

  private String path(Clip clip) throws IOException {
    if (source.relativeTo().isEmpty()) {
      return clip.file().toString();
    }
    Path folder = source.relativeTo().get();
    try {
      return folder.relativize(clip.file()).toString().replace(File.separatorChar, '/');
    } catch (IllegalArgumentException e) {
      throw new IOException(
          "There is no relative path from '%s' to '%s'; leave out -relative-to."
              .formatted(folder, clip.file()),
          e);
    }
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

  /** Returns a path with the values of its environment variables; empty for an empty text. */
  public static Optional<Path> path(File file, Environment environment) {
    String path = file.getPath();
    try {
      path = environment.substitute(path);
    } catch (Exception e) {
      // A variable without value: the path stays as it is, and the scan reports that it is missing.
    }
    return path.isEmpty() ? Optional.empty() : Optional.of(Path.of(path));
  }

  /** Weka reads a source several times, also with a loader each; a report is given once. */
  private void report(String text, Logger logOrNull) {
    if (text.equals(reported)) {
      return;
    }
    reported = text;
    boolean hasWindow = WindowLog.or(logOrNull).isPresent();
    boolean again = !hasWindow && text.equals(LAST_PRINTED.getAndSet(text));
    WindowLog.note(logOrNull, again ? "Corpus read again; it is as reported above." : text);
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
