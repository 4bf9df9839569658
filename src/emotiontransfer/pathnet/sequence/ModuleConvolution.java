package emotiontransfer.pathnet.sequence;

import emotiontransfer.frames.Extent;
import emotiontransfer.frames.FrameRows;
import emotiontransfer.frames.Moments;
import emotiontransfer.frames.Normalization;
import emotiontransfer.frames.RowBuffer;
import emotiontransfer.frames.RowMath;
import emotiontransfer.numeric.Blas;
import emotiontransfer.numeric.ThreadPool;
import emotiontransfer.pathnet.network.Kernel;
import emotiontransfer.pathnet.network.ModuleGrid;
import emotiontransfer.pathnet.network.ModulePlace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The active modules of a layer side by side, trainable ones first: convolutions along the frames,
 * normalised, scaled, shifted and rectified; the output is the mean over the modules (paper,
 * section 3.3.1).
 *
 * <p>A convolution is one matrix product for each tap of its windows, of rows of the input that lie
 * as far apart as the tap from the middle: no window is ever copied.
 */
final class ModuleConvolution implements AutoCloseable {

  private final int layer;
  private final Kernel kernel;
  private final int inputs;
  private final int channels;
  private final int[] offsets;
  private final ThreadPool pool;
  private final RowBuffer weights;
  private final RowBuffer gradients;
  private final RowBuffer sums;
  private final RowBuffer slopes;
  private final List<ModuleState> modules = new ArrayList<>();
  private int trainable;
  private Normalization normalization = Normalization.identity(0);
  private float[] scaleGradients = new float[0];
  private float[] shiftGradients = new float[0];

  /** Receives the derivatives for a trainable module. */
  interface Update {
    void accept(ModuleState module, float[] weights, float[] scale, float[] shift);
  }

  /**
   * Makes room.
   *
   * @param most largest number of active modules
   */
  ModuleConvolution(ModuleGrid grid, int layer, int most, ThreadPool pool) {
    ModulePlace place = grid.place(layer);
    this.layer = layer;
    this.kernel = grid.kind().kernel(layer).orElseThrow();
    this.inputs = kernel.spatial() ? place.input().channels() : place.input().size();
    this.channels = place.output().channels();
    int line = FrameRows.lineRows(kernel.spatial() ? place.input() : Extent.flat(inputs));
    this.offsets = IntStream.range(0, kernel.taps()).map(tap -> kernel.offset(tap, line)).toArray();
    this.pool = pool;
    int columns = most * channels;
    this.weights = new RowBuffer(kernel.taps() * inputs);
    this.gradients = new RowBuffer(kernel.taps() * inputs);
    this.sums = new RowBuffer(columns);
    this.slopes = new RowBuffer(columns);
    weights.reserve(columns);
    gradients.reserve(columns);
  }

  /** Takes modules; {@code shares} are those of the frozen ones, by their numbers. */
  void load(ModuleGrid grid, List<Integer> trained, List<Integer> frozen, float[] shares) {
    modules.clear();
    trained.forEach(module -> modules.add(ModuleState.of(grid, layer, module, 1f)));
    frozen.forEach(module -> modules.add(ModuleState.of(grid, layer, module, shares[module])));
    trainable = trained.size();
    pushWeights();
  }

  private void pushWeights() {
    for (int m = 0; m < modules.size(); m++) {
      float[] own = modules.get(m).weights();
      for (int h = 0; h < channels; h++) {
        float[] row = weights.row(m * channels + h);
        System.arraycopy(own, h * row.length, row, 0, row.length);
      }
    }
    weights.push(0, columns());
  }

  void store(ModuleGrid grid) {
    modules.subList(0, trainable).forEach(module -> module.store(grid, layer));
  }

  int columns() {
    return modules.size() * channels;
  }

  /**
   * Computes the weighted sums of all frames.
   *
   * @param input one row a frame, rows of zeros between sequences
   */
  void multiply(FrameRows rows, RowBuffer input) {
    sums.reserve(rows.rows());
    rows.divide(
        pool,
        (piece, start, count) -> {
          for (int tap = 0; tap < offsets.length; tap++) {
            Blas.multiply(
                count,
                columns(),
                inputs,
                1,
                input.matrix(start + offsets[tap]),
                weights.matrix(0, tap * inputs).transposed(),
                tap == 0 ? 0 : 1,
                sums.matrix(start));
          }
          sums.pull(start, count);
        });
  }

  /** Adds up the weighted sums of all frames and their squares. */
  Moments moments(FrameRows rows) {
    int columns = columns();
    float[][] values = new float[FrameRows.PIECES][columns];
    float[][] squares = new float[FrameRows.PIECES][columns];
    rows.divide(
        pool,
        (piece, start, count) -> {
          for (int row = start; row < start + count; row++) {
            if (rows.isUsed(row)) {
              RowMath.add(sums.row(row), values[piece]);
              RowMath.addSquares(sums.row(row), squares[piece]);
            }
          }
        });
    return new Moments(columns).add(rows.count(), values, squares);
  }

  boolean isNormalized() {
    return kernel.normalized();
  }

  /** Sets the output, and keeps the normalisation for {@link #backward}. */
  void activate(FrameRows rows, Normalization given, RowBuffer output) {
    normalization = given;
    float[] factor = factors();
    float[] constant = constants(factor);
    output.reserve(rows.rows());
    rows.divide(
        pool,
        (piece, start, count) -> {
          float[] rectified = new float[columns()];
          for (int row = start; row < start + count; row++) {
            float[] mean = output.row(row);
            Arrays.fill(mean, 0f);
            if (rows.isUsed(row)) {
              RowMath.rectify(sums.row(row), factor, constant, rectified);
              average(rectified, mean);
            }
          }
          output.push(start, count);
        });
    rows.clearEnds(output);
  }

