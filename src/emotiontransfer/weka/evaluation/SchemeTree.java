package emotiontransfer.weka.evaluation;

import java.util.ArrayList;
import java.util.List;
import weka.classifiers.Classifier;
import weka.classifiers.MultipleClassifiersCombiner;
import weka.classifiers.SingleClassifierEnhancer;
import weka.classifiers.meta.IterativeClassifierOptimizer;
import weka.classifiers.meta.Stacking;
import weka.core.Randomizable;

/** Walks through a scheme and the schemes inside it. */
final class SchemeTree {

  private SchemeTree() {}

  /** Returns a scheme, first, and all schemes inside it, whatever the depth. */
  static List<Classifier> all(Classifier scheme) {
    List<Classifier> found = new ArrayList<>();
    found.add(scheme);
    for (Classifier inner : inner(scheme)) {
      found.addAll(all(inner));
    }
    return found;
  }

  /** Gives one seed to all randomizable schemes of a scheme. */
  static void seed(Classifier scheme, int seed) {
    for (Classifier part : all(scheme)) {
      if (part instanceof Randomizable randomizable) {
        randomizable.setSeed(seed);
      }
    }
  }

  private static List<Classifier> inner(Classifier scheme) {
    List<Classifier> inner = new ArrayList<>();
    if (scheme instanceof SingleClassifierEnhancer enhancer) {
      inner.add(enhancer.getClassifier());
    }
    if (scheme instanceof MultipleClassifiersCombiner combiner) {
      inner.addAll(List.of(combiner.getClassifiers()));
    }
    if (scheme instanceof Stacking stacking) {
      inner.add(stacking.getMetaClassifier());
    }
    if (scheme instanceof IterativeClassifierOptimizer optimizer) {
      inner.add(optimizer.getIterativeClassifier());
    }
    return inner;
  }
}
