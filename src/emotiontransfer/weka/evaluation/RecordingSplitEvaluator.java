package emotiontransfer.weka.evaluation;

import java.util.List;
import weka.classifiers.Classifier;
import weka.classifiers.Evaluation;
import weka.core.Instances;
import weka.experiment.ClassifierSplitEvaluator;

/**
 * Weka's split evaluator, which also gives away the evaluation, the classifier and the decisions
 * for segments of the fold it did last. It stands apart from {@code weka.experiment}, because
 * Weka's choosers offer what they find there.
 */
public final class RecordingSplitEvaluator extends ClassifierSplitEvaluator {

  private static final long serialVersionUID = -7746019822160304483L;

  private transient List<double[][]> segments = List.of();

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

  /** Returns the classifier of the last fold, as it was trained, null before the first one. */
  public Classifier trained() {
    return m_Classifier;
  }

  /** Returns the evaluation of the last fold, null before the first one. */
  public Evaluation evaluation() {
    return m_Evaluation;
  }

  /** Returns the decisions for the segments of each test clip of the last fold. */
  public List<double[][]> segments() {
    return segments;
  }
}
