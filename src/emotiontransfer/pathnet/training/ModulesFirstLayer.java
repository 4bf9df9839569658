package emotiontransfer.pathnet.training;

import emotiontransfer.data.InputBlocks;
import emotiontransfer.pathnet.network.ModuleGrid;
import emotiontransfer.pathnet.segment.ModuleLayer;
import emotiontransfer.pathnet.segment.SegmentModule;
import java.util.List;

/** A first layer of any kind of module, whose parameters the grid holds. */
final class ModulesFirstLayer implements FirstLayer {

  private final Work work;
  private final ModuleLayer layer;
  private final float[][] inputs;
  private int[] order;
  private int count;

  ModulesFirstLayer(Work work) {
    this.work = work;
    ModuleGrid grid = work.grid();
    this.layer =
        SegmentModule.of(grid.kind()).layer(grid.place(0), grid.shape().modules(), work.batch());
    this.inputs = new float[grid.shape().inputs()][work.batch()];
  }

  @Override
  public Work work() {
    return work;
  }

  @Override
  public void begin(List<Integer> trainable, List<Integer> frozen, int[] segments) {
    order = segments;
    layer.load(work.grid(), trainable, frozen);
  }

  @Override
  public void forward(int from, int rows, float[][] means) {
    count = rows;
    InputBlocks blocks = work.inputs().blocks();
    for (int block = 0; block < blocks.count(); block++) {
      float[] values = new float[blocks.length(block)];
      for (int i = 0; i < count; i++) {
        work.inputs().read(order[from + i], block, values);
        for (int k = 0; k < values.length; k++) {
          inputs[blocks.start(block) + k][i] = values[k];
        }
      }
    }
    layer.forward(inputs, means, count);
  }

  @Override
  public void backward(float[][] gradient) {
    layer.backward(inputs, gradient, null, count, work.rate());
  }

  @Override
  public void end() {
    layer.store(work.grid());
  }
}
