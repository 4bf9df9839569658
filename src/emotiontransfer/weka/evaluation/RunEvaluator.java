package emotiontransfer.weka.evaluation;

import emotiontransfer.evaluation.ConfusionMatrix;
import weka.classifiers.Classifier;
import weka.core.AdditionalMeasureProducer;
import weka.core.Instances;
import weka.core.SerializedObject;
import weka.core.WekaException;
import weka.experiment.ClassifierSplitEvaluator;
import weka.experiment.RegressionSplitEvaluator;
import weka.experiment.SplitEvaluator;

/**
 * Evaluates the folds of one run with a copy of the user's split evaluator, whose classifier is
 * blinded and seeded for this run. The user's evaluator is never changed, because the keys of all
 * runs come from it.
 */
public final class RunEvaluator {

  private final SplitEvaluator evaluator;
  private final SubjectFolds folds;
  private final Instances blinded;

  private RunEvaluator(SplitEvaluator evaluator, SubjectFolds folds, Instances blinded) {
    this.evaluator = evaluator;
    this.folds = folds;
    this.blinded = blinded;
  }

  /**
   * Prepares a run.
   *
   * @param configured the user's evaluator
   * @param additionalMeasures names of measures to report; may be null
   * @param folds of this run
   * @param run also the seed
   * @param previous of the run before, or null; its recorder is used again, as Weka's constructor
   *     prints the names of all metrics
   * @return the evaluator of this run
   * @throws Exception if the scheme has seen a subject, or cannot be copied
   */
  public static RunEvaluator of(
      SplitEvaluator configured,
      String[] additionalMeasures,
      SubjectFolds folds,
      int run,
      RunEvaluator previous)
      throws Exception {
    Classifier template = classifierOf(configured);
    if (template == null) {
      BlindedScheme noScheme = BlindedScheme.ofNothing(folds.table(), folds.subjectIndex());
      SplitEvaluator copy = (SplitEvaluator) new SerializedObject(configured).getObject();
      return new RunEvaluator(copy, folds, noScheme.blind(folds.table()));
    }
    BlindedScheme scheme = BlindedScheme.of(template, folds.table(), folds.subjectIndex());
    scheme.requireUnseen(folds.subjects());
    SchemeTree.seed(scheme.classifier(), run);
    Instances blinded = scheme.blind(folds.table());
    SplitEvaluator evaluator = copy(configured, scheme.classifier(), additionalMeasures, previous);
    if (evaluator instanceof ClassifierSplitEvaluator classification) {
      classification.setAttributeID(
          sameAttribute(classification.getAttributeID(), folds.table(), blinded));
    }
    return new RunEvaluator(evaluator, folds, blinded);
  }

  /** Removed attributes shift the index of the one that the user wants in each result. */
  private static int sameAttribute(int index, Instances table, Instances blinded)
      throws WekaException {
    if (index < 0) {
      return index;
    }
    if (index >= table.numAttributes()
        || blinded.attribute(table.attribute(index).name()) == null) {
      throw new WekaException(
          "Attribute %d cannot identify clips in the results (option -I of the split evaluator), because the table that the scheme is tested on does not have it."
              .formatted(index + 1));
    }
    return blinded.attribute(table.attribute(index).name()).index();
  }

  private static Classifier classifierOf(SplitEvaluator evaluator) {
    if (evaluator instanceof ClassifierSplitEvaluator classification) {
      return classification.getClassifier();
    }
    if (evaluator instanceof RegressionSplitEvaluator regression) {
      return regression.getClassifier();
    }
    return null;
  }

  private static SplitEvaluator copy(
      SplitEvaluator configured,
      Classifier classifier,
      String[] additionalMeasures,
      RunEvaluator previous)
      throws Exception {
    if (configured.getClass() == ClassifierSplitEvaluator.class) {
      RecordingSplitEvaluator recorder =
          previous != null && previous.evaluator instanceof RecordingSplitEvaluator used
              ? used
              : new RecordingSplitEvaluator();
      recorder.configure((ClassifierSplitEvaluator) configured, classifier, additionalMeasures);
      return recorder;
    }
    SplitEvaluator copy = (SplitEvaluator) new SerializedObject(configured).getObject();
    if (copy instanceof ClassifierSplitEvaluator classification) {
      classification.setClassifier(classifier);
    } else if (copy instanceof RegressionSplitEvaluator regression) {
      regression.setClassifier(classifier);
    }
    return copy;
  }

  /**
   * Trains and tests on a fold.
   *
   * @param split a fold of this run
   * @return the evaluator's result
   * @throws Exception if training or testing fails
   */
  public Object[] getResult(SubjectFolds.Split split) throws Exception {
    return evaluator.getResult(split.training(), split.test());
  }

  /** Returns the table as the scheme gets it. */
  public Instances view() {
    return blinded;
  }

  /**
   * Returns what is known about a fold that was done last.
   *
   * @param fold the one given to {@link #getResult}
   * @return its predictions and classifier
   * @throws IllegalStateException if the evaluator does not keep them
   */
  public TestedFold tested(SubjectFolds.Fold fold) {
    if (evaluator instanceof RecordingSplitEvaluator recorder) {
      int[] rows = folds.testRows(fold);
      return new TestedFold(
          fold,
          rows,
          SubjectFolds.select(rows, blinded),
          recorder.evaluation(),
          recorder.segments(),
          recorder.trained());
    }
    throw new IllegalStateException("The split evaluator keeps no predictions.");
  }

  /**
   * Tells whether the confusion matrices of folds are known.
   *
   * @return false for split evaluators other than {@link ClassifierSplitEvaluator}
   */
  public boolean recordsConfusion() {
    return evaluator instanceof RecordingSplitEvaluator;
  }

  /**
   * Returns the confusion matrix of the last fold.
   *
   * @throws IllegalStateException if it is not known
   */
  public ConfusionMatrix confusion() {
    if (evaluator instanceof RecordingSplitEvaluator recorder) {
      return AbstractConfusionMetric.matrix(recorder.evaluation());
    }
    throw new IllegalStateException("The split evaluator keeps no confusion matrix.");
  }

  /** Returns what the evaluator tells about the last fold: text of the model and its evaluation. */
  public String rawOutput() {
    return evaluator.getRawResultOutput();
  }

  /**
   * Returns a measure of the scheme of the last fold.
   *
   * @throws IllegalArgumentException if there is no such measure
   */
  public double measure(String name) {
    if (evaluator instanceof AdditionalMeasureProducer producer) {
      return producer.getMeasure(name);
    }
    throw new IllegalArgumentException(
        "%s gives no measure '%s'.".formatted(evaluator.getClass().getSimpleName(), name));
  }
}
