package emotiontransfer.pathnet.network;

/**
 * Where a module stands in the grid; all modules of a layer share it.
 *
 * @param layer from 0
 * @param input layout of what goes in: the segment, or the mean of the layer below
 * @param output layout of what comes out, with one bias for each channel
 */
public record ModulePlace(int layer, Extent input, Extent output) {

  /**
   * The layout of the values that go into a layer or come out of it: channel-major, then row, then
   * column. A layer of plain neurons has a channel for each neuron, of one row and one column.
   */
  public record Extent(int channels, int rows, int columns) {

    /** Returns the layout of values that have no neighbours. */
    public static Extent flat(int values) {
      return new Extent(values, 1, 1);
    }

    /** Returns the number of values. */
    public int size() {
      return Math.multiplyExact(Math.multiplyExact(channels, rows), columns);
    }
  }
}
