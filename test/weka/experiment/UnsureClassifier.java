package weka.experiment;

import weka.classifiers.AbstractClassifier;
import weka.core.Instance;
import weka.core.Instances;

/**
 * Takes every clip of {@link ClipTables} for the first emotion, but every fourth, by the clip's
 * number, for none.
 */
public class UnsureClassifier extends AbstractClassifier {

  private static final long serialVersionUID = 1L;

  @Override
  public void buildClassifier(Instances data) {}

  @Override
  public double[] distributionForInstance(Instance clip) {
    double[] distribution = new double[clip.numClasses()];
    distribution[0] = undecided((int) clip.value(clip.dataset().attribute("y"))) ? 0 : 1;
    return distribution;
  }

  /** Returns whether the clip with a number is left undecided. */
  public static boolean undecided(int number) {
    return number % 4 == 0;
  }
}
