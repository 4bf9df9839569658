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

/** Turns a corpus into a clip table: file, subject, extra columns, emotion. */
final class ClipInstances {

  private final String relationName;
  private final Optional<Path> relativeTo;

  /**
   * Prepares the conversion.
   *
   * @param relationName name of the corpus
   * @param relativeTo folder from which the paths start; empty for absolute paths
   */
  ClipInstances(String relationName, Optional<Path> relativeTo) {
    this.relationName = relationName;
    this.relativeTo = relativeTo.map(path -> path.toAbsolutePath().normalize());
  }

  /** Returns the table without rows. */
  Instances header(Corpus corpus) {
    ArrayList<Attribute> attributes = new ArrayList<>();
    attributes.add(new Attribute(ClipTable.FILE, (List<String>) null));
    attributes.add(new Attribute(ClipTable.SUBJECT, corpus.subjects()));
    for (String column : corpus.extraColumns()) {
      attributes.add(new Attribute(column, corpus.extraValues(column)));
    }
    List<String> words = new ArrayList<>();
    corpus.emotions().stream().map(Emotion::keyword).forEach(words::add);
    attributes.add(new Attribute(ClipTable.EMOTION, words));
    Instances header = new Instances(relationName, attributes, corpus.clips().size());
    header.setClassIndex(attributes.size() - 1);
    return header;
  }

  /**
   * Returns the table with one row per clip.
   *
   * @throws IOException if a clip's path cannot be written as the user wants it
   */
  Instances rows(Corpus corpus) throws IOException {
    Instances table = header(corpus);
    for (Clip clip : corpus.clips()) {
      double[] values = new double[table.numAttributes()];
      values[0] = table.attribute(0).addStringValue(path(clip));
      values[1] = table.attribute(1).indexOfValue(clip.subject());
      for (int i = 2; i < values.length - 1; i++) {
        Attribute attribute = table.attribute(i);
        values[i] =
            clip.extra(attribute.name())
                .map(attribute::indexOfValue)
                .map(Double::valueOf)
                .orElse(Utils.missingValue());
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
          "There is no relative path from '"
              + relativeTo.get()
              + "' to '"
              + clip.file()
              + "'; leave out -relative-to.",
          e);
    }
  }
}
