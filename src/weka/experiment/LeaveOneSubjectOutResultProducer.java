package weka.experiment;

import emotiontransfer.data.FileName;
import emotiontransfer.weka.evaluation.AbstractSubjectWiseResultProducer;
import emotiontransfer.weka.evaluation.CsvFile;
import emotiontransfer.weka.evaluation.PooledConfusion;
import emotiontransfer.weka.evaluation.RunEvaluator;
import emotiontransfer.weka.evaluation.SubjectFolds;
import emotiontransfer.weka.evaluation.TestedFold;
import emotiontransfer.weka.progress.TaskProgress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import weka.core.AdditionalMeasureProducer;
import weka.core.Instances;
import weka.core.RevisionHandler;
import weka.core.RevisionUtils;
import weka.core.Utils;
import weka.core.WekaException;

/**
 * Generates a result for each subject of a table, by a scheme that was trained on all the others;
 * or for each fold of whole subjects.
 *
 * <p>The key field {@code Fold} holds the subject's name, so that the Experimenter's tests pair
 * schemes by subject and its rows can be subjects. Run r shuffles the training clips and seeds
 * every randomizable part of the scheme with r; the key does not show that seed, because all runs
 * are of one scheme. With a subject for each run, run r does what run 1 would do for the r-th
 * subject. What learners must not see is removed from the table, see {@link SubjectFolds} and the
 * user guide. The confusion matrix that is pooled over the folds of a run can be written to a file.
 */
