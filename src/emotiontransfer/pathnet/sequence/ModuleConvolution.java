package emotiontransfer.pathnet.sequence;

import emotiontransfer.frames.Extent;
import emotiontransfer.frames.FrameLine;
import emotiontransfer.frames.Moments;
import emotiontransfer.frames.NativeMatrix;
import emotiontransfer.frames.Normalization;
import emotiontransfer.frames.RowMath;
import emotiontransfer.frames.TapProducts;
import emotiontransfer.numeric.ThreadPool;
import emotiontransfer.pathnet.network.Kernel;
import emotiontransfer.pathnet.network.ModuleGrid;
import emotiontransfer.pathnet.network.ModulePlace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The active modules of a layer side by side, trainable ones first: convolutions along the frames,
 * normalised, scaled, shifted and rectified; the output is the mean over the modules (paper,
 * section 3.3.1).
 *
 * <p>Sums stand channel by channel, so that all that follows for some places of a channel is done
 * while they are in the first cache.
 */
final class ModuleConvolution implements AutoCloseable {

  private final int layer;
  private final Kernel kernel;
  private final int channels;
  private final ThreadPool pool;
  private final TapProducts products;
  private final NativeMatrix sums = new NativeMatrix();
  private final NativeMatrix slopes = new NativeMatrix();
  private final NativeMatrix ones = new NativeMatrix();
  private final List<ModuleState> modules = new ArrayList<>();
  private int trainable;
  private Normalization normalization = Normalization.identity(0);
  private float[] scaleGradients = new float[0];
  private float[] shiftGradients = new float[0];

  /** Receives the derivatives for a trainable module. */
  interface Update {
    void accept(ModuleState module, float[] weights, float[] scale, float[] shift);
  }

  ModuleConvolution(ModuleGrid grid, int layer, ThreadPool pool) {
    ModulePlace place = grid.place(layer);
    this.layer = layer;
    this.kernel = grid.kind().kernel(layer).orElseThrow();
    this.channels = place.output().channels();
    this.pool = pool;
    int inputs = kernel.spatial() ? place.input().channels() : place.input().size();
    int line = FrameLine.linePlaces(kernel.spatial() ? place.input() : Extent.flat(inputs));
    int[] offsets =
        IntStream.range(0, kernel.taps()).map(tap -> kernel.offset(tap, line)).toArray();
    this.products = new TapProducts(inputs, offsets, pool);
  }

  /** Takes modules; {@code shares} are those of the frozen ones, by their numbers. */
  void load(ModuleGrid grid, List<Integer> trained, List<Integer> frozen, float[] shares) {
    modules.clear();
    trained.forEach(module -> modules.add(ModuleState.of(grid, layer, module, 1f)));
    frozen.forEach(module -> modules.add(ModuleState.of(grid, layer, module, shares[module])));
    trainable = trained.size();
    products.reshape(columns());
    loadWeights();
  }

  private void loadWeights() {
    for (int m = 0; m < modules.size(); m++) {
      products.load(m * channels, modules.get(m).weights());
    }
  }

  void store(ModuleGrid grid) {
    modules.subList(0, trainable).forEach(module -> module.store(grid, layer));
  }

  int columns() {
    return modules.size() * channels;
  }

  /** Computes the weighted sums of all frames. */
  void multiply(FrameLine line, TapProducts.Input input) {
    products.multiply(line, input, columns(), sums);
    float[] one = new float[line.mostPlaces()];
    Arrays.fill(one, 1f);
    ones.reshape(1, one.length);
    ones.put(0, 0, one, one.length);
  }

  /** Adds up the weighted sums of all frames and their squares. */
  Moments moments(FrameLine line) {
    double[] values = new double[columns()];
    double[] squares = new double[columns()];
    pool.divide(
        columns(),
        FrameLine.PIECES,
        (first, some) -> {
          float[] sum = new float[line.mostPlaces()];
          for (int j = first; j < first + some; j++) {
            int column = j;
            line.inPieces(
                (start, count) -> {
                  sums.get(column, start, sum, count);
                  line.clearGaps(sum, start, count);
                  sums.put(column, start, sum, count);
                  values[column] += total(sums, column, start, count);
                  squares[column] += sums.dot(column, start, sums, column, start, count);
                });
          }
        });
    return Moments.of(line.count(), values, squares);
  }

  boolean isNormalized() {
    return kernel.normalized();
  }

  /** Sets the output, gaps included, and keeps the normalisation for {@link #backward}. */
  void activate(FrameLine line, Normalization given, NativeMatrix output) {
    normalization = given;
    float[] factor = factors();
    float[] constant = constants(factor);
    output.reshape(channels, line.size());
    pool.divide(
        channels,
        FrameLine.PIECES,
        (first, some) -> {
          float[] sum = new float[line.mostPlaces()];
          float[] mean = new float[line.mostPlaces()];
          for (int c = first; c < first + some; c++) {
            int channel = c;
            line.inPieces(
                (start, count) -> {
                  Arrays.fill(mean, 0f);
                  for (int j = channel; j < columns(); j += channels) {
                    sums.get(j, start, sum, count);
                    RowMath.addRectified(sum, factor[j], constant[j], mean);
                  }
                  RowMath.scale(mean, 1f / modules.size());
                  line.clearGaps(mean, start, count);
                  output.put(channel, start, mean, count);
                });
          }
        });
  }

