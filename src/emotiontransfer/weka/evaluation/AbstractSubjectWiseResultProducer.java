package emotiontransfer.weka.evaluation;

import emotiontransfer.weka.table.ClipTable;
import java.io.File;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Vector;
import weka.core.Option;
import weka.core.OptionHandler;
import weka.core.Utils;
import weka.core.WekaException;
import weka.experiment.ClassifierSplitEvaluator;
import weka.experiment.CrossValidationResultProducer;
import weka.experiment.ResultProducer;
import weka.experiment.SplitEvaluator;

/** Settings, options and columns of a result producer whose folds are whole subjects. */
public abstract class AbstractSubjectWiseResultProducer implements ResultProducer, OptionHandler {

  private static final long serialVersionUID = -1374428079153262801L;

  private static final File NO_FILE = new File("");

  private String[] additionalMeasures;

  private String subject = ClipTable.SUBJECT;
  private int numFolds = SubjectFolds.LEAVE_ONE_OUT;
  private boolean subjectPerRun;
  private SplitEvaluator splitEvaluator = new ClassifierSplitEvaluator();
  private boolean rawOutput;
  private File outputFile = new File("splitEvaluatorOut.zip");
  private File confusionFile = NO_FILE;

  @Override
  public void setAdditionalMeasures(String[] additionalMeasures) {
    this.additionalMeasures = respell(additionalMeasures);
    splitEvaluator.setAdditionalMeasures(this.additionalMeasures);
  }

  /**
   * Before it starts, an experiment first gives the names of the schemes' measures, then those of
   * the columns that the listener has, which a database may have turned into capitals.
   */
  private String[] respell(String[] names) {
    if (names == null || additionalMeasures == null) {
      return names;
    }
    String[] spelled = names.clone();
    for (int i = 0; i < spelled.length; i++) {
      for (String known : additionalMeasures) {
        if (known.equalsIgnoreCase(spelled[i])) {
          spelled[i] = known;
        }
      }
    }
    return spelled;
  }

  /** Returns the measures to report besides the evaluator's own: names; may be null. */
  protected String[] getAdditionalMeasures() {
    return additionalMeasures;
  }

  @Override
  public String[] getKeyNames() {
    List<String> names =
        new ArrayList<>(
            List.of(
                CrossValidationResultProducer.DATASET_FIELD_NAME,
                CrossValidationResultProducer.RUN_FIELD_NAME,
                CrossValidationResultProducer.FOLD_FIELD_NAME));
    Collections.addAll(names, splitEvaluator.getKeyNames());
    return names.toArray(new String[0]);
  }

  @Override
  public Object[] getKeyTypes() {
    List<Object> types = new ArrayList<>(List.of("", "", ""));
    Collections.addAll(types, splitEvaluator.getKeyTypes());
    return types.toArray();
  }

  @Override
  public String[] getResultNames() {
    List<String> names =
        new ArrayList<>(List.of(CrossValidationResultProducer.TIMESTAMP_FIELD_NAME));
    Collections.addAll(names, splitEvaluator.getResultNames());
    return names.toArray(new String[0]);
  }

  @Override
  public Object[] getResultTypes() {
    List<Object> types = new ArrayList<>(List.of(Double.valueOf(0)));
    Collections.addAll(types, splitEvaluator.getResultTypes());
    return types.toArray();
  }

  @Override
  public String getCompatibilityState() {
    return "-subject %s -folds %d%s -W %s --"
        .formatted(
            subject,
            numFolds,
            subjectPerRun ? " -subject-per-run" : "",
            splitEvaluator.getClass().getName());
  }

  @Override
  public Enumeration<Option> listOptions() {
    Vector<Option> options = new Vector<>();
    options.add(
        new Option(
            "\tThe attribute that holds the subject: its name, or its index from 1.\n"
                + "\t(default "
                + ClipTable.SUBJECT
                + ")",
            "subject",
            1,
            "-subject <name|index>"));
    options.add(
        new Option(
            "\tNumber of folds that whole subjects are dealt to;\n"
                + "\t0 leaves one subject out at a time.\n"
                + "\t(default 0)",
            "folds",
            1,
            "-folds <number>"));
    options.add(
        new Option(
            "\tRun r does the r-th subject (or fold) only, so that a remote\n"
                + "\texperiment spreads subjects over its hosts; runs beyond the\n"
                + "\tlast subject begin again with the next seed.",
            "subject-per-run",
            0,
            "-subject-per-run"));
    options.add(
        new Option(
            "\tWrite the confusion matrix of each run, pooled over its folds,\n"
                + "\tto this comma-separated file.\n"
                + "\t(default: none)",
            "confusion",
            1,
            "-confusion <file>"));
    options.add(new Option("\tSave raw split evaluator output.", "D", 0, "-D"));
    options.add(
        new Option(
            "\tWhere raw output goes, together with -D: a zip file, or a\n"
                + "\tdirectory for one gzip file per fold.\n"
                + "\t(default splitEvaluatorOut.zip)",
            "O",
            1,
            "-O <file|directory>"));
    options.add(
        new Option(
            "\tThe full class name of a SplitEvaluator.\n"
                + "\teg: weka.experiment.ClassifierSplitEvaluator",
            "W",
            1,
            "-W <class name>"));
    if (splitEvaluator instanceof OptionHandler handler) {
      options.add(
          new Option(
              "",
              "",
              0,
              "\nOptions specific to split evaluator "
                  + splitEvaluator.getClass().getName()
                  + ":"));
      options.addAll(Collections.list(handler.listOptions()));
    }
    return options.elements();
  }

