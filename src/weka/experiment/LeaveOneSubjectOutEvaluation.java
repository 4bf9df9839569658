package weka.experiment;

import emotiontransfer.weka.command.AbstractCommand;
import emotiontransfer.weka.command.CommandLine;
import emotiontransfer.weka.evaluation.CsvFile;
import emotiontransfer.weka.evaluation.SubjectFolds;
import emotiontransfer.weka.evaluation.SubjectReport;
import emotiontransfer.weka.evaluation.SubjectWiseEvaluation;
import emotiontransfer.weka.table.ClipTable;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.Classifier;
import weka.core.Attribute;
import weka.core.Instances;
import weka.core.OptionHandler;
import weka.core.SingleIndex;
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

  private static final String USAGE =
      """
      General options:

      -t <file>
      	Table of clips: any file that a Weka loader opens (required).
      -c <name|index>
      	The class attribute. (default: the loader's, else the last one)
      -subject <name|index>
      	The attribute that holds the subject. (default: subject)
      -folds <number>
      	Number of folds that whole subjects are dealt to;
      	0 leaves one subject out at a time. (default: 0)
      -seed <number>
      	Shuffles the training clips and seeds every randomizable part of
      	the scheme. (default: 1 for the shuffle; the scheme keeps its own)
      -predictions <file>
      	Write the decision for each clip to this comma-separated file.
      -confusion <file>
      	Write the pooled confusion matrix to this comma-separated file.
      -W <class name>
      	Full class name of the classifier (required);
      	its options follow behind --
      -h
      	Print this.
      """;

  /** What the options ask for. */
  private record Request(
      String table,
      String className,
      String subject,
      int folds,
      OptionalInt seed,
      Optional<Path> predictions,
      Optional<Path> confusion,
      Classifier scheme) {}

  @Override
  protected String usage() {
    return USAGE;
  }

  /**
   * Evaluates as the options say and prints the report to standard output.
   *
   * @param options see {@code -h}
   * @throws WekaException if an option, the table or the scheme is refused; the message is one
   *     sentence and a hint
   * @throws Exception if training or testing fails
   */
  @Override
  protected void execute(CommandLine line) throws Exception {
    evaluate(parse(line.options()), System.out);
  }

  private static Request parse(String[] options) throws WekaException {
    try {
      String subject = Utils.getOption("subject", options);
      Request request =
          new Request(
              Utils.getOption('t', options),
              Utils.getOption('c', options),
              subject.isEmpty() ? ClipTable.SUBJECT : subject,
              SubjectFolds.parseFolds(Utils.getOption("folds", options)),
              parseSeed(Utils.getOption("seed", options)),
              output("predictions", options),
              output("confusion", options),
              scheme(Utils.getOption('W', options), Utils.partitionOptions(options)));
      Utils.checkForRemainingOptions(options);
      return request;
    } catch (WekaException refusal) {
      throw refusal;
    } catch (Exception refusal) {
      // Weka refuses options by a bare Exception
      throw new WekaException(refusal.getMessage(), refusal);
    }
  }

  private static void evaluate(Request request, PrintStream out) throws Exception {
    Instances table = load(request.table(), request.className());
    SubjectFolds folds =
        SubjectFolds.of(table, request.subject(), request.folds(), request.seed().orElse(1));
    SubjectWiseEvaluation evaluation =
        SubjectWiseEvaluation.run(request.scheme(), folds, request.seed(), null);
    SubjectReport report = new SubjectReport(evaluation);
    out.println(report.header(request.scheme()));
    out.println(report.pooled());
    out.println(report.subjects());
    if (request.predictions().isPresent()) {
      report.writePredictions(request.predictions().get());
    }
    if (request.confusion().isPresent()) {
      report.writeConfusion(request.confusion().get());
    }
  }

  private static Optional<Path> output(String option, String[] options) throws Exception {
    String name = Utils.getOption(option, options);
    if (name.isEmpty()) {
      return Optional.empty();
    }
    CsvFile.requireFolder(new File(name), "-" + option);
    return Optional.of(Path.of(name));
  }

  private static OptionalInt parseSeed(String seed) throws WekaException {
    try {
      return seed.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(seed));
    } catch (NumberFormatException notANumber) {
      throw new WekaException(
          "Seed (option -seed) must be a whole number, but is '%s'.".formatted(seed), notANumber);
    }
  }

  private static Classifier scheme(String name, String[] options) throws WekaException {
    if (name.isEmpty()) {
      throw new WekaException("A classifier must be given with the -W option.");
    }
    Classifier scheme;
    try {
      scheme = AbstractClassifier.forName(name, null);
    } catch (Exception unknown) {
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
    } catch (Exception refusal) {
      throw new WekaException(
          "%s refuses its options: %s"
              .formatted(scheme.getClass().getSimpleName(), refusal.getMessage()),
          refusal);
    }
  }

  private static Instances load(String name, String className) throws Exception {
    if (name.isEmpty()) {
      throw new WekaException("A table of clips must be given with the -t option.");
    }
    File file = new File(name);
    if (!file.isFile()) {
      throw new WekaException(
          file.isDirectory()
              ? "'%s' (option -t) is a folder; give a table, or a corpus file (.corpus) that names the folder."
                  .formatted(name)
              : "File '%s' (option -t) is not there.".formatted(name));
    }
    AbstractFileLoader loader = ConverterUtils.getLoaderForFile(file);
    if (loader == null) {
      throw new WekaException("No loader of Weka opens '%s' (option -t).".formatted(name));
    }
    Instances table;
    try {
      loader.setFile(file);
      table = loader.getDataSet();
    } catch (IOException unreadable) {
      throw new WekaException(
          "'%s' (option -t) cannot be read: %s".formatted(name, unreadable.getMessage()),
          unreadable);
    }
    if (!className.isEmpty()) {
      table.setClassIndex(classIndex(table, className));
    } else if (table.classIndex() < 0) {
      table.setClassIndex(table.numAttributes() - 1);
    }
    return table;
  }

  private static int classIndex(Instances table, String name) throws WekaException {
    Attribute attribute = table.attribute(name);
    if (attribute != null) {
      return attribute.index();
    }
    try {
      SingleIndex index = new SingleIndex(name);
      index.setUpper(table.numAttributes() - 1);
      return index.getIndex();
    } catch (IllegalArgumentException noSuchIndex) {
      throw new WekaException(
          "Table '%s' has no attribute '%s' (option -c).".formatted(table.relationName(), name),
          noSuchIndex);
    }
  }

  /**
   * Runs the evaluation.
   *
   * @param args see {@code -h}
   * @throws Exception if the options are refused or training or testing fails
   */
  public static void main(String[] args) throws Exception {
    new LeaveOneSubjectOutEvaluation().run(null, args);
  }
}
