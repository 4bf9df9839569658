package emotiontransfer.weka.evaluation;

import emotiontransfer.weka.filter.FilterChain;
import emotiontransfer.weka.filter.MediaFilter;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import weka.classifiers.Classifier;
import weka.classifiers.MultipleClassifiersCombiner;
import weka.classifiers.SingleClassifierEnhancer;
import weka.classifiers.meta.FilteredClassifier;
import weka.core.Instances;
import weka.core.WeightedAttributesHandler;
import weka.core.WeightedInstancesHandler;
import weka.filters.Filter;

/**
 * A FilteredClassifier that leaves its classifier the seed that it has. Weka's draws another from
 * the text of a row, in which the path of a clip stands: the same clips would give other figures in
 * another folder, and others than their bags.
 */
final class SeedKeeping extends FilteredClassifier {

  private static final long serialVersionUID = 1L;

  private SeedKeeping(FilteredClassifier filtered) {
    setFilter(filtered.getFilter());
    setClassifier(filtered.getClassifier());
    setSeed(filtered.getSeed());
    setDebug(filtered.getDebug());
    setBatchSize(filtered.getBatchSize());
    setDoNotCheckCapabilities(filtered.getDoNotCheckCapabilities());
    setDoNotCheckForModifiedClassAttribute(filtered.getDoNotCheckForModifiedClassAttribute());
  }

  /** Lets the schemes behind media filters keep their own seeds, in place where that can be. */
  static Classifier behindClips(Classifier scheme) {
    return keep(scheme, false);
  }

  private static Classifier keep(Classifier scheme, boolean behindClips) {
    if (scheme instanceof MultipleClassifiersCombiner combiner) {
      Classifier[] parts = combiner.getClassifiers();
      Arrays.setAll(parts, i -> keep(parts[i], behindClips));
      combiner.setClassifiers(parts);
    } else if (scheme instanceof FilteredClassifier filtered) {
      List<Filter> chain = FilterChain.of(filtered.getFilter());
      boolean reads = behindClips || FilterChain.lastIndexOf(MediaFilter.class, chain) >= 0;
      filtered.setClassifier(keep(filtered.getClassifier(), reads));
      boolean usual = filtered.getClass() == FilteredClassifier.class;
      return reads && usual ? new SeedKeeping(filtered) : filtered;
    } else if (scheme instanceof SingleClassifierEnhancer enhancer) {
      enhancer.setClassifier(keep(enhancer.getClassifier(), behindClips));
    }
    return scheme;
  }

  /** Does what Weka's does, the seed excepted. */
  @Override
  public void buildClassifier(Instances data) throws Exception {
    getCapabilities().testWithFail(data);
    Random random = new Random(getSeed());
    Instances filtered = setUp(data, random);
    if (!filtered.allInstanceWeightsIdentical()
        && !(getClassifier() instanceof WeightedInstancesHandler)) {
      filtered = filtered.resampleWithWeights(random);
    }
    if (!filtered.allAttributeWeightsIdentical()
        && !(getClassifier() instanceof WeightedAttributesHandler)) {
      filtered = resampleAttributes(filtered, false, random);
    }
    getClassifier().getCapabilities().testWithFail(filtered);
    getClassifier().buildClassifier(filtered);
  }
}