  private void average(float[] rectified, float[] mean) {
    float[] own = new float[channels];
    for (int m = 0; m < modules.size(); m++) {
      System.arraycopy(rectified, m * channels, own, 0, channels);
      RowMath.add(own, mean);
    }
    RowMath.scale(mean, 1f / modules.size());
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
   * @param gradient derivatives for the output; what stands between sequences is not read
   * @param inputGradient takes those for the input; null where nobody needs them
   */
  void backward(FrameRows rows, RowBuffer input, RowBuffer gradient, RowBuffer inputGradient) {
    slopes.reserve(rows.rows());
    float[] factor = factors();
    float[][] scales = new float[FrameRows.PIECES][columns()];
    float[][] shifts = new float[FrameRows.PIECES][columns()];
    rectify(rows, gradient, factor, scales, shifts);
    scaleGradients = Moments.total(scales);
    shiftGradients = Moments.total(shifts);
    normalize(rows, factor, scaleGradients, shiftGradients);
    if (trainable > 0) {
      weightGradients(rows, input);
    }
    if (inputGradient != null) {
      inputGradients(rows, inputGradient);
    }
  }

  /** Sets the derivatives for the normalised, scaled and shifted sums, and adds those for both. */
  private void rectify(
      FrameRows rows, RowBuffer gradient, float[] factor, float[][] scales, float[][] shifts) {
    float[] constant = constants(factor);
    rows.divide(
        pool,
        (piece, start, count) -> {
          float[] outer = new float[columns()];
          for (int row = start; row < start + count; row++) {
            float[] slope = slopes.row(row);
            if (rows.isUsed(row)) {
              for (int m = 0; m < modules.size(); m++) {
                System.arraycopy(gradient.row(row), 0, outer, m * channels, channels);
              }
              RowMath.scale(outer, 1f / modules.size());
              float[] sum = sums.row(row);
              RowMath.derive(sum, factor, constant, outer, slope);
              RowMath.addProducts(
                  slope, sum, normalization.means(), normalization.inverses(), scales[piece]);
              RowMath.add(slope, shifts[piece]);
            } else {
              Arrays.fill(slope, 0f);
            }
          }
        });
  }

  /** Turns the derivatives into those for the weighted sums. */
  private void normalize(FrameRows rows, float[] factor, float[] scale, float[] shift) {
    int columns = columns();
    float[] slope = new float[columns];
    float[] constant = new float[columns];
    for (int j = 0; j < columns && kernel.normalized(); j++) {
      slope[j] = factor[j] * normalization.inverse(j) * scale[j] / rows.count();
      constant[j] = factor[j] * shift[j] / rows.count() - slope[j] * normalization.mean(j);
    }
    rows.divide(
        pool,
        (piece, start, count) -> {
          for (int row = start; row < start + count; row++) {
            if (rows.isUsed(row)) {
              RowMath.center(slopes.row(row), factor, constant, slope, sums.row(row));
            }
          }
          slopes.push(start, count);
        });
    rows.clearEnds(slopes);
  }

  private void weightGradients(FrameRows rows, RowBuffer input) {
    int first = rows.start(0);
    int count = rows.end(rows.sequences() - 1) - first;
    int halves = 2 * offsets.length;
    pool.runFree(
        halves,
        (part, worker) -> {
          int tap = part / 2;
          int from = part % 2 * (inputs / 2);
          int width = part % 2 == 0 ? inputs / 2 : inputs - inputs / 2;
          if (width > 0) {
            Blas.multiply(
                trainable * channels,
                width,
                count,
                1,
                slopes.matrix(first).transposed(),
                input.matrix(first + offsets[tap], from),
                0,
                gradients.matrix(0, tap * inputs + from));
          }
        });
    gradients.pull(0, trainable * channels);
  }

  private void inputGradients(FrameRows rows, RowBuffer inputGradient) {
    inputGradient.reserve(rows.rows());
    rows.divide(
        pool,
        (piece, start, count) -> {
          for (int tap = 0; tap < offsets.length; tap++) {
            Blas.multiply(
                count,
                inputs,
                columns(),
                1,
                slopes.matrix(start - offsets[tap]),
                weights.matrix(0, tap * inputs),
                tap == 0 ? 0 : 1,
                inputGradient.matrix(start));
          }
          inputGradient.pull(start, count);
        });
  }

  /** Hands the derivatives of the last {@link #backward} to each trainable module. */
  void update(Update step) {
    int length = kernel.taps() * inputs;
    pool.runFree(
        trainable,
        (m, worker) -> {
          float[] own = new float[channels * length];
          for (int h = 0; h < channels; h++) {
            System.arraycopy(gradients.row(m * channels + h), 0, own, h * length, length);
          }
          float[] scale =
              kernel.normalized()
                  ? Arrays.copyOfRange(scaleGradients, m * channels, (m + 1) * channels)
                  : new float[0];
          float[] shift = Arrays.copyOfRange(shiftGradients, m * channels, (m + 1) * channels);
          step.accept(modules.get(m), own, scale, shift);
        });
    pushWeights();
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
    List.of(weights, gradients, sums, slopes).forEach(RowBuffer::close);
  }
}
