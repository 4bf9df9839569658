package emotiontransfer.weka.classify;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.lang3.ArrayUtils;
import org.apache.commons.lang3.SerializationUtils;
import weka.classifiers.functions.SMO;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;

/**
 * Weka's SMO with a linear kernel on the pyramid vectors of clips, one class against one other, as
 * Zhang et al. use it.
 *
 * <p>In a model file it is kept as bytes, which are turned into objects for the first prediction
 * only: a model that serves as a source is read without them.
 */
public final class PyramidSvm {

  private final Instances header;
  private SMO svm;
  private byte[] bytes;

  private PyramidSvm(List<String> labels, int values) {
    ArrayList<Attribute> attributes = new ArrayList<>(values + 1);
    for (int i = 0; i < values; i++) {
      attributes.add(new Attribute("v" + i));
    }
    attributes.add(new Attribute("class", labels));
    this.header = new Instances("pyramids", attributes, 0);
    header.setClassIndex(values);
  }

  static PyramidSvm train(List<String> labels, List<double[]> vectors, List<Instance> clips)
      throws Exception {
    PyramidSvm trained = new PyramidSvm(labels, vectors.get(0).length);
    Instances table = new Instances(trained.header, vectors.size());
    for (int i = 0; i < vectors.size(); i++) {
      Instance clip = clips.get(i);
      table.add(row(vectors.get(i), clip.classValue(), clip.weight()));
    }
    trained.svm = new SMO();
    // The vectors have their scale already, and it weighs the levels.
    trained.svm.setOptions(new String[] {"-N", "2"});
    trained.svm.setChecksTurnedOff(true);
    trained.svm.buildClassifier(table);
    return trained;
  }

  private static Instance row(double[] vector, double classValue, double weight) {
    return new DenseInstance(weight, ArrayUtils.add(vector, classValue));
  }

  public static PyramidSvm ofBytes(List<String> labels, int values, byte[] bytes) {
    PyramidSvm restored = new PyramidSvm(labels, values);
    restored.bytes = bytes;
    return restored;
  }

  public synchronized byte[] toBytes() {
    if (bytes == null) {
      bytes = SerializationUtils.serialize(svm);
    }
    return bytes;
  }

  /** Returns the fraction of the pairwise decisions that each class wins. */
  public synchronized double[] distribution(double[] vector) throws Exception {
    if (svm == null) {
      svm = SerializationUtils.deserialize(bytes);
    }
    Instance row = row(vector, Double.NaN, 1);
    row.setDataset(header);
    return svm.distributionForInstance(row);
  }
}
