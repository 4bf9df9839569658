package emotiontransfer.gui;

import java.nio.file.Path;
import weka.classifiers.Evaluation;
import weka.classifiers.meta.FilteredClassifier;

/** The model that the examples name, of the corpus file that is there. */
final class ExampleFiles {

  private static final String GENERATIONS = "4";

  private ExampleFiles() {}

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
