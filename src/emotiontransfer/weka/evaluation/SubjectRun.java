package emotiontransfer.weka.evaluation;

import emotiontransfer.evaluation.ConfusionMatrix;
import emotiontransfer.file.WholeFile;
import emotiontransfer.weka.progress.RemainingSteps;
import emotiontransfer.weka.progress.Task;
import emotiontransfer.weka.table.ClipTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.apache.commons.lang3.ArrayUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import weka.classifiers.Classifier;
import weka.classifiers.rules.ZeroR;
import weka.core.AdditionalMeasureProducer;
import weka.core.Attribute;
import weka.core.Instances;
import weka.core.SerializedObject;
import weka.core.Utils;
import weka.core.WekaException;
import weka.experiment.ClassifierSplitEvaluator;
import weka.experiment.CrossValidationResultProducer;
import weka.experiment.RegressionSplitEvaluator;
import weka.experiment.ResultListener;
import weka.experiment.ResultProducer;
import weka.experiment.SplitEvaluator;

/**
 * One run of the Experimenter over subjects or folds of subjects. It works with a copy of the
 * user's split evaluator, whose classifier is blinded and seeded for this run. The user's evaluator
 * is never changed, because the keys of all runs come from it.
 */
public final class SubjectRun {

  /**
   * A fold that a result producer has done, with what its result leaves out.
   *
   * @param test the tested rows as the classifier got them
   * @param decisions one for each of them
   * @param training names of the training subjects
   */
  public record TestedFold(
      Instances test, List<ClipDecision> decisions, Classifier classifier, List<String> training) {}

  private static final Logger LOG = LoggerFactory.getLogger(SubjectRun.class);

  /** Where a key has the fold. */
  private static final int FOLD = 2;

  private final int run;
  private final boolean wholeRun;
  private final Instances table;
  private final SplitEvaluator configured;
  private final RunFiles files;
  private final SubjectFolds folds;
  private final List<SubjectFolds.Fold> wanted;
  private final int seed;
  private SplitEvaluator evaluator;
  private Instances view;
  private SubjectFolds.Fold lastFold;

  /**
   * How subjects are divided.
   *
   * @param subject the attribute that holds them: its name, or its index from 1
   * @param numFolds 0 for leave-one-subject-out, or at least 2
   * @param trainingSubjects number in each fold; 0 for all others
   * @param subjectPerRun whether run r does the r-th subject or fold only; with n of them, run
   *     {@code n + r} does it again with seed 2, and so on
   */
  public record Request(String subject, int numFolds, int trainingSubjects, boolean subjectPerRun) {

    private SubjectFolds folds(Instances table, int seed) throws WekaException {
      OptionalInt few =
          trainingSubjects == 0 ? OptionalInt.empty() : OptionalInt.of(trainingSubjects);
      return SubjectFolds.of(table, subject, numFolds, seed, few);
    }

    /** Returns the options that say so, without what is left out by default. */
    @Override
    public String toString() {
      String few = trainingSubjects > 0 ? " -training-subjects " + trainingSubjects : "";
      String perRun = subjectPerRun ? " -subject-per-run" : "";
      return "-subject %s -folds %s%s%s".formatted(subject, numFolds, few, perRun);
    }
  }

  /**
   * Divides the table.
   *
   * @param run number, also the seed unless a run is one subject
   * @param configured the user's split evaluator, never changed
   */
  public SubjectRun(
      int run, Request request, Instances table, SplitEvaluator configured, RunFiles files)
      throws WekaException {
    this.run = run;
    this.wholeRun = !request.subjectPerRun();
    this.table = table;
    this.configured = configured;
    this.files = files;
    if (!wholeRun && run < 1) {
      throw new WekaException(
          ("With a subject for each run (option -subject-per-run) runs are numbered from 1, but one"
                  + " is %s.")
              .formatted(run));
    }
    SubjectFolds first = request.folds(table, wholeRun ? run : 1);
    int size = first.folds().size();
    this.seed = wholeRun ? run : (run - 1) / size + 1;
    this.folds = wholeRun || seed == 1 ? first : request.folds(table, seed);
    this.wanted = wholeRun ? folds.folds() : List.of(folds.folds().get((run - 1) % size));
  }

