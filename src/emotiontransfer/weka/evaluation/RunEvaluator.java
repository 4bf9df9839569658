package emotiontransfer.weka.evaluation;

import emotiontransfer.evaluation.ConfusionMatrix;
import java.util.List;
import java.util.Optional;
import weka.classifiers.Classifier;
import weka.classifiers.Evaluation;
import weka.classifiers.rules.ZeroR;
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

  /**
   * Weka's split evaluator, which also keeps the evaluation, the classifier and the decisions for
   * segments of the fold it did last.
   */
  static final class Recorder extends ClassifierSplitEvaluator {

    private static final long serialVersionUID = -7746019822160304483L;

    transient List<double[][]> segments = List.of();

    /** Takes over what the user has set, but for the classifier. */
    void configure(
        ClassifierSplitEvaluator settings, Classifier classifier, String[] additionalMeasures) {
      setClassifier(classifier);
      setClassForIRStatistics(settings.getClassForIRStatistics());
      setAttributeID(settings.getAttributeID());
      setPredTargetColumn(settings.getPredTargetColumn());
      setNoSizeDetermination(settings.getNoSizeDetermination());
      setAdditionalMeasures(additionalMeasures);
    }

    @Override
    public Object[] getResult(Instances train, Instances test) throws Exception {
      segments = List.of();
      if (!SegmentDecisions.available(m_Template)) {
        return super.getResult(train, test);
      }
      Classifier scheme = m_Template;
      // Weka trains a copy of the template; keys are made of the scheme's own options before.
      m_Template = new SegmentDecisions(scheme);
      try {
        Object[] result = super.getResult(train, test);
        SegmentDecisions tested = (SegmentDecisions) m_Classifier;
        segments = tested.segments();
        m_Classifier = tested.getClassifier();
        return result;
      } finally {
        m_Template = scheme;
      }
    }

    Classifier trained() {
      return m_Classifier;
    }

    /** Returns the evaluation of the last fold, null before the first one. */
    Evaluation evaluation() {
      return m_Evaluation;
    }
  }

  private RunEvaluator(SplitEvaluator evaluator, SubjectFolds folds, Instances blinded) {
    this.evaluator = evaluator;
    this.folds = folds;
    this.blinded = blinded;
  }

  /**
   * Prepares a run.
   *
   * @param additionalMeasures names of measures to report; may be null
   * @param run also the seed
   * @param previous of the run before, or null; its recorder is used again, as Weka's constructor
   *     prints the names of all metrics
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
    BlindedScheme scheme =
        BlindedScheme.of(
            template == null ? new ZeroR() : template, folds.table(), folds.subjectIndex());
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
          "Attribute %s cannot identify clips in the results (option -I of the split evaluator), because the table that the scheme is tested on does not have it."
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
      Recorder recorder =
          previous != null && previous.evaluator instanceof Recorder used ? used : new Recorder();
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

  /** Trains and tests on a fold, and returns the evaluator's result. */
  public Object[] getResult(SubjectFolds.Split split) throws Exception {
    return evaluator.getResult(split.training(), split.test());
  }

  /** Returns the table as the scheme gets it. */
  public Instances view() {
    return blinded;
  }

  /**
   * Returns what is known about the fold that was given to {@link #getResult} last.
   *
   * @throws IllegalStateException if the evaluator does not keep its predictions
   */
  public TestedFold tested(SubjectFolds.Fold fold) {
    if (evaluator instanceof Recorder recorder) {
      int[] rows = folds.testRows(fold);
      Instances test = SubjectFolds.select(rows, blinded);
      return new TestedFold(
          fold, rows, test, recorder.evaluation(), recorder.segments, recorder.trained());
    }
    throw new IllegalStateException("The split evaluator keeps no predictions.");
  }

  /**
   * Returns the confusion matrix of the last fold; empty before it, and with split evaluators other
   * than {@link ClassifierSplitEvaluator}.
   */
  public Optional<ConfusionMatrix> confusion() {
    return evaluator instanceof Recorder recorder && recorder.evaluation() != null
        ? Optional.of(AbstractConfusionMetric.matrix(recorder.evaluation()))
        : Optional.empty();
  }

  /** Returns whether the confusion matrices of folds will be known. */
  public boolean recordsConfusion() {
    return evaluator instanceof Recorder;
  }

  /** Returns the last fold's model and evaluation as text. */
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
