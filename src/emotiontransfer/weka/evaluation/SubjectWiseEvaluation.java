package emotiontransfer.weka.evaluation;

import emotiontransfer.weka.classify.AbstractSegmentClassifier;
import emotiontransfer.weka.progress.Task;
import emotiontransfer.weka.progress.TaskProgress;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.apache.commons.lang3.function.FailableConsumer;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.Classifier;
import weka.classifiers.evaluation.Evaluation;
import weka.classifiers.evaluation.NominalPrediction;
import weka.classifiers.evaluation.Prediction;
import weka.core.Instances;
import weka.core.LogHandler;
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
  private final boolean segmentwise;
  private final Evaluation pooled;
  private final List<ClipDecision> decisions = new ArrayList<>();
  private final Map<String, SubjectScores> subjects = new TreeMap<>();
  private int withoutBag;

  /**
   * Checks and blinds a copy of a scheme, but trains nothing yet.
   *
   * @param folds of a table with a nominal class
   * @param seed for every randomizable part of the scheme; without one they keep their own
   * @throws Exception if the class is not nominal, or if the scheme's source has seen a subject
   */
  public SubjectWiseEvaluation(Classifier template, SubjectFolds folds, OptionalInt seed)
      throws Exception {
    requireNominalClass(folds.table());
    this.folds = folds;
    this.scheme = new BlindedScheme(template, folds, seed);
    this.segmentwise = TestedScheme.isSegmentwise(scheme.classifier());
    this.pooled = new Evaluation(scheme.view());
  }

  /** Evaluates a copy of a scheme: makes an evaluation and runs its folds. */
  public static SubjectWiseEvaluation run(
      Classifier template, SubjectFolds folds, OptionalInt seed, Logger logOrNull)
      throws Exception {
    SubjectWiseEvaluation evaluation = new SubjectWiseEvaluation(template, folds, seed);
    evaluation.runFolds(logOrNull);
    return evaluation;
  }

  /**
   * Trains and tests all folds; to be called once.
   *
   * @param logOrNull Weka's log for the progress of the folds and of schemes that take one
   * @throws InterruptedException if the thread was interrupted
   */
  public void runFolds(Logger logOrNull) throws Exception {
    Task task = Task.of(folds.protocol(), "evaluation", "fold", folds.folds().size());
    try (TaskProgress progress = TaskProgress.start(task, logOrNull)) {
      evaluateFolds(progress, logOrNull);
    }
  }

  /**
   * Trains a model on all clips that have a class, then trains and tests all folds; to be called
   * once, instead of {@link #runFolds}.
   *
   * @param modelOfAll takes the model before the first fold
   */
  public void runAll(Logger logOrNull, FailableConsumer<Classifier, Exception> modelOfAll)
      throws Exception {
    int number = folds.folds().size();
    Task task =
        Task.of(
            folds.protocol(),
            "evaluation",
            number + 1L,
            turn -> turn == 0 ? "model of all subjects" : "fold %s of %s".formatted(turn, number));
    try (TaskProgress progress = TaskProgress.start(task, logOrNull)) {
      progress.enclose(() -> modelOfAll.accept(trainOnAll(logOrNull)));
      progress.step();
      evaluateFolds(progress, logOrNull);
    }
  }

  /** Trains a copy of the blinded scheme on all clips that have a class. */
  public Classifier trainOnAll(Logger logOrNull) throws Exception {
    return train(SubjectFolds.select(folds.rows(), scheme.view()), logOrNull).getClassifier();
  }

  private void evaluateFolds(TaskProgress progress, Logger logOrNull) throws Exception {
    folds.visit(
        folds.folds(),
        scheme.view(),
        split -> {
          progress.enclose(() -> evaluate(split, logOrNull));
          progress.step();
        });
    decisions.sort(Comparator.comparingInt(ClipDecision::row));
  }

  private TestedScheme train(Instances training, Logger logOrNull) throws Exception {
    Classifier copy = AbstractClassifier.makeCopy(scheme.classifier());
    if (logOrNull != null && copy instanceof LogHandler handler) {
      handler.setLog(logOrNull);
    }
    TestedScheme tested = new TestedScheme(copy);
    tested.buildClassifier(training);
    return tested;
  }

  /** Returns what the scheme learns from: the header of the blinded table. */
  public Instances header() {
    return scheme.view().stringFreeStructure();
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
    add(split, test(split, logOrNull));
  }

  /**
   * What a scheme gave for the clips of a fold, in the order of the table: all that a fold adds to
   * the evaluation, small enough to be sent from one machine to another.
   *
   * @param segments classes of each clip's segments; none for a scheme that does not decide for
   *     them
   * @param withoutBag number of clips that had no bag
   */
  public record TestedClips(List<double[]> distributions, List<int[]> segments, int withoutBag)
      implements Serializable {}

  /** Trains and tests on one fold alone; the evaluation does not have it until it is added. */
  public TestedClips testFold(String name) throws Exception {
    List<TestedClips> tested = new ArrayList<>();
    folds.visit(List.of(fold(name)), scheme.view(), split -> tested.add(test(split, null)));
    return tested.get(0);
  }

  /** Adds folds that were tested elsewhere, by their names; to be called once, with all. */
  public void addFolds(Map<String, TestedClips> tested) throws Exception {
    folds.visit(folds.folds(), scheme.view(), split -> add(split, tested.get(split.fold().name())));
    decisions.sort(Comparator.comparingInt(ClipDecision::row));
  }

  private SubjectFolds.Fold fold(String name) {
    return folds.folds().stream()
        .filter(fold -> fold.name().equals(name))
        .findAny()
        .orElseThrow(
            () -> new IllegalArgumentException("The table has no fold '%s'.".formatted(name)));
  }

  /** Gives each network that would take all cores so many threads, which changes no result. */
  public void setSlots(int slots) {
    for (Classifier part : BlindedScheme.parts(scheme.classifier())) {
      if (part instanceof AbstractSegmentClassifier<?> network && network.getNumSlots() == 0) {
        network.setNumSlots(slots);
      }
    }
  }

  private TestedClips test(SubjectFolds.Split split, Logger logOrNull) throws Exception {
    TestedScheme tested = train(split.training(), logOrNull);
    Evaluation own = new Evaluation(scheme.view());
    own.evaluateModel(tested, split.test());
    List<double[]> distributions =
        own.predictions().stream()
            .map(prediction -> ((NominalPrediction) prediction).distribution())
            .toList();
    return new TestedClips(distributions, tested.segments(), tested.withoutBag());
  }

  private void add(SubjectFolds.Split split, TestedClips tested) throws Exception {
    withoutBag += tested.withoutBag();
    pooled.setPriors(split.training());
    for (int i = 0; i < split.test().size(); i++) {
      pooled.evaluateModelOnceAndRecordPrediction(
          tested.distributions().get(i), split.test().get(i));
    }
    List<Prediction> all = pooled.predictions();
    List<Prediction> own = all.subList(all.size() - split.test().size(), all.size());
    for (ClipDecision decision : ClipDecision.of(folds, split.fold(), own, tested.segments())) {
      decisions.add(decision);
      subjects.merge(decision.subject(), SubjectScores.of(decision), SubjectScores::plus);
    }
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

  /** Returns how many clips were left undecided because they have no bag. */
  public int withoutBag() {
    return withoutBag;
  }

  public SubjectFolds folds() {
    return folds;
  }

  public String hiddenAttributes() {
    return scheme.hidden();
  }
}