  /**
   * Returns names of measures in the spelling that is known. Before it starts, an experiment first
   * gives the names of the schemes' measures, then those of the columns that the listener has,
   * which a database may have turned into capitals. Both arrays may be null.
   */
  public static String[] respelled(String[] names, String[] known) {
    if (names == null || known == null) {
      return names;
    }
    return Arrays.stream(names)
        .map(name -> Arrays.stream(known).filter(name::equalsIgnoreCase).findAny().orElse(name))
        .toArray(String[]::new);
  }

  /** Returns the names of a result's key. */
  public static String[] keyNames(SplitEvaluator evaluator) {
    String[] own = {
      CrossValidationResultProducer.DATASET_FIELD_NAME,
      CrossValidationResultProducer.RUN_FIELD_NAME,
      CrossValidationResultProducer.FOLD_FIELD_NAME
    };
    return ArrayUtils.addAll(own, evaluator.getKeyNames());
  }

  private Object[] key(String fold) {
    Object[] own = {
      Utils.backQuoteChars(dataset()), String.valueOf(run), Utils.backQuoteChars(fold)
    };
    return ArrayUtils.addAll(own, configured.getKey());
  }

  /**
   * Names the table and, in front, few training subjects: Weka cuts long names off. A key field of
   * its own would be missing where an experiment begins with another number.
   */
  private String dataset() {
    return folds.fewTrainingSubjects().map(few -> few + ": ").orElse("") + table.relationName();
  }

  /** Sends the keys of all results that are required. */
  public void sendKeys(ResultProducer producer, ResultListener listener) throws Exception {
    for (SubjectFolds.Fold fold : wanted) {
      Object[] key = key(fold.name());
      if (listener.isResultRequired(producer, key)) {
        listener.acceptResult(producer, key, null);
      }
    }
  }

  /**
   * Prepares the scheme.
   *
   * @param additionalMeasures names of measures to report; may be null
   * @param previousOrNull the run before; its recorder is used again, as Weka's constructor prints
   *     the names of all metrics
   * @throws Exception if the scheme has seen a subject, or cannot be copied
   */
  public void begin(String[] additionalMeasures, SubjectRun previousOrNull) throws Exception {
    BlindedScheme scheme = new BlindedScheme(configuredScheme(), folds, OptionalInt.of(seed));
    view = scheme.view();
    if (configured.getClass() == ClassifierSplitEvaluator.class) {
      SplitEvaluator before = previousOrNull == null ? null : previousOrNull.evaluator;
      FoldRecorder recorder = before instanceof FoldRecorder used ? used : new FoldRecorder();
      recorder.configure((ClassifierSplitEvaluator) configured);
      evaluator = recorder;
    } else {
      evaluator = (SplitEvaluator) new SerializedObject(configured).getObject();
    }
    Classifier tested = scheme.classifier();
    if (!(evaluator instanceof FoldRecorder) && TestedScheme.isTransductive(tested)) {
      tested = new TestedScheme(tested);
    }
    if (evaluator instanceof ClassifierSplitEvaluator classification) {
      classification.setClassifier(tested);
      classification.setAttributeID(attributeInView(classification.getAttributeID()));
    } else if (evaluator instanceof RegressionSplitEvaluator regression) {
      regression.setClassifier(tested);
    }
    evaluator.setAdditionalMeasures(additionalMeasures);
    if (files.wantsConfusion()) {
      requireConfusion();
    }
  }

  private Classifier configuredScheme() {
    if (configured instanceof ClassifierSplitEvaluator classification) {
      return classification.getClassifier();
    }
    return configured instanceof RegressionSplitEvaluator regression
        ? regression.getClassifier()
        : new ZeroR();
  }

  /** Removed attributes shift the index of the one that the user wants in each result. */
  private int attributeInView(int index) throws WekaException {
    if (index < 0) {
      return index;
    }
    Attribute attribute =
        index < table.numAttributes() ? view.attribute(table.attribute(index).name()) : null;
    if (attribute == null) {
      throw new WekaException(
          "Attribute %s cannot identify clips in the results (option -I of the split evaluator), because the table that the scheme is tested on does not have it."
              .formatted(index + 1));
    }
    return attribute.index();
  }

  private void requireConfusion() throws IOException, WekaException {
    if (!wholeRun) {
      throw new WekaException(
          "A confusion matrix that is pooled over the folds of a run (option -confusion) needs"
              + " runs of all folds; leave out -subject-per-run.");
    }
    files.requireFolder();
    if (!(evaluator instanceof FoldRecorder)) {
      throw new WekaException(
          ("A pooled confusion matrix (option -confusion) needs the split evaluator"
                  + " ClassifierSplitEvaluator, but the split evaluator is %s.")
              .formatted(configured.getClass().getSimpleName()));
    }
  }

