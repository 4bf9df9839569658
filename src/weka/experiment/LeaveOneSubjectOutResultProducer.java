package weka.experiment;

import emotiontransfer.weka.evaluation.RunFiles;
import emotiontransfer.weka.evaluation.SubjectFolds;
import emotiontransfer.weka.evaluation.SubjectRun;
import emotiontransfer.weka.evaluation.SubjectRun.TestedFold;
import emotiontransfer.weka.options.SchemeOptions;
import emotiontransfer.weka.table.ClipTable;
import java.io.File;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.apache.commons.lang3.ArrayUtils;
import org.apache.commons.lang3.Validate;
import weka.core.AdditionalMeasureProducer;
import weka.core.Instances;
import weka.core.Option;
import weka.core.OptionHandler;
import weka.core.OptionMetadata;
import weka.core.Utils;
import weka.core.WekaException;

/**
 * Generates a result for each subject of a table, by a scheme that was trained on all the others;
 * or for each fold of whole subjects.
 *
 * <p>The key field {@code Fold} holds the subject's name, so that the Experimenter's tests pair
 * schemes by subject and its rows can be subjects. Run r shuffles the training clips and seeds the
 * scheme with r; the key does not show that seed, because all runs are of one scheme. What learners
 * must not see is removed from the table, see {@link SubjectFolds} and the user guide.
 */
