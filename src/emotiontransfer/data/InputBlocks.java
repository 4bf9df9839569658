package emotiontransfer.data;

import emotiontransfer.numeric.ThreadPool;

/**
 * The division of a module's inputs into {@code count} blocks, whose products are added in their
 * order; it depends on the number of inputs alone, so that threads never change a bit of the sums.
 */
public record InputBlocks(int inputs, int count) {

  private static final int MOST_BLOCKS = 8;

  /** Long enough to keep a matrix product efficient. */
  private static final int LEAST_LENGTH = 1536;

  public static InputBlocks of(int inputs) {
    return of(inputs, LEAST_LENGTH);
  }

  public static InputBlocks of(int inputs, int leastLength) {
    return new InputBlocks(inputs, Math.max(1, Math.min(MOST_BLOCKS, inputs / leastLength)));
  }

  public int start(int block) {
    return ThreadPool.start(block, count, inputs);
  }

  public int length(int block) {
    return start(block + 1) - start(block);
  }

  /** Returns the place of a weight; weights stand block by block, therein neuron by neuron. */
  public int place(int input, int neuron, int neurons) {
    int block = 0;
    while (input >= start(block + 1)) {
      block++;
    }
    return start(block) * neurons + neuron * length(block) + input - start(block);
  }
}
