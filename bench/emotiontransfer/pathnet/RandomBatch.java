package emotiontransfer.pathnet;

import emotiontransfer.pathnet.network.PathNetShape;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/** A mini-batch for the yardsticks. */
final class RandomBatch {

  private RandomBatch() {}

  static DataSet of(PathNetShape shape, int size) {
    INDArray labels = Nd4j.zeros(size, shape.classes());
    for (int i = 0; i < size; i++) {
      labels.putScalar(i, i % shape.classes(), 1);
    }
    return new DataSet(Nd4j.rand(size, shape.inputs()), labels);
  }
}