public class LeaveOneSubjectOutResultProducer
    implements ResultProducer, OptionHandler, AdditionalMeasureProducer {

  private static final long serialVersionUID = 4893052206118749531L;

  private String subject = ClipTable.SUBJECT;
  private int numFolds = SubjectFolds.LEAVE_ONE_OUT;
  private int trainingSubjects;
  private boolean subjectPerRun;
  private File confusionFile = new File("");
  private boolean rawOutput;
  private File outputFile = new File("splitEvaluatorOut.zip");
  private SplitEvaluator splitEvaluator;
  private String[] additionalMeasures;
  private ResultListener resultListener;

  private transient Instances instances;
  private transient RunFiles files;
  private transient SubjectRun lastRun;

  public String globalInfo() {
    return "Leaves one subject out: for each subject, trains on the clips of all others and gives a"
        + " result for its own, with its name as fold. With numFolds of 2 or more, whole subjects"
        + " are dealt to that many folds of about equally many clips and equal fractions of the"
        + " classes. With trainingSubjects of 1 or more, that many of the others train, drawn by"
        + " the run. Run r shuffles the training clips and seeds all parts of the scheme with r;"
        + " with subjectPerRun it does the r-th subject only, as run 1 would otherwise. Attributes"
        + " of subject and file are removed, but for schemes that never learn from them.";
  }

  @OptionMetadata(
      displayName = "subject",
      description = "The attribute that holds the subject: its name, or its index from 1.",
      displayOrder = 1)
  public String getSubject() {
    return subject;
  }

  public void setSubject(String value) {
    subject = value;
  }

  @OptionMetadata(
      displayName = "numFolds",
      description = "Number of folds that whole subjects are dealt to; 0 leaves one subject out.",
      commandLineParamName = "folds",
      displayOrder = 2)
  public int getNumFolds() {
    return numFolds;
  }

  public void setNumFolds(int value) {
    numFolds = value;
  }

  @OptionMetadata(
      displayName = "trainingSubjects",
      description = "Number of subjects that train in each fold, drawn by the run; 0 takes all.",
      displayOrder = 3)
  public int getTrainingSubjects() {
    return trainingSubjects;
  }

  public void setTrainingSubjects(int value) {
    trainingSubjects = SchemeOptions.atLeast(0, value, "training-subjects");
  }

  @OptionMetadata(
      displayName = "subjectPerRun",
      description = "Run r does the r-th subject (or fold) only, to spread remote experiments.",
      displayOrder = 4)
  public boolean getSubjectPerRun() {
    return subjectPerRun;
  }

  public void setSubjectPerRun(boolean value) {
    subjectPerRun = value;
  }

  @OptionMetadata(
      displayName = "confusionFile",
      description = "CSV file for the confusion matrix of each run, pooled over its folds.",
      commandLineParamName = "confusion",
      displayOrder = 5)
  public File getConfusionFile() {
    return confusionFile;
  }

  public void setConfusionFile(File value) {
    confusionFile = value;
    files = null;
  }

  @OptionMetadata(
      displayName = "rawOutput",
      description = "Save the raw output of each fold and the pooled confusion matrix of each run.",
      commandLineParamName = "D",
      displayOrder = 6)
  public boolean getRawOutput() {
    return rawOutput;
  }

  public void setRawOutput(boolean value) {
    rawOutput = value;
  }

  @OptionMetadata(
      displayName = "outputFile",
      description = "Where raw output goes: a zip file, or a directory for one gzip file a fold.",
      commandLineParamName = "O",
      displayOrder = 7)
  public File getOutputFile() {
    return outputFile;
  }

  public void setOutputFile(File value) {
    outputFile = value;
  }

  @OptionMetadata(
      displayName = "splitEvaluator",
      description = "The evaluator to apply to each fold, with the classifier in it.",
      displayOrder = 0)
  public SplitEvaluator getSplitEvaluator() {
    if (splitEvaluator == null) {
      splitEvaluator = new ClassifierSplitEvaluator();
    }
    return splitEvaluator;
  }

  public void setSplitEvaluator(SplitEvaluator value) {
    splitEvaluator = value;
    splitEvaluator.setAdditionalMeasures(additionalMeasures);
  }

  private SchemeOptions options() {
    return SchemeOptions.of(this, Object.class, "subject", "folds");
  }

  @Override
  public Enumeration<Option> listOptions() {
    List<Option> all = Collections.list(options().list(Collections.emptyEnumeration()));
    all.add(new Option("\tThe full class name of a SplitEvaluator.", "W", 1, "-W <class name>"));
    if (getSplitEvaluator() instanceof OptionHandler handler) {
      String name = getSplitEvaluator().getClass().getName();
      all.add(new Option("", "", 0, "\nOptions specific to split evaluator " + name + ":"));
      all.addAll(Collections.list(handler.listOptions()));
    }
    return Collections.enumeration(all);
  }

  /** Sets the options; those behind {@code --} are the split evaluator's. */
  @Override
  public void setOptions(String[] options) throws Exception {
    String[] behind = Utils.partitionOptions(options);
    options().set(options, rest -> {});
    String name = Utils.getOption('W', options);
    if (name.isEmpty()) {
      throw new WekaException("A split evaluator must be given with the -W option.");
    }
    // Without options first, so that listOptions() is right even where they are rejected.
    setSplitEvaluator((SplitEvaluator) Utils.forName(SplitEvaluator.class, name, null));
    if (getSplitEvaluator() instanceof OptionHandler handler) {
      handler.setOptions(behind);
    }
    Utils.checkForRemainingOptions(options);
  }

  @Override
  public String[] getOptions() {
    String[] own =
        ArrayUtils.addAll(options().get(), "-W", getSplitEvaluator().getClass().getName());
    return getSplitEvaluator() instanceof OptionHandler handler && handler.getOptions().length > 0
        ? ArrayUtils.addAll(ArrayUtils.add(own, "--"), handler.getOptions())
        : own;
  }

  @Override
  public void setInstances(Instances table) {
    instances = table;
  }

  @Override
  public void setResultListener(ResultListener listener) {
    resultListener = listener;
  }

  @Override
  public void setAdditionalMeasures(String[] names) {
    additionalMeasures = SubjectRun.respelled(names, additionalMeasures);
    getSplitEvaluator().setAdditionalMeasures(additionalMeasures);
  }

  @Override
  public Enumeration<String> enumerateMeasures() {
    return getSplitEvaluator() instanceof AdditionalMeasureProducer producer
        ? producer.enumerateMeasures()
        : Collections.emptyEnumeration();
  }

  /** Returns a measure of the scheme that was built last. */
  @Override
  public double getMeasure(String name) {
    Validate.isTrue(lastRun != null, "Measure '%s' is not there before the first run.", name);
    return lastRun.measure(name);
  }

  @Override
  public String[] getKeyNames() {
    return SubjectRun.keyNames(getSplitEvaluator());
  }

  @Override
  public Object[] getKeyTypes() {
    return ArrayUtils.addAll(new Object[] {"", "", ""}, getSplitEvaluator().getKeyTypes());
  }

  @Override
  public String[] getResultNames() {
    String timestamp = CrossValidationResultProducer.TIMESTAMP_FIELD_NAME;
    return ArrayUtils.insert(0, getSplitEvaluator().getResultNames(), timestamp);
  }

  @Override
  public Object[] getResultTypes() {
    return ArrayUtils.insert(0, getSplitEvaluator().getResultTypes(), (Object) 0.0);
  }

  @Override
  public String getCompatibilityState() {
    return "%s -W %s --".formatted(request(), getSplitEvaluator().getClass().getName());
  }

  @Override
  public void preProcess() throws Exception {
    if (resultListener == null) {
      throw new WekaException("No result listener is set.");
    }
    files = null;
    resultListener.preProcess(this);
  }

  @Override
  public void postProcess() throws Exception {
    resultListener.postProcess(this);
    if (files != null) {
      files.close();
      files = null;
    }
  }

  private SubjectRun.Request request() {
    return new SubjectRun.Request(subject, numFolds, trainingSubjects, subjectPerRun);
  }

  private SubjectRun prepare(int run) throws WekaException {
    if (instances == null) {
      throw new WekaException("No table is set.");
    }
    if (files == null) {
      files = new RunFiles(confusionFile, rawOutput, outputFile);
    }
    return new SubjectRun(run, request(), instances, getSplitEvaluator(), files);
  }

  @Override
  public void doRunKeys(int run) throws Exception {
    prepare(run).sendKeys(this, resultListener);
  }

  @Override
  public void doRun(int run) throws Exception {
    SubjectRun prepared = prepare(run);
    prepared.begin(additionalMeasures, lastRun);
    lastRun = prepared;
    prepared.sendResults(this, resultListener);
  }

  /** Does one fold of a run alone, with the same key and result as {@link #doRun} gives it. */
  public void doFold(int run, String fold) throws Exception {
    SubjectRun prepared = prepare(run);
    prepared.begin(additionalMeasures, lastRun);
    lastRun = prepared;
    prepared.sendResult(fold, this, resultListener);
  }

  /** Returns the names of a run's folds, in the order in which {@link #doRun} does them. */
  public List<String> foldNames(int run) throws WekaException {
    return prepare(run).foldNames();
  }

  /** Returns the fold whose result the listener has got last, for listeners that keep decisions. */
  public TestedFold lastFold() {
    Validate.validState(lastRun != null, "No fold has been done yet.");
    return lastRun.lastFold();
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    if (subject == null) {
      throw SchemeOptions.lost(this);
    }
  }

  @Override
  public String toString() {
    String table = instances == null ? "no table" : Utils.backQuoteChars(instances.relationName());
    return "LeaveOneSubjectOutResultProducer: " + getCompatibilityState() + ": " + table;
  }
}
