package emotiontransfer.bench;

import emotiontransfer.weka.evaluation.SubjectFolds;
import emotiontransfer.weka.evaluation.SubjectWiseEvaluation;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import weka.classifiers.Evaluation;
import weka.classifiers.functions.PathNetClassifier;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.converters.ArffSaver;
import weka.core.converters.ConverterUtils.DataSource;

/**
 * What leaving one subject out costs beside training and testing for a single subject.
 *
 * @param folder takes the table
 */
record FoldBench(Path folder) {

  private static final int SUBJECTS = 10;

  /**
   * Returns {@code loso_scaling}: from the table's file to the figures, leaving each of 10 subjects
   * out once over 10 times doing so for one subject; and {@code loso_scaling_in_memory}, the same
   * without reading the file. Medians of interleaved rounds.
   */
  List<Ratio> run() throws Exception {
    Path file = folder.resolve("folds.arff");
    ArffSaver saver = new ArffSaver();
    saver.setInstances(BagTable.of(SUBJECTS, 8, 5));
    saver.setFile(file.toFile());
    saver.writeBatch();
    Instances loaded = load(file.toFile());
    return List.of(
        ratio(
            "loso_scaling",
            () -> leaveEachOut(load(file.toFile())),
            () -> leaveOneOut(load(file.toFile()))),
        ratio("loso_scaling_in_memory", () -> leaveEachOut(loaded), () -> leaveOneOut(loaded)));
  }

  private static Ratio ratio(String name, Ratio.Work all, Ratio.Work one) throws Exception {
    double[] seconds = Ratio.interleaved(3, 0, all, one);
    return new Ratio(name, seconds[0] / (SUBJECTS * seconds[1]));
  }

  private static Instances load(File file) throws Exception {
    Instances table = DataSource.read(file.getPath());
    table.setClassIndex(table.numAttributes() - 1);
    return table;
  }

  private static PathNetClassifier scheme() throws Exception {
    PathNetClassifier scheme = new PathNetClassifier();
    scheme.setOptions(new String[] {"-G", "40", "-evolution", "fixed"});
    return scheme;
  }

  private static void leaveEachOut(Instances table) throws Exception {
    SubjectFolds folds = SubjectFolds.of(table, "subject", SubjectFolds.LEAVE_ONE_OUT, 1);
    SubjectWiseEvaluation.run(scheme(), folds, OptionalInt.empty(), null);
  }

  /** Trains on all subjects but the first, and tests on the first. */
  private static void leaveOneOut(Instances table) throws Exception {
    Instances training = new Instances(table, 0);
    Instances test = new Instances(table, 0);
    for (Instance row : table) {
      (row.value(0) == 0 ? test : training).add(row);
    }
    PathNetClassifier scheme = scheme();
    scheme.buildClassifier(training);
    new Evaluation(training).evaluateModel(scheme, test);
  }
}
