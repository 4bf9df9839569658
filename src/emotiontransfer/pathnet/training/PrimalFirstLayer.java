package emotiontransfer.pathnet.training;

import emotiontransfer.pathnet.network.InputLayer;
import java.util.List;

/** A first layer that trains the weights themselves, which the grid holds. */
final class PrimalFirstLayer extends MatrixFirstLayer {

  PrimalFirstLayer(Work work) {
    super(work, work.inputs(), work.inputs().blocks());
  }

  @Override
  float[][] parameters() {
    return grid().weights(0);
  }

  @Override
  void update(InputLayer layer, int block, int[] order, int from, int count) {
    layer.update(block, count, rate());
  }

  @Override
  void addOrigin(List<Integer> modules, int[] order, int from, int count, float[][] sums) {
    // The weights are all that there is.
  }
}
