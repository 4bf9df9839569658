package emotiontransfer.pathnet.network;

/** Rows of numbers that are read block of columns by block; safe for several threads. */
public interface BlockRows {

  /**
   * Reads one block of a row.
   *
   * @param values receives them; as long as the block
   */
  void read(int row, int block, float[] values);
}
