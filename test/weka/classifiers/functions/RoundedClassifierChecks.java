package weka.classifiers.functions;

import java.util.ArrayList;
import weka.classifiers.AbstractClassifierTest;
import weka.classifiers.evaluation.NominalPrediction;
import weka.classifiers.evaluation.Prediction;
import weka.core.Instances;

/** Weka's own checks of a classifier, with references that hold on every processor. */
public abstract class RoundedClassifierChecks extends AbstractClassifierTest {

  protected RoundedClassifierChecks(String name) {
    super(name);
  }

  /** Rounds, because the last bits of a float depend on the processor's BLAS kernel. */
  @Override
  protected ArrayList<Prediction> useClassifier(Instances data) throws Exception {
    ArrayList<Prediction> rounded = new ArrayList<>();
    for (Prediction prediction : super.useClassifier(data)) {
      NominalPrediction nominal = (NominalPrediction) prediction;
      double[] distribution = nominal.distribution().clone();
      for (int i = 0; i < distribution.length; i++) {
        distribution[i] = Math.round(distribution[i] * 1000) / 1000.0;
      }
      rounded.add(new NominalPrediction(nominal.actual(), distribution, nominal.weight()));
    }
    return rounded;
  }
}
