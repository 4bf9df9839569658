package emotiontransfer.study.result;

import emotiontransfer.study.run.FoldRecord.ClipResult;
import java.util.ArrayList;
import java.util.List;
import weka.classifiers.evaluation.NominalPrediction;
import weka.classifiers.evaluation.Prediction;
import weka.classifiers.evaluation.ThresholdCurve;
import weka.core.Instances;

/**
 * The receiver operating characteristic of an emotion against all others.
 *
 * @param emotion its keyword
 * @param falsePositives fractions, 0 to 1, in the order of falling thresholds
 * @param truePositives fractions beside them
 * @param area under the curve; NaN without clips of the emotion or of others
 */
public record Roc(
    String emotion, List<Double> falsePositives, List<Double> truePositives, double area) {

  /**
   * Computes the curve by Weka's ThresholdCurve.
   *
   * @param clips with probabilities
   * @param emotion index
   */
  static Roc of(List<ClipResult> clips, int emotion, String label) {
    ArrayList<Prediction> predictions = new ArrayList<>();
    for (ClipResult clip : clips) {
      double[] distribution = clip.probabilities().stream().mapToDouble(p -> p).toArray();
      predictions.add(new NominalPrediction(clip.actual(), distribution));
    }
    Instances curve = new ThresholdCurve().getCurve(predictions, emotion);
    int fp = curve.attribute(ThresholdCurve.FP_RATE_NAME).index();
    int tp = curve.attribute(ThresholdCurve.TP_RATE_NAME).index();
    List<Double> falsePositives = new ArrayList<>();
    List<Double> truePositives = new ArrayList<>();
    for (int i = curve.numInstances() - 1; i >= 0; i--) {
      falsePositives.add(curve.get(i).value(fp));
      truePositives.add(curve.get(i).value(tp));
    }
    return new Roc(label, falsePositives, truePositives, ThresholdCurve.getROCArea(curve));
  }
}
