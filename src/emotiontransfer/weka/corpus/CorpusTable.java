package emotiontransfer.weka.corpus;

import emotiontransfer.corpus.Clip;
import emotiontransfer.corpus.Corpus;
import emotiontransfer.corpus.CorpusFile;
import emotiontransfer.corpus.CorpusReport;
import emotiontransfer.corpus.CorpusScan;
import emotiontransfer.corpus.CorpusSettings;
import emotiontransfer.corpus.scheme.Emotion;
import emotiontransfer.corpus.scheme.Scheme;
import emotiontransfer.weka.table.ClipTable;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.commons.lang3.StringUtils;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;
import weka.core.Utils;

/**
 * A corpus as a clip table: one row per clip with file, subject, the extra columns of a CSV file,
 * and the class emotion. A corpus is scanned once; each call makes a table of its own.
 */
public final class CorpusTable {

  /**
   * What is read.
   *
   * @param folder of clips, or a CSV file; empty to read a corpus file
   * @param file corpus file that gives the table its name; empty for a stream
   * @param content of a corpus file that came in a stream
   * @param settings stand above those of a corpus file where they differ from their defaults
   * @param relativeTo folder from which the paths in the table start; empty for absolute paths
   */
  public record Source(
      Optional<Path> folder,
      Optional<Path> file,
      Optional<CorpusFile> content,
      CorpusSettings settings,
      Optional<Path> relativeTo) {}

  private final Corpus corpus;
  private final String name;
  private final Optional<Path> relativeTo;

  private CorpusTable(Corpus corpus, String name, Optional<Path> relativeTo) {
    this.corpus = corpus;
    this.name = name;
    this.relativeTo = relativeTo.map(path -> path.toAbsolutePath().normalize());
  }

  /**
   * Scans a corpus.
   *
   * @param log takes the counts and the rejected files
   * @throws IOException if it cannot be read, or has rejects and these are errors
   */
  public static CorpusTable read(Source source, Consumer<String> log) throws IOException {
    if (source.folder().isPresent()) {
      Corpus corpus = scan(source.folder().get(), source.settings(), log);
      return new CorpusTable(corpus, corpus.name(), source.relativeTo());
    }
    CorpusFile content = source.content().isPresent() ? source.content().get() : content(source);
    Corpus corpus = scan(content.directory(), merged(source.settings(), content.settings()), log);
    return new CorpusTable(
        corpus,
        source.file().map(CorpusTable::name).orElse(corpus.name()),
        source.relativeTo().or(content::relativeTo));
  }

  private static CorpusFile content(Source source) throws IOException {
    Path file =
        source
            .file()
            .orElseThrow(
                () ->
                    new IOException(
                        "No corpus was given; set the directory (-dir FOLDER) or load a corpus"
                            + " file."));
    if (!Files.exists(file)) {
      throw new FileNotFoundException(
          "'" + file.toAbsolutePath() + "' does not exist; check its path.");
    }
    return CorpusFile.read(file);
  }

  private static String name(Path file) {
    return StringUtils.removeEnd(file.getFileName().toString(), CorpusFile.EXTENSION);
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
        above.modality().or(below::modality),
        above.emotions().isEmpty() ? below.emotions() : above.emotions(),
        above.subjectPrefix().isEmpty() ? below.subjectPrefix() : above.subjectPrefix(),
        above.failOnRejects() || below.failOnRejects());
  }

  /** Returns the table without rows. */
  public Instances header() {
    ArrayList<Attribute> attributes = new ArrayList<>();
    attributes.add(new Attribute(ClipTable.FILE, (List<String>) null));
    attributes.add(new Attribute(ClipTable.SUBJECT, corpus.subjects()));
    for (String column : corpus.extraColumns()) {
      attributes.add(new Attribute(column, corpus.extraValues(column)));
    }
    List<String> emotions = corpus.emotions().stream().map(Emotion::keyword).toList();
    attributes.add(new Attribute(ClipTable.EMOTION, emotions));
    Instances header = new Instances(name, attributes, corpus.clips().size());
    header.setClassIndex(attributes.size() - 1);
    return header;
  }

  /**
   * Returns the table.
   *
   * @throws IOException if there is no relative path to a clip where one is wanted
   */
  public Instances rows() throws IOException {
    Instances table = header();
    for (Clip clip : corpus.clips()) {
      double[] values = new double[table.numAttributes()];
      values[0] = table.attribute(0).addStringValue(path(clip));
      values[1] = table.attribute(1).indexOfValue(clip.subject());
      for (int i = 2; i < values.length - 1; i++) {
        Attribute attribute = table.attribute(i);
        Optional<String> extra = clip.extra(attribute.name());
        values[i] = extra.isEmpty() ? Utils.missingValue() : attribute.indexOfValue(extra.get());
      }
      values[values.length - 1] = table.classAttribute().indexOfValue(clip.emotion().keyword());
      table.add(new DenseInstance(1.0, values));
    }
    return table;
  }

  private String path(Clip clip) throws IOException {
    if (relativeTo.isEmpty()) {
      return clip.file().toString();
    }
    try {
      return relativeTo.get().relativize(clip.file()).toString().replace(File.separatorChar, '/');
    } catch (IllegalArgumentException e) {
      throw new IOException(
          "There is no relative path from '%s' to '%s'; leave out -relative-to."
              .formatted(relativeTo.get(), clip.file()),
          e);
    }
  }
}
