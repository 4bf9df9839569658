package emotiontransfer.weka.corpus;

import emotiontransfer.corpus.Clip;
import emotiontransfer.corpus.Corpus;
import emotiontransfer.corpus.scheme.Emotion;
import emotiontransfer.weka.table.ClipTable;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;
import weka.core.Utils;

/**
 * A corpus as a clip table: one row per clip with file, subject, the extra columns of a CSV file,
 * and the class emotion. Each call makes a table of its own.
 *
 * @param relativeTo absolute path of the folder from which the paths in the table start; empty for
 *     absolute paths
 */
public record CorpusTable(Corpus corpus, String name, Optional<Path> relativeTo) {

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
