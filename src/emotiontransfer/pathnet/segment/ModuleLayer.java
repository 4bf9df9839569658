package emotiontransfer.pathnet.segment;

import emotiontransfer.pathnet.network.ModuleGrid;
import java.util.List;

/**
 * The active modules of a layer at work on mini-batches: the output is the mean over them (notes,
 * question 4). Arrays are {@code [value][segment]}. For one thread.
 */
public interface ModuleLayer {

  /** Takes the parameters of the active modules out of a grid. */
  void load(ModuleGrid grid, List<Integer> trainable, List<Integer> frozen);

  /** Puts the parameters of the trainable modules back. */
  void store(ModuleGrid grid);

  /** Sets {@code output} to the mean of the modules' outputs. */
  void forward(float[][] input, float[][] output, int batch);

  /**
   * Computes the derivatives of the loss and updates the trainable modules.
   *
   * @param input what {@link #forward} was given
   * @param gradient derivatives for its output
   * @param inputGradient receives those for the input; null where nobody needs them
   */
  void backward(
      float[][] input, float[][] gradient, float[][] inputGradient, int batch, float rate);
}