  /** Trains and tests what is required, and sends the results. */
  public void sendResults(ResultProducer producer, ResultListener listener) throws Exception {
    List<ConfusionMatrix> tested = new ArrayList<>();
    String task = "Run " + run + ", " + folds.protocol();
    if (folds.numClips() < table.numInstances()) {
      LOG.warn("{} clips have no class and are left out", table.numInstances() - folds.numClips());
    }
    try (RemainingSteps steps = new RemainingSteps(Task.of(task, "run", "fold", wanted.size()))) {
      folds.visit(
          wanted,
          view,
          split -> {
            if (listener.isResultRequired(producer, key(split.fold().name()))) {
              steps.step(() -> send(split, tested, producer, listener));
            } else {
              steps.skip();
            }
          });
    }
    if (!tested.isEmpty()) {
      ConfusionMatrix sum = tested.stream().reduce(ConfusionMatrix::plus).orElseThrow();
      List<String> labels = ClipTable.labels(table.classAttribute());
      report(new PooledConfusion(sum, labels, tested.size()), task);
    }
  }

  private void send(
      SubjectFolds.Split split,
      List<ConfusionMatrix> tested,
      ResultProducer producer,
      ResultListener listener)
      throws Exception {
    listener.acceptResult(producer, key(split.fold().name()), test(split, tested));
    zip(split.fold().name(), trainedOn() + evaluator.getRawResultOutput());
  }

  /** Trains and tests on one fold alone, and sends its result, the same as among all. */
  public void sendResult(String fold, ResultProducer producer, ResultListener listener)
      throws Exception {
    List<SubjectFolds.Fold> one = wanted.stream().filter(each -> each.name().equals(fold)).toList();
    if (one.isEmpty()) {
      throw new IllegalArgumentException("Run %s has no fold '%s'.".formatted(run, fold));
    }
    folds.visit(one, view, split -> send(split, new ArrayList<>(), producer, listener));
  }

  /** Returns the names of the folds of this run, in their order. */
  public List<String> foldNames() {
    return wanted.stream().map(SubjectFolds.Fold::name).toList();
  }

  private String trainedOn() {
    return folds
        .fewTrainingSubjects()
        .map(few -> "%s: %s%n".formatted(few, String.join(", ", lastFold.training())))
        .orElse("");
  }

  private Object[] test(SubjectFolds.Split split, List<ConfusionMatrix> tested) throws Exception {
    Object timestamp = CrossValidationResultProducer.getTimestamp();
    Object[] result = evaluator.getResult(split.training(), split.test());
    lastFold = split.fold();
    if (wholeRun && evaluator instanceof FoldRecorder recorder) {
      tested.add(recorder.confusion());
    }
    return ArrayUtils.insert(0, result, timestamp);
  }

  private void report(PooledConfusion pooled, String task) throws Exception {
    LOG.info("{}, pooled over {} folds: {}", task, pooled.folds(), pooled.metrics());
    zip("pooled", pooled.toString());
    if (files.wantsConfusion()) {
      String[] names = ArrayUtils.remove(keyNames(configured), FOLD);
      Object[] key = ArrayUtils.remove(key(""), FOLD);
      files.append(pooled, List.of(names), List.of(key), wanted.size());
    }
  }

  private void zip(String fold, String output) throws Exception {
    String name = WholeFile.name(run + "." + fold);
    files.zip("%s.%s.%s".formatted(name, dataset(), configured), output);
  }

  /** Returns a measure of the scheme of the last fold. */
  public double measure(String name) {
    if (evaluator instanceof AdditionalMeasureProducer producer) {
      return producer.getMeasure(name);
    }
    throw new IllegalArgumentException(
        "%s gives no measure '%s'.".formatted(configured.getClass().getSimpleName(), name));
  }

  /** Returns the fold whose result was sent last, with what the result leaves out. */
  public TestedFold lastFold() {
    if (evaluator instanceof FoldRecorder recorder && lastFold != null) {
      List<ClipDecision> decisions =
          ClipDecision.of(folds, lastFold, recorder.predictions(), recorder.segments());
      Instances test = SubjectFolds.select(folds.testRows(lastFold), view);
      return new TestedFold(test, decisions, recorder.trained(), lastFold.training());
    }
    throw new IllegalStateException(
        "No fold has been done, or its split evaluator keeps no predictions.");
  }
}