  private float[] factors() {
    float[] factor = new float[columns()];
    for (int j = 0; j < factor.length; j++) {
      ModuleState module = modules.get(j / channels);
      factor[j] = module.share() * module.scale()[j % channels] * normalization.inverse(j);
    }
    return factor;
  }

  private float[] constants(float[] factor) {
    float[] constant = new float[factor.length];
    for (int j = 0; j < factor.length; j++) {
      ModuleState module = modules.get(j / channels);
      constant[j] =
          module.share() * module.shift()[j % channels] - normalization.mean(j) * factor[j];
    }
    return constant;
  }

  /**
   * Computes the derivatives after a forward pass with the normalisation of this mini-batch.
   *
   * @param gradient derivatives for the output; what stands in gaps is not read
   * @param inputGradient takes those for the input; none where nobody needs them
   */
  void backward(
      FrameLine line,
      TapProducts.Input input,
      NativeMatrix gradient,
      Optional<NativeMatrix> inputGradient) {
    slopes.reshape(columns(), line.size());
    scaleGradients = new float[columns()];
    shiftGradients = new float[columns()];
    float[] factor = factors();
    float[] constant = constants(factor);
    pool.divide(
        channels,
        FrameLine.PIECES,
        (first, some) -> {
          for (int channel = first; channel < first + some; channel++) {
            derive(line, channel, gradient, factor, constant);
            for (int column = channel; column < columns(); column += channels) {
              normalize(line, column, factor[column]);
            }
          }
        });
    if (trainable > 0) {
      products.weightGradients(line, input, slopes, trainable * channels);
    }
    inputGradient.ifPresent(below -> products.inputGradients(line, slopes, columns(), below));
  }

  /**
   * Sets the derivatives for the normalised, scaled and shifted sums of a channel in all modules,
   * and those for its scales and shifts. The sums are normalised from now on.
   */
  private void derive(
      FrameLine line, int channel, NativeMatrix gradient, float[] factor, float[] constant) {
    float[] outer = new float[line.mostPlaces()];
    float[] sum = new float[line.mostPlaces()];
    float[] slope = new float[line.mostPlaces()];
    line.inPieces(
        (start, count) -> {
          gradient.get(channel, start, outer, count);
          line.clearGaps(outer, start, count);
          RowMath.scale(outer, 1f / modules.size());
          for (int j = channel; j < columns(); j += channels) {
            sums.get(j, start, sum, count);
            line.clearGaps(sum, start, count);
            RowMath.derive(sum, factor[j], constant[j], outer, slope);
            float inverse = normalization.inverse(j);
            RowMath.line(sum, inverse, -normalization.mean(j) * inverse, sum);
            slopes.put(j, start, slope, count);
            sums.put(j, start, sum, count);
            shiftGradients[j] += total(slopes, j, start, count);
            scaleGradients[j] += slopes.dot(j, start, sums, j, start, count);
          }
        });
  }

  private float total(NativeMatrix matrix, int row, int start, int count) {
    return matrix.dot(row, start, ones, 0, 0, count);
  }

  /** Turns the derivatives for a column into those for its weighted sums, in gaps zero. */
  private void normalize(FrameLine line, int column, float factor) {
    float fraction = kernel.normalized() ? factor / line.count() : 0f;
    float scale = -fraction * scaleGradients[column];
    float shift = -fraction * shiftGradients[column];
    float[] sum = new float[line.mostPlaces()];
    float[] slope = new float[line.mostPlaces()];
    line.inPieces(
        (start, count) -> {
          sums.get(column, start, sum, count);
          slopes.get(column, start, slope, count);
          RowMath.combine(slope, factor, sum, scale, shift);
          line.clearGaps(slope, start, count);
          slopes.put(column, start, slope, count);
        });
  }

  /** Hands the derivatives of the last {@link #backward} to each trainable module. */
  void update(Update step) {
    pool.runFree(
        trainable,
        (m, worker) -> {
          int first = m * channels;
          float[] scale =
              kernel.normalized()
                  ? Arrays.copyOfRange(scaleGradients, first, first + channels)
                  : new float[0];
          float[] shift = Arrays.copyOfRange(shiftGradients, first, first + channels);
          step.accept(modules.get(m), products.weightGradients(first, channels), scale, shift);
        });
    loadWeights();
  }

  /** Receives the derivative for the share of a frozen module. */
  interface ShareUpdate {
    void accept(int module, float gradient);
  }

  /**
   * Hands the derivatives of the last {@link #backward} to the share of each frozen module. A share
   * scales what is rectified, so that its derivative follows from those for scale and shift.
   */
  void updateShares(ShareUpdate step) {
    for (int m = trainable; m < modules.size(); m++) {
      ModuleState module = modules.get(m);
      float sum = 0;
      for (int h = 0; h < channels; h++) {
        sum += module.scale()[h] * scaleGradients[m * channels + h];
        sum += module.shift()[h] * shiftGradients[m * channels + h];
      }
      step.accept(module.module(), sum);
    }
  }

  @Override
  public void close() {
    products.close();
    List.of(sums, slopes, ones).forEach(NativeMatrix::close);
  }
}
