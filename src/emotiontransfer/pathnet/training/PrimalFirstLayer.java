package emotiontransfer.pathnet.training;

import emotiontransfer.pathnet.network.InputLayer;
import emotiontransfer.pathnet.network.ModuleGrid;
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

  @Override
  public void keep(List<Integer> modules, ModuleGrid best) {
    copy(modules, grid(), best);
  }

  @Override
  public void writeLive(List<Integer> modules, ModuleGrid target) {
    copy(modules, grid(), target);
  }

  @Override
  public void writeKept(List<Integer> modules, ModuleGrid best, ModuleGrid target) {
    copy(modules, best, target);
  }

  private void copy(List<Integer> modules, ModuleGrid source, ModuleGrid target) {
    pool().run(modules.size(), i -> target.copyModule(source, 0, modules.get(i), modules.get(i)));
  }

  @Override
  public Coefficients coefficients() {
    return Coefficients.NONE;
  }
}
