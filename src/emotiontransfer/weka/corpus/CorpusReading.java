package emotiontransfer.weka.corpus;

import emotiontransfer.corpus.Corpus;
import emotiontransfer.corpus.CorpusFile;
import emotiontransfer.corpus.CorpusReport;
import emotiontransfer.corpus.CorpusScan;
import emotiontransfer.corpus.CorpusSettings;
import emotiontransfer.corpus.scheme.Scheme;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import weka.core.Instances;

/** One reading of a corpus, from a folder or a corpus file to a clip table. */
public final class CorpusReading {

  private final Corpus corpus;
  private final ClipInstances table;

  private CorpusReading(Corpus corpus, ClipInstances table) {
    this.corpus = corpus;
    this.table = table;
  }

  /**
   * Reads a folder or CSV file.
   *
   * @param settings how to read it
   * @param relativeTo folder from which the paths in the table start; empty for absolute paths
   * @param log is told what was found
   * @throws IOException if it cannot be read, or has rejects and these are errors
   */
  public static CorpusReading ofFolder(
      Path folder, CorpusSettings settings, Optional<Path> relativeTo, Consumer<String> log)
      throws IOException {
    Corpus corpus = scan(folder, settings, log);
    return new CorpusReading(corpus, new ClipInstances(corpus.name(), relativeTo));
  }

  /**
   * Reads what a corpus file names; settings that differ from the default stand above the file's.
   *
   * @throws IOException as {@link #ofFolder}, or if the corpus file is wrong
   */
  public static CorpusReading ofCorpusFile(
      File file, CorpusSettings settings, Optional<Path> relativeTo, Consumer<String> log)
      throws IOException {
    if (!file.exists()) {
      throw new FileNotFoundException(
          "'" + file.getAbsolutePath() + "' does not exist; check its path.");
    }
    CorpusFile content = CorpusFile.read(file.toPath());
    String name = file.getName();
    if (name.endsWith(CorpusFile.EXTENSION)) {
      name = name.substring(0, name.length() - CorpusFile.EXTENSION.length());
    }
    return ofContent(content, Optional.of(name), settings, relativeTo, log);
  }

  /**
   * Reads what the content of a corpus file names.
   *
   * @param name of the corpus; empty for that of its folder
   * @throws IOException as {@link #ofFolder}
   */
  public static CorpusReading ofContent(
      CorpusFile content,
      Optional<String> name,
      CorpusSettings settings,
      Optional<Path> relativeTo,
      Consumer<String> log)
      throws IOException {
    Corpus corpus = scan(content.directory(), merged(settings, content.settings()), log);
    return new CorpusReading(
        corpus,
        new ClipInstances(
            name.orElse(corpus.name()),
            relativeTo.isPresent() ? relativeTo : content.relativeTo()));
  }

  /** Returns the clip table without rows. */
  public Instances header() {
    return table.header(corpus);
  }

  /**
   * Returns the clip table.
   *
   * @throws IOException if a path cannot be written as wanted
   */
  public Instances rows() throws IOException {
    return table.rows(corpus);
  }

  private static Corpus scan(Path source, CorpusSettings settings, Consumer<String> log)
      throws IOException {
    Corpus corpus = CorpusScan.scan(source, settings);
    log.accept(new CorpusReport(corpus).toString());
    if (settings.failOnRejects()) {
      corpus.requireNoRejects();
    }
    return corpus;
  }

  private static CorpusSettings merged(CorpusSettings above, CorpusSettings below) {
    return new CorpusSettings(
        above.scheme() == Scheme.AUTO ? below.scheme() : above.scheme(),
        above.modality().isEmpty() ? below.modality() : above.modality(),
        above.emotions().isEmpty() ? below.emotions() : above.emotions(),
        above.subjectPrefix().isEmpty() ? below.subjectPrefix() : above.subjectPrefix(),
        above.failOnRejects() || below.failOnRejects());
  }
}
