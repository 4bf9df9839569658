package emotiontransfer.gui;

import java.nio.file.Path;
import weka.classifiers.Classifier;
import weka.classifiers.Evaluation;
import weka.core.Instances;
import weka.core.WekaPackageClassLoaderManager;
import weka.core.converters.ConverterUtils.DataSink;
import weka.core.converters.ConverterUtils.DataSource;
import weka.filters.Filter;

/** The files that the examples name; {@link ExplorerTour} makes such files by clicking. */
final class ExampleFiles {

  private static final String GENERATIONS = "4";

  private ExampleFiles() {}

  /** Writes the table to learn from. */
  static void writeDestination(Path corpora) throws Exception {
    writeBags(corpora.resolve("velua.corpus"), corpora.resolve("destination-bags.arff"));
  }

  /** Writes the model to start from. */
  static void writeSource(Path corpora) throws Exception {
    Path bags = corpora.resolve("source-bags.arff");
    writeBags(corpora.resolve("nordan.corpus"), bags);
    Classifier pathNet =
        (Classifier)
            WekaPackageClassLoaderManager.objectForName(
                "weka.classifiers.functions.PathNetClassifier");
    String model = corpora.resolve("source.model").toString();
    Evaluation.evaluateModel(
        pathNet, new String[] {"-t", bags.toString(), "-no-cv", "-d", model, "-G", GENERATIONS});
  }

  private static void writeBags(Path corpus, Path arff) throws Exception {
    Instances clips = DataSource.read(corpus.toString());
    clips.setClassIndex(clips.numAttributes() - 1);
    Filter filter =
        (Filter)
            WekaPackageClassLoaderManager.objectForName(
                "weka.filters.unsupervised.attribute.MelDeltaSpectrogram");
    filter.setInputFormat(clips);
    DataSink.write(arff.toString(), Filter.useFilter(clips, filter));
  }
}
