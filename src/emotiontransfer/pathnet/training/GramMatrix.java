package emotiontransfer.pathnet.training;

import emotiontransfer.data.InputBlocks;
import emotiontransfer.numeric.Blas;
import emotiontransfer.numeric.NativeFloats;
import emotiontransfer.numeric.ThreadPool;
import emotiontransfer.pathnet.segment.InputLayer;
import java.util.stream.IntStream;

/**
 * The products of all pairs of scaled training segments, {@code [segments][segments]}.
 *
 * <p>Tiles of rows are computed block of inputs by block of inputs, each by one thread: the number
 * of threads changes no bit. Only one half is computed, the other one mirrored.
 */
final class GramMatrix implements InputLayer.Rows {

  /** Segments in a tile. */
  private static final int TILE = 128;

  /** A block of segments of this length is long enough to keep a product efficient. */
  private static final int LEAST_LENGTH = 400;

  private final float[][] values;
  private final InputBlocks blocks;

  private GramMatrix(float[][] values) {
    this.values = values;
    this.blocks = InputBlocks.of(values.length, LEAST_LENGTH);
  }

  static GramMatrix of(ScaledRows rows, ThreadPool pool) {
    int count = rows.count();
    float[][] values = new float[count][count];
    try (Products products = new Products(rows, pool)) {
      products.compute();
      products.copy(values);
    }
    mirror(values, pool);
    return new GramMatrix(values);
  }

  /** Sets what is above the diagonal's tiles. */
  private static void mirror(float[][] values, ThreadPool pool) {
    int tiles = (values.length + TILE - 1) / TILE;
    pool.run(
        tiles,
        tile -> {
          int end = Math.min(values.length, (tile + 1) * TILE);
          for (int row = tile * TILE; row < end; row++) {
            for (int column = end; column < values.length; column++) {
              values[row][column] = values[column][row];
            }
          }
        });
  }

  @Override
  public InputBlocks blocks() {
    return blocks;
  }

  @Override
  public void read(int row, int block, float[] destination) {
    System.arraycopy(values[row], blocks.start(block), destination, 0, destination.length);
  }

  /** The lower half, tile by tile, while the blocks of inputs are added to it. */
  private static final class Products implements AutoCloseable {

    private final ScaledRows rows;
    private final ThreadPool pool;
    private final NativeFloats[] tiles;
    private final NativeFloats inputs;

    Products(ScaledRows rows, ThreadPool pool) {
      this.rows = rows;
      this.pool = pool;
      this.tiles = new NativeFloats[(rows.count() + TILE - 1) / TILE];
      for (int tile = 0; tile < tiles.length; tile++) {
        tiles[tile] = new NativeFloats((long) end(tile) * length(tile));
      }
      InputBlocks blocks = rows.blocks();
      int longest = IntStream.range(0, blocks.count()).map(blocks::length).max().orElseThrow();
      this.inputs = new NativeFloats((long) rows.count() * longest);
    }

    private int end(int tile) {
      return Math.min(rows.count(), (tile + 1) * TILE);
    }

    private int length(int tile) {
      return end(tile) - tile * TILE;
    }

    void compute() {
      for (int block = 0; block < rows.blocks().count(); block++) {
        int current = block;
        pool.run(tiles.length, tile -> fetch(tile, current));
        // A tile's work grows with its number; first and last together are as much as any pair.
        pool.run(
            (tiles.length + 1) / 2,
            pair -> {
              multiply(pair, current);
              if (tiles.length - 1 - pair != pair) {
                multiply(tiles.length - 1 - pair, current);
              }
            });
      }
    }

    private void fetch(int tile, int block) {
      float[] values = new float[rows.blocks().length(block)];
      for (int row = tile * TILE; row < end(tile); row++) {
        rows.read(row, block, values);
        inputs.values().put(row * values.length, values);
      }
    }

    private void multiply(int tile, int block) {
      int length = rows.blocks().length(block);
      Blas.multiply(
          length(tile),
          end(tile),
          length,
          1,
          inputs.matrix((long) tile * TILE * length, length),
          inputs.matrix(0, length).transposed(),
          block == 0 ? 0 : 1,
          tiles[tile].matrix(0, end(tile)));
    }

    void copy(float[][] target) {
      pool.run(
          tiles.length,
          tile -> {
            for (int row = tile * TILE; row < end(tile); row++) {
              tiles[tile].values().get((row - tile * TILE) * end(tile), target[row], 0, end(tile));
            }
          });
    }

    @Override
    public void close() {
      for (NativeFloats tile : tiles) {
        tile.close();
      }
      inputs.close();
    }
  }
}
