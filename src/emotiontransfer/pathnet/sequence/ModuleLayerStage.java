package emotiontransfer.pathnet.sequence;

import emotiontransfer.frames.Extent;
import emotiontransfer.frames.FrameRows;
import emotiontransfer.frames.MapPooling;
import emotiontransfer.frames.Moments;
import emotiontransfer.frames.Normalization;
import emotiontransfer.frames.RowBuffer;
import emotiontransfer.numeric.ThreadPool;
import emotiontransfer.pathnet.network.Kernel;
import emotiontransfer.pathnet.network.ModuleGrid;
import emotiontransfer.pathnet.network.ModuleKind;
import emotiontransfer.pathnet.network.ModulePlace;
import java.util.Optional;

/** A layer at work: where its frames stand, its modules, and the pooling of images behind them. */
final class ModuleLayerStage implements AutoCloseable {

  private final ModuleConvolution modules;
  private final Extent plane;
  private final int reach;
  private final Optional<MapPooling> pooling;
  private final Extent outputPlane;
  private final ThreadPool pool;
  private final RowBuffer maps;
  private final RowBuffer mapGradient;
  private final RowBuffer pooled;
  private final RowBuffer pooledGradient;
  private FrameRows rows;
  private FrameRows outputRows;

  ModuleLayerStage(ModuleGrid grid, int layer, int most, ThreadPool pool) {
    ModulePlace place = grid.place(layer);
    Kernel kernel = grid.kind().kernel(layer).orElseThrow();
    this.pool = pool;
    this.modules = new ModuleConvolution(grid, layer, most, pool);
    this.plane = plane(kernel, place.input());
    int channels = place.output().channels();
    boolean ends = layer + 1 == grid.shape().layers();
    boolean flat = !ends && !next(grid.kind(), layer).spatial();
    this.pooling =
        kernel.spatial() ? Optional.of(new MapPooling(place.output(), flat)) : Optional.empty();
    this.outputPlane = kernel.spatial() && !flat ? place.output() : Extent.flat(1);
    this.reach = widest(grid);
    this.maps = new RowBuffer(channels);
    this.mapGradient = new RowBuffer(channels);
    int columns = pooling.map(MapPooling::columns).orElse(channels);
    this.pooled = new RowBuffer(columns);
    this.pooledGradient = new RowBuffer(columns);
    place(new int[0]);
  }

  private static Kernel next(ModuleKind kind, int layer) {
    return kind.kernel(layer + 1).orElseThrow();
  }

  private static Extent plane(Kernel kernel, Extent input) {
    return kernel.spatial() ? input : Extent.flat(1);
  }

  /** Returns the farthest that a window of any layer reaches, so that all have the same gaps. */
  private static int widest(ModuleGrid grid) {
    int widest = 0;
    for (int layer = 0; layer < grid.shape().layers(); layer++) {
      Kernel kernel = grid.kind().kernel(layer).orElseThrow();
      int line = FrameRows.lineRows(plane(kernel, grid.place(layer).input()));
      widest = Math.max(widest, kernel.reach(line));
    }
    return widest;
  }

  ModuleConvolution modules() {
    return modules;
  }

  /** Places sequences of so many frames. */
  void place(int[] lengths) {
    rows = new FrameRows(lengths, plane, reach);
    outputRows = pooling.isEmpty() ? rows : new FrameRows(lengths, outputPlane, reach);
  }

  /** Returns where the input stands. */
  FrameRows rows() {
    return rows;
  }

  FrameRows outputRows() {
    return outputRows;
  }

  RowBuffer output() {
    return pooling.isPresent() ? pooled : maps;
  }

  RowBuffer outputGradient() {
    return pooling.isPresent() ? pooledGradient : mapGradient;
  }

  void multiply(RowBuffer input) {
    modules.multiply(rows, input);
  }

  Moments moments() {
    return modules.moments(rows);
  }

  /** Returns the normalisation over the sequences themselves. */
  Normalization ownNormalization() {
    return modules.isNormalized()
        ? moments().normalization()
        : Normalization.identity(modules.columns());
  }

  void activate(Normalization given) {
    modules.activate(rows, given, maps);
    pooling.ifPresent(it -> it.forward(rows, maps, outputRows, pooled, pool));
  }

  /**
   * Computes the derivatives by those in {@link #outputGradient}.
   *
   * @param inputGradient takes those for the input; null where nobody needs them
   */
  void backward(RowBuffer input, RowBuffer inputGradient) {
    pooling.ifPresent(it -> it.backward(rows, mapGradient, outputRows, pooledGradient, pool));
    modules.backward(rows, input, mapGradient, inputGradient);
  }

  @Override
  public void close() {
    modules.close();
    maps.close();
    mapGradient.close();
    pooled.close();
    pooledGradient.close();
  }
}
