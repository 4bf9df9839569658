package emotiontransfer.data;

/**
 * The division of a module's inputs into blocks of consecutive ones.
 *
 * <p>Products over the inputs are taken block by block and added in the order of the blocks. The
 * division depends on the number of inputs alone, so that the sums come out bit for bit the same
 * however many threads share the blocks.
 *
 * @param inputs number of inputs
 * @param count number of blocks
 */
public record InputBlocks(int inputs, int count) {

  private static final int MOST_BLOCKS = 8;

  /** A block of this length is long enough to keep a matrix product efficient. */
  private static final int LEAST_LENGTH = 1536;

  public static InputBlocks of(int inputs) {
    return of(inputs, LEAST_LENGTH);
  }

  public static InputBlocks of(int inputs, int leastLength) {
    return new InputBlocks(inputs, Math.max(1, Math.min(MOST_BLOCKS, inputs / leastLength)));
  }

  public int start(int block) {
    return (int) ((long) block * inputs / count);
  }

  public int length(int block) {
    return start(block + 1) - start(block);
  }

  /**
   * Returns the place of a weight in a module's weights, which stand block by block, within a block
   * neuron by neuron.
   */
  public int place(int input, int neuron, int neurons) {
    int block = 0;
    while (input >= start(block + 1)) {
      block++;
    }
    return start(block) * neurons + neuron * length(block) + input - start(block);
  }
}
