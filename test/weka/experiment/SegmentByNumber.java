package weka.experiment;

import emotiontransfer.weka.classify.SegmentClassifier;
import emotiontransfer.weka.table.ClipTable;
import java.util.concurrent.atomic.AtomicInteger;
import weka.classifiers.AbstractClassifier;
import weka.core.Instance;
import weka.core.Instances;

/** Takes each segment for the class whose index is its number modulo 3; a clip is its first one. */
public class SegmentByNumber extends AbstractClassifier implements SegmentClassifier {

  private static final long serialVersionUID = 1L;

  /** The number of bags that were decided. */
  public static final AtomicInteger DECIDED = new AtomicInteger();

  @Override
  public void buildClassifier(Instances data) {}

  @Override
  public double[] distributionForInstance(Instance clip) {
    return decide(clip).clip();
  }

  @Override
  public BagDecision decide(Instance clip) {
    DECIDED.incrementAndGet();
    if (!clip.classIsMissing()) {
      throw new IllegalArgumentException("the class of a test clip was shown to the classifier");
    }
    Instances bag = clip.relationalValue(ClipTable.bagIndex(clip.dataset()));
    double[][] distributions = new double[bag.size()][3];
    for (int segment = 0; segment < bag.size(); segment++) {
      distributions[segment][Math.floorMod((int) bag.get(segment).value(0), 3)] = 1;
    }
    return new BagDecision(distributions[0], distributions);
  }
}
