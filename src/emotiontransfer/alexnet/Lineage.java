package emotiontransfer.alexnet;

import java.util.List;

/**
 * Which data, options and weights made a network.
 *
 * @param version of this package
 * @param options of the learning scheme
 * @param corpus name of the training table
 * @param subjects in the training table
 * @param classLabels of the task, in the order of the outputs
 * @param classPriors share of each class among the training rows
 * @param featureSignature filter and settings that made the inputs; empty where unknown
 * @param featureNamesHash SHA-256 of the attribute names in their order
 * @param beginning where the weights began, in words
 * @param sourceSubjects subjects that the weights had been trained on before
 */
public record Lineage(
    String version,
    String options,
    String corpus,
    List<String> subjects,
    List<String> classLabels,
    List<Double> classPriors,
    String featureSignature,
    String featureNamesHash,
    String beginning,
    List<String> sourceSubjects) {

  /** Copies the lists. */
  public Lineage {
    subjects = List.copyOf(subjects);
    classLabels = List.copyOf(classLabels);
    classPriors = List.copyOf(classPriors);
    sourceSubjects = List.copyOf(sourceSubjects);
  }
}
