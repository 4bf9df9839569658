package emotiontransfer.weka.evaluation;

import emotiontransfer.evaluation.ConfusionMatrix;
import emotiontransfer.weka.progress.TaskProgress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.Classifier;
import weka.classifiers.evaluation.Evaluation;
import weka.classifiers.evaluation.NominalPrediction;
import weka.classifiers.evaluation.Prediction;
import weka.core.Instances;
import weka.core.LogHandler;
import weka.core.Utils;
import weka.core.WekaException;
import weka.gui.Logger;

/**
 * Trains a scheme for each fold of whole subjects and tests it on the fold's subjects.
 *
 * <p>Gives Weka's evaluation pooled over all folds, the scores of each subject, and the decision
 * for each clip. The scheme is blinded as described in the user guide: it never learns from the
 * subject or file attributes. Nothing of a fold's test subjects reaches its training.
 */
public final class SubjectWiseEvaluation {

  private final SubjectFolds folds;
  private final BlindedScheme scheme;
  private final Instances view;
  private final boolean segmentwise;
  private final Evaluation pooled;
  private final List<ClipDecision> decisions = new ArrayList<>();
  private final Map<String, SubjectScores> subjects = new TreeMap<>();

  private SubjectWiseEvaluation(SubjectFolds folds, BlindedScheme scheme) throws Exception {
    this.folds = folds;
    this.scheme = scheme;
    this.view = scheme.blind(folds.table());
    this.segmentwise = SegmentDecisions.available(scheme.classifier());
    this.pooled = new Evaluation(view);
  }

  /**
   * Evaluates a copy of a scheme.
   *
   * @param folds of a table with a nominal class
   * @param seed for every randomizable part of the scheme; without one they keep their own
   * @param logOrNull Weka's log for the progress
   * @throws Exception if the class is not nominal, if the scheme's source has seen a subject, or if
   *     training or testing fails
   */
  public static SubjectWiseEvaluation run(
      Classifier template, SubjectFolds folds, OptionalInt seed, Logger logOrNull)
      throws Exception {
    SubjectWiseEvaluation evaluation = prepare(template, folds, seed);
    evaluation.runFolds(logOrNull);
    return evaluation;
  }

  /** Checks and blinds a copy of a scheme as {@link #run} does, but trains nothing yet. */
  public static SubjectWiseEvaluation prepare(
      Classifier template, SubjectFolds folds, OptionalInt seed) throws Exception {
    requireNominalClass(folds.table());
    BlindedScheme scheme = BlindedScheme.of(template, folds.table(), folds.subjectIndex());
    scheme.requireUnseen(folds.subjects());
    if (seed.isPresent()) {
      SchemeTree.seed(scheme.classifier(), seed.getAsInt());
    }
    return new SubjectWiseEvaluation(folds, scheme);
  }

  /**
   * Trains and tests all folds; to be called once.
   *
   * @param logOrNull Weka's log for the progress of the folds and of schemes that take one
   * @throws InterruptedException if the thread was interrupted
   */
  public void runFolds(Logger logOrNull) throws Exception {
    try (TaskProgress progress =
        TaskProgress.start(folds.protocol(), folds.folds().size(), logOrNull)) {
      folds.visit(
          folds.folds(),
          view,
          split -> {
            evaluate(split, logOrNull);
            progress.step(split.fold().name());
          });
    }
    decisions.sort(Comparator.comparingInt(ClipDecision::row));
  }

  /** Trains a copy of the blinded scheme on all clips that have a class. */
  public Classifier trainOnAll(Logger logOrNull) throws Exception {
    Classifier trained = copy(logOrNull);
    trained.buildClassifier(SubjectFolds.select(folds.rows(), view));
    return trained;
  }

  private Classifier copy(Logger logOrNull) throws Exception {
    Classifier copy = AbstractClassifier.makeCopy(scheme.classifier());
    if (logOrNull != null && copy instanceof LogHandler handler) {
      handler.setLog(logOrNull);
    }
    return copy;
  }

  /** Returns what the scheme learns from: the header of the blinded table. */
  public Instances header() {
    return view.stringFreeStructure();
  }

  private static void requireNominalClass(Instances table) throws WekaException {
    if (table.classIndex() < 0 || !table.classAttribute().isNominal()) {
      throw new WekaException(
          "The class of table '%s' must be nominal, but %s."
              .formatted(
                  table.relationName(),
                  table.classIndex() < 0
                      ? "none is set"
                      : "'" + table.classAttribute().name() + "' is not"));
    }
  }

  private void evaluate(SubjectFolds.Split split, Logger logOrNull) throws Exception {
    Instances training = split.training();
    Instances test = split.test();
    int[] rows = folds.testRows(split.fold());
    Classifier trained = copy(logOrNull);
    trained.buildClassifier(training);
    pooled.setPriors(training);
    Classifier tested = segmentwise ? new SegmentDecisions(trained) : trained;
    pooled.evaluateModel(tested, test);
    List<Prediction> all = pooled.predictions();
    List<Prediction> predictions = all.subList(all.size() - rows.length, all.size());
    for (int i = 0; i < rows.length; i++) {
      double[][] segments =
          tested instanceof SegmentDecisions decided ? decided.segments().get(i) : new double[0][];
      record(rows[i], split.fold(), (NominalPrediction) predictions.get(i), segments);
    }
  }

  private void record(
      int row, SubjectFolds.Fold fold, NominalPrediction prediction, double[][] segments) {
    boolean decided = !Utils.isMissingValue(prediction.predicted());
    ClipDecision decision =
        new ClipDecision(
            row,
            folds.subjectOf(row),
            fold.name(),
            (int) prediction.actual(),
            decided ? (int) prediction.predicted() : ClipDecision.UNDECIDED,
            prediction.weight(),
            prediction.distribution().clone());
    decisions.add(decision);
    ConfusionMatrix.Counter clip = new ConfusionMatrix.Counter(view.numClasses());
    clip.add(decision.actual(), decision.predicted(), decision.weight());
    ConfusionMatrix.Counter parts = new ConfusionMatrix.Counter(view.numClasses());
    for (double[] distribution : segments) {
      int best = Utils.maxIndex(distribution);
      boolean sure = distribution[best] > 0;
      parts.add(decision.actual(), sure ? best : ClipDecision.UNDECIDED, decision.weight());
    }
    SubjectScores scores =
        new SubjectScores(decision.subject(), 1, clip.matrix(), segments.length, parts.matrix());
    subjects.merge(scores.subject(), scores, SubjectScores::plus);
  }

  /** Returns Weka's evaluation over all folds, with the predictions of all clips. */
  public Evaluation pooled() {
    return pooled;
  }

  /** Returns the decisions: one for each clip that has a class, in the order of the table. */
  public List<ClipDecision> decisions() {
    return List.copyOf(decisions);
  }

  /** Returns the scores of the subjects: sorted by name. */
  public List<SubjectScores> subjects() {
    return List.copyOf(subjects.values());
  }

  /**
   * Returns whether the scheme decided for segments, too: a {@link
   * emotiontransfer.weka.classify.SegmentClassifier}, alone or behind a FilteredClassifier's
   * filter.
   */
  public boolean isSegmentwise() {
    return segmentwise;
  }

  public SubjectFolds folds() {
    return folds;
  }

  /** Names the columns that were hidden from learners, or says why there are none. */
  public String hiddenAttributes() {
    return scheme.hidden(folds.table());
  }
}
