package weka.experiment;

import emotiontransfer.weka.command.AbstractCommand;
import emotiontransfer.weka.command.CommandFiles;
import emotiontransfer.weka.command.CommandLine;
import emotiontransfer.weka.evaluation.SubjectFolds;
import emotiontransfer.weka.evaluation.SubjectReport;
import emotiontransfer.weka.evaluation.SubjectWiseEvaluation;
import emotiontransfer.weka.table.ClipTable;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.commons.lang3.Validate;
import org.apache.commons.lang3.function.Failable;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.Classifier;
import weka.core.Instances;
import weka.core.OptionHandler;
import weka.core.Utils;
import weka.core.WekaException;
import weka.core.converters.AbstractFileLoader;
import weka.core.converters.ConverterUtils;

/**
 * Evaluates a classifier on subjects that it was not trained on, from the command line.
 *
 * <p>{@code weka.Run weka.experiment.LeaveOneSubjectOutEvaluation -t bags.arff -W scheme --
 * options} prints Weka's usual output pooled over all folds and the scores of each subject. In Java
 * use {@link SubjectFolds}, {@link SubjectWiseEvaluation} and {@link SubjectReport}.
 */
public class LeaveOneSubjectOutEvaluation extends AbstractCommand {

  /** Evaluates as the options say and prints the report to standard output. */
  @Override
  protected void execute(CommandLine line) throws Exception {
    String[] schemeOptions = line.behindHyphens();
    CommandFiles files = new CommandFiles();
    String file = line.required("t");
    Optional<String> className = line.option("c");
    String subject = line.option("subject").orElse(ClipTable.SUBJECT);
    int numFolds = line.number("folds").orElse(SubjectFolds.LEAVE_ONE_OUT);
    OptionalInt training = line.number("training-subjects");
    OptionalInt seed = line.number("seed");
    Optional<Path> predictions = output(line, "predictions", files);
    Optional<Path> confusion = output(line, "confusion", files);
    Classifier scheme = scheme(line.required("W"), schemeOptions);
    line.finish();
    Instances table = load(file, className);
    SubjectFolds folds = SubjectFolds.of(table, subject, numFolds, seed.orElse(1), training);
    SubjectReport report = new SubjectReport(SubjectWiseEvaluation.run(scheme, folds, seed, null));
    System.out.println(report.header(scheme));
    System.out.println(report.pooled());
    System.out.println(report.subjects());
    if (predictions.isPresent()) {
      report.writePredictions(predictions.get());
    }
    if (confusion.isPresent()) {
      report.writeConfusion(confusion.get());
    }
  }

  private static Optional<Path> output(CommandLine line, String option, CommandFiles files) {
    return line.option(option).map(Failable.asFunction(name -> files.output(option, name)));
  }

  private static Classifier scheme(String name, String[] options) throws WekaException {
    Classifier scheme;
    try {
      scheme = AbstractClassifier.forName(name, null);
    } catch (Exception | LinkageError unknown) {
      throw new WekaException(
          "'%s' (option -W) is not a classifier of Weka or of an installed package."
              .formatted(name),
          unknown);
    }
    try {
      if (scheme instanceof OptionHandler handler) {
        handler.setOptions(options);
      }
      Utils.checkForRemainingOptions(options);
      return scheme;
    } catch (Exception rejection) {
      throw new WekaException(
          "%s rejects its options: %s"
              .formatted(scheme.getClass().getSimpleName(), rejection.getMessage()),
          rejection);
    }
  }

  private static Instances load(String name, Optional<String> className) throws Exception {
    File file = new File(name);
    Validate.isTrue(
        !file.isDirectory(),
        "'%s' (option -t) is a folder; give a table, or a corpus file (.corpus) that names the"
            + " folder.",
        name);
    Validate.isTrue(file.isFile(), "File '%s' (option -t) is not there.", name);
    AbstractFileLoader loader = ConverterUtils.getLoaderForFile(file);
    Validate.isTrue(loader != null, "No loader of Weka opens '%s' (option -t).", name);
    Instances table;
    try {
      loader.setFile(file);
      table = loader.getDataSet();
    } catch (IOException unreadable) {
      throw new WekaException(
          "'%s' (option -t) cannot be read: %s".formatted(file, unreadable.getMessage()),
          unreadable);
    }
    if (className.isPresent()) {
      table.setClass(
          ClipTable.attribute(table, className.get())
              .orElseThrow(
                  () ->
                      new WekaException(
                          "Table '%s' has no attribute '%s' (option -c)."
                              .formatted(table.relationName(), className.get()))));
    } else if (table.classIndex() < 0) {
      table.setClassIndex(table.numAttributes() - 1);
    }
    return table;
  }

  /** Runs the command; {@code -h} prints its options. */
  public static void main(String[] args) throws Exception {
    new LeaveOneSubjectOutEvaluation().run(null, args);
  }
}