  /**
   * Parses the options; those behind {@code --} are the split evaluator's.
   *
   * @throws Exception if there is no split evaluator, a number is none, or an option is unknown
   */
  @Override
  public void setOptions(String[] options) throws Exception {
    setRawOutput(Utils.getFlag('D', options));
    String output = Utils.getOption('O', options);
    if (!output.isEmpty()) {
      setOutputFile(new File(output));
    }
    setSubjectPerRun(Utils.getFlag("subject-per-run", options));
    setConfusionFile(new File(Utils.getOption("confusion", options)));
    String name = Utils.getOption("subject", options);
    setSubject(name.isEmpty() ? ClipTable.SUBJECT : name);
    setNumFolds(SubjectFolds.parseFolds(Utils.getOption("folds", options)));
    String evaluatorName = Utils.getOption('W', options);
    if (evaluatorName.isEmpty()) {
      throw new WekaException("A split evaluator must be given with the -W option.");
    }
    // without options first, so that listOptions() is right even where they are refused
    setSplitEvaluator((SplitEvaluator) Utils.forName(SplitEvaluator.class, evaluatorName, null));
    if (splitEvaluator instanceof OptionHandler handler) {
      handler.setOptions(Utils.partitionOptions(options));
    }
    Utils.checkForRemainingOptions(options);
  }

  @Override
  public String[] getOptions() {
    List<String> options =
        new ArrayList<>(List.of("-subject", subject, "-folds", String.valueOf(numFolds)));
    if (subjectPerRun) {
      options.add("-subject-per-run");
    }
    if (isSet(confusionFile)) {
      Collections.addAll(options, "-confusion", confusionFile.getPath());
    }
    if (rawOutput) {
      options.add("-D");
    }
    Collections.addAll(options, "-O", outputFile.getPath());
    Collections.addAll(options, "-W", splitEvaluator.getClass().getName());
    if (splitEvaluator instanceof OptionHandler handler && handler.getOptions().length > 0) {
      options.add("--");
      Collections.addAll(options, handler.getOptions());
    }
    return options.toArray(new String[0]);
  }

  /** Tells whether a file was named. */
  protected static boolean isSet(File file) {
    return !file.getPath().isEmpty();
  }

  public String subjectTipText() {
    return "The attribute that holds the subject: its name, or its index from 1.";
  }

  /** Returns the attribute that holds the subject: its name or index from 1. */
  public String getSubject() {
    return subject;
  }

  /**
   * Sets the attribute that holds the subject.
   *
   * @param subject its name or index from 1
   */
  public void setSubject(String subject) {
    this.subject = subject;
  }

  public String numFoldsTipText() {
    return "Number of folds that whole subjects are dealt to; 0 leaves one subject out at a time.";
  }

  /** Returns the number of folds: 0 for leave-one-subject-out. */
  public int getNumFolds() {
    return numFolds;
  }

  /**
   * Sets the number of folds.
   *
   * @param numFolds 0 for leave-one-subject-out, or at least 2; checked against the number of
   *     subjects when a run starts
   */
  public void setNumFolds(int numFolds) {
    this.numFolds = numFolds;
  }

  public String subjectPerRunTipText() {
    return "Run r does the r-th subject (or fold) only, so that a remote experiment that is split"
        + " by run spreads subjects over its hosts; runs beyond the last subject begin again"
        + " with the next seed.";
  }

  /**
   * Tells whether a run is one subject.
   *
   * @return false if each run does all subjects
   */
  public boolean getSubjectPerRun() {
    return subjectPerRun;
  }

  /**
   * Sets whether a run is one subject.
   *
   * @param subjectPerRun true if run r does the r-th subject or fold only; with n of them, run
   *     {@code n + r} does it again with seed 2, and so on
   */
  public void setSubjectPerRun(boolean subjectPerRun) {
    this.subjectPerRun = subjectPerRun;
  }

  public String confusionFileTipText() {
    return "Comma-separated file that gets the confusion matrix of each run, pooled over its folds;"
        + " none if empty.";
  }

  /** Returns the file for pooled confusion matrices, empty path for none. */
  public File getConfusionFile() {
    return confusionFile;
  }

  /**
   * Sets the file for pooled confusion matrices.
   *
   * @param confusionFile overwritten by each experiment; empty path for none
   */
  public void setConfusionFile(File confusionFile) {
    this.confusionFile = confusionFile;
  }

  public String rawOutputTipText() {
    return "Save the raw output of each fold and the pooled confusion matrix of each run, to the"
        + " destination given by outputFile.";
  }

  /**
   * Tells whether raw output is saved.
   *
   * @return true if it is
   */
  public boolean getRawOutput() {
    return rawOutput;
  }

  /**
   * Sets whether raw output is saved.
   *
   * @param rawOutput true to save it
   */
  public void setRawOutput(boolean rawOutput) {
    this.rawOutput = rawOutput;
  }

  public String outputFileTipText() {
    return "Where raw output goes if rawOutput is on: a zip file, or a directory for one gzip file"
        + " per fold.";
  }

  /** Returns where raw output goes: a zip file or a directory. */
  public File getOutputFile() {
    return outputFile;
  }

  /**
   * Sets where raw output goes.
   *
   * @param outputFile a zip file or an existing directory
   */
  public void setOutputFile(File outputFile) {
    this.outputFile = outputFile;
  }

  public String splitEvaluatorTipText() {
    return "The evaluator to apply to each fold, with the classifier in it.";
  }

  /** Returns the evaluator of the folds. */
  public SplitEvaluator getSplitEvaluator() {
    return splitEvaluator;
  }

  /**
   * Sets the evaluator of the folds.
   *
   * @param splitEvaluator with its classifier
   */
  public void setSplitEvaluator(SplitEvaluator splitEvaluator) {
    this.splitEvaluator = splitEvaluator;
    splitEvaluator.setAdditionalMeasures(additionalMeasures);
  }
}
