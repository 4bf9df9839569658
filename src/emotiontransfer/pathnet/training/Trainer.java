package emotiontransfer.pathnet.training;

import emotiontransfer.layers.DivergenceCheck;
import emotiontransfer.numeric.SeededRandom;
import emotiontransfer.pathnet.network.ModuleGrid;
import emotiontransfer.pathnet.network.Pathway;

/** Trains the pathways of one evolution, whose weights live in its grid between two passes. */
public interface Trainer extends AutoCloseable {

  /** Returns the task of all classes, which pathways are trained for at first. */
  Task task();

  /** Chooses what the next passes train for. */
  void choose(Task chosen);

  /**
   * Trains a pathway for one pass over the training data.
   *
   * @param picked the modules of a genotype; source modules that are always active join them
   * @param random draws the order of the data, and all else that is random
   * @return its fitness
   * @throws InterruptedException if the thread was interrupted; the grid then keeps the weights
   *     from before the pass, the head does not
   * @throws IllegalStateException if the training diverged, with the same effect
   */
  double train(Pathway picked, SeededRandom random) throws InterruptedException;

  /** Returns what ends the training if it diverges; its user names the generation. */
  DivergenceCheck divergence();

  /** Returns the number of mini-batches of a pass. */
  int miniBatches();

  /** Copies modules as they are now into {@code best}, or what stands for their weights aside. */
  void keep(Pathway modules, ModuleGrid best);

  /** Puts modules as they are now into another grid. */
  void writeLive(Pathway modules, ModuleGrid target);

  /** Puts modules as they were when they were last kept into another grid. */
  void writeKept(Pathway modules, ModuleGrid best, ModuleGrid target);

  /** Returns what continues the dual form of the first layer; empty without one. */
  default Coefficients coefficients() {
    return Coefficients.NONE;
  }

  @Override
  void close();
}
