package emotiontransfer.pathnet.sequence;

import emotiontransfer.frames.Extent;
import emotiontransfer.frames.FrameLine;
import emotiontransfer.frames.MapPooling;
import emotiontransfer.frames.Moments;
import emotiontransfer.frames.NativeMatrix;
import emotiontransfer.frames.Normalization;
import emotiontransfer.frames.TapProducts;
import emotiontransfer.numeric.ThreadPool;
import emotiontransfer.pathnet.network.Kernel;
import emotiontransfer.pathnet.network.ModuleGrid;
import emotiontransfer.pathnet.network.ModuleKind;
import emotiontransfer.pathnet.network.ModulePlace;
import java.util.List;
import java.util.Optional;

/** A layer at work: where its frames stand, its modules, and the pooling of images behind them. */
final class ModuleLayerStage implements AutoCloseable {

  private final ModuleConvolution modules;
  private final Extent plane;
  private final int reach;
  private final Optional<MapPooling> pooling;
  private final Extent outputPlane;
  private final ThreadPool pool;
  private final NativeMatrix maps = new NativeMatrix();
  private final NativeMatrix mapGradient = new NativeMatrix();
  private final NativeMatrix pooled = new NativeMatrix();
  private final NativeMatrix pooledGradient = new NativeMatrix();
  private FrameLine line;
  private FrameLine outputLine;

  ModuleLayerStage(ModuleGrid grid, int layer, ThreadPool pool) {
    ModulePlace place = grid.place(layer);
    Kernel kernel = grid.kind().kernel(layer).orElseThrow();
    this.pool = pool;
    this.modules = new ModuleConvolution(grid, layer, pool);
    this.plane = plane(kernel, place.input());
    boolean ends = layer + 1 == grid.shape().layers();
    boolean flat = !ends && !next(grid.kind(), layer).spatial();
    this.pooling =
        kernel.spatial() ? Optional.of(new MapPooling(place.output(), flat)) : Optional.empty();
    this.outputPlane = kernel.spatial() && !flat ? place.output() : Extent.flat(1);
    this.reach = widest(grid);
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
      int places = FrameLine.linePlaces(plane(kernel, grid.place(layer).input()));
      widest = Math.max(widest, kernel.reach(places));
    }
    return widest;
  }

  ModuleConvolution modules() {
    return modules;
  }

  /** Places sequences of so many frames. */
  void place(int[] lengths) {
    line = new FrameLine(lengths, plane, reach);
    outputLine = pooling.isEmpty() ? line : new FrameLine(lengths, outputPlane, reach);
  }

  /** Returns where the input stands. */
  FrameLine line() {
    return line;
  }

  FrameLine outputLine() {
    return outputLine;
  }

  NativeMatrix output() {
    return pooling.isPresent() ? pooled : maps;
  }

  NativeMatrix outputGradient() {
    return pooling.isPresent() ? pooledGradient : mapGradient;
  }

  void multiply(TapProducts.Input input) {
    modules.multiply(line, input);
  }

  Moments moments() {
    return modules.moments(line);
  }

  /** Returns the normalisation over the sequences themselves. */
  Normalization ownNormalization() {
    return modules.isNormalized()
        ? moments().normalization()
        : Normalization.identity(modules.columns());
  }

  void activate(Normalization given) {
    modules.activate(line, given, maps);
    pooling.ifPresent(it -> it.forward(line, maps, outputLine, pooled, pool));
  }

  /**
   * Computes the derivatives by those in {@link #outputGradient}.
   *
   * @param inputGradient takes those for the input; none where nobody needs them
   */
  void backward(TapProducts.Input input, Optional<NativeMatrix> inputGradient) {
    pooling.ifPresent(it -> it.backward(line, mapGradient, outputLine, pooledGradient, pool));
    modules.backward(line, input, mapGradient, inputGradient);
  }

  @Override
  public void close() {
    modules.close();
    List.of(maps, mapGradient, pooled, pooledGradient).forEach(NativeMatrix::close);
  }
}
