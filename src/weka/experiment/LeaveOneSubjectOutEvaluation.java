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
    Request request = Request.parse(line);
    SubjectWiseEvaluation evaluation = request.prepare();
    evaluation.runFolds(null);
    request.report(evaluation);
  }

  /**
   * What is evaluated and how, for commands that differ in where the folds run.
   *
   * @param file the table, or a corpus file
   * @param className attribute that is the class; the last one without
   * @param training number of training subjects in each fold; all others without
   * @param predictions file for the decisions
   * @param confusion file for the confusion matrix
   */
  public record Request(
      String file,
      Optional<String> className,
      String subject,
      int numFolds,
      OptionalInt training,
      OptionalInt seed,
      Optional<Path> predictions,
      Optional<Path> confusion,
      Classifier scheme) {

    /** Takes all options of a command line. */
    public static Request parse(CommandLine line) throws Exception {
      String[] schemeOptions = line.behindHyphens();
      CommandFiles files = new CommandFiles();
      Request request =
          new Request(
              line.required("t"),
              line.option("c"),
              line.option("subject").orElse(ClipTable.SUBJECT),
              line.number("folds").orElse(SubjectFolds.LEAVE_ONE_OUT),
              line.number("training-subjects"),
              line.number("seed"),
              output(line, "predictions", files),
              output(line, "confusion", files),
              classifier(line.required("W"), schemeOptions));
      line.finish();
      return request;
    }

    /** Reads and divides the table; trains nothing yet. */
    public SubjectWiseEvaluation prepare() throws Exception {
      Instances table = load(file, className);
      SubjectFolds folds = SubjectFolds.of(table, subject, numFolds, seed.orElse(1), training);
      return new SubjectWiseEvaluation(scheme, folds, seed);
    }

    /** Prints the report, and writes the files that are wanted. */
    public void report(SubjectWiseEvaluation evaluation) throws Exception {
      SubjectReport report = new SubjectReport(evaluation);
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
  }

  private static Optional<Path> output(CommandLine line, String option, CommandFiles files) {
    return line.option(option).map(Failable.asFunction(name -> files.output(option, name)));
  }

  private static Classifier classifier(String name, String[] options) throws WekaException {
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
