package weka.filters.unsupervised.attribute;

import emotiontransfer.weka.table.ClipTable;
import weka.classifiers.AbstractClassifier;
import weka.core.Instance;
import weka.core.Instances;

/**
 * Nearest class by the mean of all segments of a bag, as floats: a small learner that looks at
 * every value.
 */
public class BandMeans extends AbstractClassifier {

  private static final long serialVersionUID = 1L;

  private double[][] means;
  private int bag;

  @Override
  public void buildClassifier(Instances data) {
    bag = ClipTable.bagIndex(data);
    means = new double[data.numClasses()][];
    double[] counts = new double[data.numClasses()];
    for (Instance row : data) {
      double[] mean = mean(row);
      int label = (int) row.classValue();
      if (means[label] == null) {
        means[label] = new double[mean.length];
      }
      for (int i = 0; i < mean.length; i++) {
        means[label][i] += mean[i];
      }
      counts[label]++;
    }
    for (int label = 0; label < means.length; label++) {
      for (int i = 0; i < means[label].length; i++) {
        means[label][i] /= counts[label];
      }
    }
  }

  private double[] mean(Instance row) {
    Instances segments = row.relationalValue(bag);
    double[] mean = new double[segments.numAttributes()];
    for (Instance segment : segments) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += (float) segment.value(i);
      }
    }
    return mean;
  }

  @Override
  public double[] distributionForInstance(Instance row) {
    double[] mean = mean(row);
    double[] distribution = new double[means.length];
    double sum = 0;
    for (int label = 0; label < means.length; label++) {
      double squares = 1e-9;
      for (int i = 0; i < mean.length; i++) {
        squares += (mean[i] - means[label][i]) * (mean[i] - means[label][i]);
      }
      distribution[label] = 1 / squares;
      sum += distribution[label];
    }
    for (int label = 0; label < means.length; label++) {
      distribution[label] /= sum;
    }
    return distribution;
  }
}
