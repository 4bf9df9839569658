package emotiontransfer.weka.corpus;

import emotiontransfer.corpus.Clip;
import emotiontransfer.corpus.Corpus;
import emotiontransfer.corpus.CorpusFile;
import emotiontransfer.corpus.CorpusReport;
import emotiontransfer.corpus.CorpusScan;
import emotiontransfer.corpus.CorpusSettings;
import emotiontransfer.corpus.scheme.Emotion;
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
 *
 * @param relativeTo folder from which the paths in the table start; empty for absolute paths
 */
public record CorpusTable(Corpus corpus, String name, Optional<Path> relativeTo) {

  /**
   * What is read.
   *
   * @param folder of clips, or a CSV file; empty to read a corpus file
   * @param file corpus file that gives the table its name; empty for a stream
   * @param content of a corpus file that came in a stream
   * @param settings stand above those of a corpus file where they differ from their defaults
   * @param relativeTo as in the table
   */
  public record Source(
      Optional<Path> folder,
      Optional<Path> file,
      Optional<CorpusFile> content,
      CorpusSettings settings,
      Optional<Path> relativeTo) {}

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
    Corpus corpus = scan(content.directory(), source.settings().or(content.settings()), log);
    String name =
        source
            .file()
            .map(file -> file.getFileName().toString())
            .map(file -> StringUtils.removeEnd(file, CorpusFile.EXTENSION))
            .orElse(corpus.name());
    return new CorpusTable(corpus, name, source.relativeTo().or(content::relativeTo));
  }

  private static CorpusFile content(Source source) throws IOException {
    if (source.file().isEmpty()) {
      throw new IOException(
          "No corpus was given; set the directory (-dir FOLDER) or load a corpus file.");
    }
    Path file = source.file().get().toAbsolutePath();
    if (!Files.exists(file)) {
      throw new FileNotFoundException("'" + file + "' does not exist; check its path.");
    }
    return CorpusFile.read(file);
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
    if (relativeTo.isEmpty()) {
      return clip.file().toString();
    }
    Path folder = relativeTo.get().toAbsolutePath().normalize();
    try {
      return folder.relativize(clip.file()).toString().replace(File.separatorChar, '/');
    } catch (IllegalArgumentException e) {
      throw new IOException(
          "There is no relative path from '%s' to '%s'; leave out -relative-to."
              .formatted(folder, clip.file()),
          e);
    }
  }
}
