package emotiontransfer.data;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which data, options and versions made a model.
 *
 * @param version of this package
 * @param options of the learning scheme
 * @param corpus name of the training table
 * @param subjects in the training table
 * @param classLabels of the task, in the order of the outputs
 * @param classPriors share of each class among the training rows
 * @param features of the inputs
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

  /** Copies the lists. */
  public Provenance {
    subjects = List.copyOf(subjects);
    classLabels = List.copyOf(classLabels);
    classPriors = List.copyOf(classPriors);
    sources = List.copyOf(sources);
  }

  /** Returns the subjects that the sources were evolved on, in the order of the lineage. */
  public Set<String> sourceSubjects() {
    Set<String> all = new LinkedHashSet<>();
    sources.forEach(source -> all.addAll(source.subjects()));
    return all;
  }
}
