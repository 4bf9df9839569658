package emotiontransfer.gui;

import java.nio.file.Path;
import weka.classifiers.Evaluation;
import weka.classifiers.functions.PathNetClassifier;
import weka.classifiers.meta.FilteredClassifier;
import weka.experiment.Experiment;

/** What tours change in the examples, and the model that these name. */
final class ExampleFiles {

  private static final String GENERATIONS = "4";

  private ExampleFiles() {}

  /** Gives the PathNets of an example, each behind its filter, fewer generations. */
  static void shorten(Experiment experiment, int generations) {
    for (int i = 0; i < experiment.getPropertyArrayLength(); i++) {
      if (experiment.getPropertyArrayValue(i) instanceof FilteredClassifier filtered
          && filtered.getClassifier() instanceof PathNetClassifier pathNet) {
        pathNet.setGenerations(generations);
      }
    }
  }

  /** Writes the model to start from. */
  static void writeSource(Path corpora) throws Exception {
    String corpus = corpora.resolve("nordan.corpus").toString();
    String model = corpora.resolve("source.model").toString();
    Evaluation.evaluateModel(
        new FilteredClassifier(),
        new String[] {
          "-t",
          corpus,
          "-no-cv",
          "-v",
          "-o",
          "-d",
          model,
          "-F",
          "weka.filters.unsupervised.attribute.MelDeltaSpectrogram -store default",
          "-W",
          "weka.classifiers.functions.PathNetClassifier",
          "--",
          "-G",
          GENERATIONS
        });
  }
}
