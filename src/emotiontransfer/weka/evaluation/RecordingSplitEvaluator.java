package emotiontransfer.weka.evaluation;

import weka.classifiers.Classifier;
import weka.classifiers.Evaluation;
import weka.core.Instances;
import weka.experiment.ClassifierSplitEvaluator;

/**
 * Weka's split evaluator, which also gives away the evaluation and the classifier of the fold it
 * did last, and tells {@link TestFold} what the fold in progress is tested on.
 */
public final class RecordingSplitEvaluator extends ClassifierSplitEvaluator {

  private static final long serialVersionUID = -7746019822160304483L;

  /**
   * Takes over what the user has set, but for the classifier.
   *
   * @param settings the evaluator that the user has configured
   * @param classifier the one to evaluate
   * @param additionalMeasures names of measures to report; may be null
   */
  public void configure(
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
    return TestFold.during(test, () -> super.getResult(train, test));
  }

  /** Returns the classifier of the last fold, as it was trained, null before the first one. */
  public Classifier trained() {
    return m_Classifier;
  }

  /** Returns the evaluation of the last fold, null before the first one. */
  public Evaluation evaluation() {
    return m_Evaluation;
  }
}
