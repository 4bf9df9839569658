package emotiontransfer.data;

import emotiontransfer.numeric.BinaryReader;
import emotiontransfer.numeric.BinaryWriter;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The data, options and versions that made a model.
 *
 * @param version of this package
 * @param corpus name of the training table
 * @param classPriors fraction of each class among the training rows
 * @param sources lineage, oldest first
 */
public record Provenance(
    String version,
    String options,
    String corpus,
    List<String> subjects,
    List<String> classLabels,
    List<Double> classPriors,
    FeatureInfo features,
    List<SourceInfo> sources) {

  public Provenance {
    subjects = List.copyOf(subjects);
    classLabels = List.copyOf(classLabels);
    classPriors = List.copyOf(classPriors);
    sources = List.copyOf(sources);
  }

  /** Returns the subjects of all sources, in the order of the lineage. */
  public Set<String> sourceSubjects() {
    Set<String> all = new LinkedHashSet<>();
    sources.forEach(source -> all.addAll(source.subjects()));
    return all;
  }

  /** Returns the subjects that the model and all its sources were trained on. */
  public Set<String> allSubjects() {
    Set<String> all = sourceSubjects();
    all.addAll(subjects);
    return all;
  }

  /** Writes everything but the number of inputs and the sources. */
  public void write(BinaryWriter out) throws IOException {
    out.text(version);
    out.text(options);
    out.text(corpus);
    out.list(subjects, out::text);
    out.list(classLabels, out::text);
    out.list(classPriors, out::real);
    out.text(features.signature());
    out.text(features.namesHash());
  }

  /** Reads what {@link #write} wrote, without inputs and sources. */
  public static Provenance read(BinaryReader in) throws IOException {
    return new Provenance(
        in.text(),
        in.text(),
        in.text(),
        in.list(in::text),
        in.list(in::text),
        in.list(in::real),
        new FeatureInfo(in.text(), in.text(), 0),
        List.of());
  }

  /** Checks that there are a label and a prior for each output of a model that is read. */
  public void checkClasses(int outputs) throws IOException {
    if (classLabels.size() != outputs || classPriors.size() != outputs) {
      throw new IOException("is damaged (its class labels do not fit its outputs)");
    }
  }

  /** Returns this provenance with what {@link #write} leaves out. */
  public Provenance with(int inputs, List<SourceInfo> lineage) {
    FeatureInfo all = new FeatureInfo(features.signature(), features.namesHash(), inputs);
    return new Provenance(
        version, options, corpus, subjects, classLabels, classPriors, all, lineage);
  }
}
