package emotiontransfer.weka.evaluation;

import emotiontransfer.evaluation.ConfusionMatrix;
import java.util.List;
import weka.classifiers.Classifier;
import weka.classifiers.evaluation.Prediction;
import weka.core.Instances;
import weka.experiment.ClassifierSplitEvaluator;

/**
 * Weka's split evaluator, which also keeps the evaluation, the classifier and the decisions for
 * segments of the fold it did last.
 */
final class FoldRecorder extends ClassifierSplitEvaluator {

  private static final long serialVersionUID = -7746019822160304483L;

  private transient List<int[]> segments = List.of();

  /** Takes over what the user has set, but for the classifier and its measures. */
  void configure(ClassifierSplitEvaluator settings) {
    setClassForIRStatistics(settings.getClassForIRStatistics());
    setAttributeID(settings.getAttributeID());
    setPredTargetColumn(settings.getPredTargetColumn());
    setNoSizeDetermination(settings.getNoSizeDetermination());
  }

  @Override
  public Object[] getResult(Instances train, Instances test) throws Exception {
    segments = List.of();
    Classifier scheme = m_Template;
    // Weka trains a copy of the template; keys are made of the scheme's own options before.
    m_Template = new TestedScheme(scheme);
    try {
      Object[] result = super.getResult(train, test);
      if (m_Classifier instanceof TestedScheme tested) {
        segments = tested.segments();
        m_Classifier = tested.getClassifier();
      }
      return result;
    } finally {
      m_Template = scheme;
    }
  }

  /** Returns the classes of the segments of each clip; empty where the scheme gives none. */
  List<int[]> segments() {
    return segments;
  }

  Classifier trained() {
    return m_Classifier;
  }

  List<Prediction> predictions() {
    return m_Evaluation.predictions();
  }

  ConfusionMatrix confusion() {
    return AbstractConfusionMetric.matrix(
        m_Evaluation.confusionMatrix(), predictions(), m_Evaluation.unclassified());
  }
}
