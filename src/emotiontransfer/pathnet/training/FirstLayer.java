package emotiontransfer.pathnet.training;

import emotiontransfer.numeric.ThreadPool;
import emotiontransfer.pathnet.network.ModuleGrid;
import emotiontransfer.pathnet.segment.TrainingPlan;
import emotiontransfer.pathnet.transfer.SourceModules;
import java.util.List;

/** The first layer of an evolution in training, by one of the {@link TrainingPlan}s. */
public interface FirstLayer extends AutoCloseable {

  /**
   * What a first layer works on.
   *
   * @param inputs scaled training segments
   * @param source modules that are frozen or always active
   * @param pathways largest number of pathways that are active together
   * @param pool divides the work among threads; never changes a result
   */
  record Work(
      ScaledRows inputs,
      ModuleGrid grid,
      SourceModules source,
      int pathways,
      TrainerSettings settings,
      ThreadPool pool) {

    /** Returns the largest number of segments in a mini-batch. */
    int batch() {
      return Math.min(settings.miniBatch(), inputs.count());
    }

    float rate() {
      return (float) settings.learningRate();
    }

    /** Returns the largest number of trainable modules. */
    int most() {
      int picked = pathways * grid.shape().maxActive();
      return Math.min(grid.shape().modules(), picked + source.always().modules(0).size());
    }

    private void copy(List<Integer> modules, ModuleGrid from, ModuleGrid to) {
      pool.run(modules.size(), i -> to.copyModule(from, 0, modules.get(i), modules.get(i)));
    }
  }

  /**
   * Prepares the training.
   *
   * @param coefficients where the dual form begins; the other plans do not read them
   */
  static FirstLayer of(TrainingPlan plan, Work work, Coefficients coefficients) {
    return switch (plan) {
      case MODULES -> new ModulesFirstLayer(work);
      case PRIMAL -> new MatrixFirstLayer(work, work.inputs());
      case DUAL -> new DualFirstLayer(work, coefficients);
    };
  }

  /** Begins a pass of a pathway over segments in an order. */
  void begin(List<Integer> trainable, List<Integer> frozen, int[] order);

  /**
   * Computes the mean over the active modules for a mini-batch.
   *
   * @param from index of its first segment in the order
   * @param means receives {@code [value][segment]}
   */
  void forward(int from, int count, float[][] means);

  /**
   * Updates the trainable modules with the mini-batch of the last {@link #forward}, at the latest
   * before the next one.
   *
   * @param gradient derivatives of the loss for the means, {@code [value][segment]}
   */
  void backward(float[][] gradient);

  /** Ends a pass: all parameters are where {@link #begin} has taken them from. */
  void end();

  Work work();

  /** Copies modules as they are now into {@code best}, or what stands for their weights aside. */
  default void keep(List<Integer> modules, ModuleGrid best) {
    work().copy(modules, work().grid(), best);
  }

  /** Puts modules as they are now into another grid. */
  default void writeLive(List<Integer> modules, ModuleGrid target) {
    work().copy(modules, work().grid(), target);
  }

  /** Puts modules as they were when they were last kept into another grid. */
  default void writeKept(List<Integer> modules, ModuleGrid best, ModuleGrid target) {
    work().copy(modules, best, target);
  }

  /** Returns what continues this layer beside the grids; empty but in the dual form. */
  default Coefficients coefficients() {
    return Coefficients.NONE;
  }

  /** Frees native memory; a layer that has none does nothing. */
  @Override
  default void close() {}
}