public class LeaveOneSubjectOutResultProducer extends AbstractSubjectWiseResultProducer
    implements AdditionalMeasureProducer, RevisionHandler {

  private static final long serialVersionUID = 4893052206118749531L;

  private static final Logger LOG = LoggerFactory.getLogger(LeaveOneSubjectOutResultProducer.class);

  /** The name becomes a file's name in a directory, and options may be long. */
  private static final int LONGEST_NAME = 200;

  private ResultListener resultListener;

  private transient Instances instances;
  private transient OutputZipper zipper;
  private transient RunEvaluator evaluator;
  private transient boolean confusionBegun;
  private transient SubjectFolds.Fold lastFold;

  /**
   * Describes the result producer for the GUI.
   *
   * @return one paragraph
   */
  public String globalInfo() {
    return "Leaves one subject out: for each subject, trains on the clips of all other subjects and"
        + " gives a result for the clips of this one, with the subject's name as fold. With"
        + " numFolds of 2 or more, whole subjects are dealt to that many folds of about"
        + " equally many clips and about equal shares of the classes. Run r shuffles the"
        + " training clips and seeds every randomizable part of the scheme with r."
        + " With subjectPerRun, run r does the r-th subject only, as run 1 would do it otherwise."
        + " Attributes that hold the subject or the file are removed, except for schemes"
        + " that need and never learn from them.";
  }

  @Override
  public void setInstances(Instances instances) {
    this.instances = instances;
  }

  @Override
  public void setResultListener(ResultListener listener) {
    this.resultListener = listener;
  }

  @Override
  public Enumeration<String> enumerateMeasures() {
    return getSplitEvaluator() instanceof AdditionalMeasureProducer producer
        ? producer.enumerateMeasures()
        : Collections.emptyEnumeration();
  }

  /**
   * Returns a measure of the scheme that was built last.
   *
   * @throws IllegalArgumentException if nothing was built or the scheme has no such measure
   */
  @Override
  public double getMeasure(String measureName) {
    if (evaluator == null) {
      throw new IllegalArgumentException(
          "Measure '" + measureName + "' is not there before the first run.");
    }
    return evaluator.measure(measureName);
  }

  @Override
  public void preProcess() throws Exception {
    if (resultListener == null) {
      throw new WekaException("No result listener is set.");
    }
    confusionBegun = false;
    resultListener.preProcess(this);
  }

  @Override
  public void postProcess() throws Exception {
    resultListener.postProcess(this);
    if (zipper != null) {
      zipper.finished();
      zipper = null;
    }
  }

  /**
   * Sends the keys of a run.
   *
   * @throws WekaException if the table cannot be divided by subjects
   */
  @Override
  public void doRunKeys(int run) throws Exception {
    for (SubjectFolds.Fold fold : plan(run).wanted()) {
      Object[] key = key(run, fold);
      if (resultListener.isResultRequired(this, key)) {
        resultListener.acceptResult(this, key, null);
      }
    }
  }

  /**
   * Generates the results of a run.
   *
   * @throws WekaException if the table cannot be divided by subjects, or if the scheme's source
   *     model has seen one of them
   */
  @Override
  public void doRun(int run) throws Exception {
    RunPlan plan = plan(run);
    SubjectFolds subjectFolds = plan.folds();
    evaluator =
        RunEvaluator.of(
            getSplitEvaluator(), getAdditionalMeasures(), subjectFolds, plan.seed(), evaluator);
    PooledConfusion pooled = pooledConfusion();
    int total = plan.wanted().size();
    String task = "Run " + run + ", " + subjectFolds.protocol();
    if (subjectFolds.numClips() < instances.numInstances()) {
      LOG.warn(
          "{} clips have no class and are left out",
          instances.numInstances() - subjectFolds.numClips());
    }
    try (TaskProgress progress = TaskProgress.start(task, total, null)) {
      subjectFolds.visit(
          plan.wanted(),
          evaluator.view(),
          split -> {
            test(run, split, pooled);
            progress.step(split.fold().name());
          });
    }
    report(run, pooled, total, task);
  }

  private void test(int run, SubjectFolds.Split split, PooledConfusion pooled) throws Exception {
    Object[] key = key(run, split.fold());
    if (resultListener.isResultRequired(this, key)) {
      Object[] result = result(evaluator.getResult(split));
      lastFold = split.fold();
      resultListener.acceptResult(this, key, result);
      if (pooled != null) {
        pooled.add(evaluator.confusion());
      }
      zip(run + "." + lastFold.name(), evaluator.rawOutput());
    }
  }

  /**
   * Returns the fold whose result the listener has got last; for listeners that keep predictions.
   *
   * @return its predictions and its classifier
   * @throws IllegalStateException if no fold was done yet, or the split evaluator is not {@link
   *     ClassifierSplitEvaluator}
   */
  public TestedFold lastFold() {
    if (lastFold == null) {
      throw new IllegalStateException("No fold has been done yet.");
    }
    return evaluator.tested(lastFold);
  }

  /** What a run does. */
  private record RunPlan(SubjectFolds folds, List<SubjectFolds.Fold> wanted, int seed) {}

  private RunPlan plan(int run) throws WekaException {
    if (instances == null) {
      throw new WekaException("No table is set.");
    }
    if (!getSubjectPerRun()) {
      SubjectFolds folds = divide(run);
      return new RunPlan(folds, folds.folds(), run);
    }
    if (run < 1) {
      throw new WekaException(
          "With a subject for each run (option -subject-per-run) runs are numbered from 1, but one is %d."
              .formatted(run));
    }
    SubjectFolds first = divide(1);
    int size = first.folds().size();
    int seed = (run - 1) / size + 1;
    SubjectFolds folds = seed == 1 ? first : divide(seed);
    return new RunPlan(folds, List.of(folds.folds().get((run - 1) % size)), seed);
  }

  private SubjectFolds divide(int seed) throws WekaException {
    return SubjectFolds.of(instances, getSubject(), getNumFolds(), seed);
  }

  private PooledConfusion pooledConfusion() throws WekaException {
    if (getSubjectPerRun()) {
      if (isSet(getConfusionFile())) {
        throw new WekaException(
            "A confusion matrix that is pooled over the folds of a run (option -confusion) needs"
                + " runs of all folds; leave out -subject-per-run.");
      }
      return null;
    }
    if (isSet(getConfusionFile())) {
      CsvFile.requireFolder(getConfusionFile(), "-confusion");
    }
    if (!evaluator.recordsConfusion() && isSet(getConfusionFile())) {
      throw new WekaException(
          "A pooled confusion matrix (option -confusion) needs the split evaluator ClassifierSplitEvaluator, but the split evaluator is %s."
              .formatted(getSplitEvaluator().getClass().getSimpleName()));
    }
    return evaluator.recordsConfusion() ? new PooledConfusion(instances.classAttribute()) : null;
  }

  private void report(int run, PooledConfusion pooled, int total, String task) throws Exception {
    if (pooled == null || pooled.folds() == 0) {
      return;
    }
    LOG.info("{}, pooled over {} folds: {}", task, pooled.folds(), pooled.metrics());
    zip(run + ".pooled", pooled.toString());
    if (isSet(getConfusionFile())) {
      List<String> names = new ArrayList<>(Arrays.asList(getKeyNames()));
      List<String> key = new ArrayList<>();
      for (Object part : key(run, new SubjectFolds.Fold("", List.of()))) {
        key.add(String.valueOf(part));
      }
      int fold = names.indexOf(CrossValidationResultProducer.FOLD_FIELD_NAME);
      names.remove(fold);
      key.remove(fold);
      pooled.append(getConfusionFile(), !confusionBegun, names, key, total);
      confusionBegun = true;
    }
  }

  private void zip(String fold, String output) throws Exception {
    if (!getRawOutput()) {
      return;
    }
    if (zipper == null) {
      zipper = new OutputZipper(getOutputFile());
    }
    String name =
        "%s.%s.%s"
            .formatted(FileName.of(fold), instances.relationName(), getSplitEvaluator())
            .replaceAll("[^\\w.+=-]", "_");
    boolean fits = name.length() <= LONGEST_NAME;
    zipper.zipit(
        output,
        fits ? name : name.substring(0, LONGEST_NAME) + "." + Integer.toHexString(name.hashCode()));
  }

  private Object[] key(int run, SubjectFolds.Fold fold) {
    Object[] evaluatorKey = getSplitEvaluator().getKey();
    Object[] key = new Object[evaluatorKey.length + 3];
    key[0] = Utils.backQuoteChars(instances.relationName());
    key[1] = String.valueOf(run);
    key[2] = Utils.backQuoteChars(fold.name());
    System.arraycopy(evaluatorKey, 0, key, 3, evaluatorKey.length);
    return key;
  }

  private static Object[] result(Object[] evaluatorResult) {
    Object[] result = new Object[evaluatorResult.length + 1];
    result[0] = CrossValidationResultProducer.getTimestamp();
    System.arraycopy(evaluatorResult, 0, result, 1, evaluatorResult.length);
    return result;
  }

  @Override
  public String toString() {
    return "LeaveOneSubjectOutResultProducer: %s: %s"
        .formatted(
            getCompatibilityState(),
            instances == null ? "no table" : Utils.backQuoteChars(instances.relationName()));
  }

  @Override
  public String getRevision() {
    return RevisionUtils.extract("$Revision$");
  }
}
