package emotiontransfer.pathnet.sequence;

import emotiontransfer.frames.Extent;
import emotiontransfer.pathnet.network.Head;
import emotiontransfer.pathnet.network.Kernel;
import emotiontransfer.pathnet.network.ModuleGrid;
import emotiontransfer.pathnet.network.ModuleShares;
import emotiontransfer.pathnet.network.Pathway;
import java.util.ArrayList;
import java.util.List;

/**
 * The network of sequences in double precision, written to be read and not to be fast: it shares no
 * code with the product, and its derivatives are differences.
 */
final class SequenceReference {

  private static final double EPSILON = 1e-5;

  private final ModuleGrid grid;
  private final Head head;
  private final Pathway pathway;
  private final Summary summary;
  private final ModuleShares shares;

  SequenceReference(
      ModuleGrid grid, Head head, Pathway pathway, Summary summary, ModuleShares shares) {
    this.shares = shares;
    this.grid = grid;
    this.head = head;
    this.pathway = pathway;
    this.summary = summary;
  }

  /** Returns the mean cross-entropy of sequences, {@code [sequence][frame][input]}. */
  double loss(double[][][] sequences, float[][] wanted) {
    double[][] probabilities = probabilities(sequences);
    double loss = 0;
    for (int i = 0; i < wanted.length; i++) {
      for (int c = 0; c < wanted[i].length; c++) {
        loss -= wanted[i][c] * Math.log(probabilities[i][c]) / wanted.length;
      }
    }
    return loss;
  }

  double[][] probabilities(double[][][] sequences) {
    double[][][] values = sequences;
    for (int layer = 0; layer < grid.shape().layers(); layer++) {
      values = layer(layer, values);
    }
    List<double[]> pooled = new ArrayList<>();
    for (int i = 0; i < sequences.length; i++) {
      List<Double> all = new ArrayList<>();
      pool(points(values[i], grid.place(grid.shape().layers() - 1).output()), all);
      if (summary.skip()) {
        pool(sequences[i], all);
      }
      pooled.add(all.stream().mapToDouble(v -> v).toArray());
    }
    if (summary.normalized()) {
      normalize(pooled);
    }
    return pooled.stream().map(this::softmax).toArray(double[][]::new);
  }

  private double[][][] layer(int layer, double[][][] inputs) {
    Kernel kernel = grid.kind().kernel(layer).orElseThrow();
    if (kernel.spatial()) {
      return imageLayer(layer, inputs);
    }
    int channels = grid.place(layer).output().size();
    double[][][] outputs = new double[inputs.length][][];
    for (int i = 0; i < inputs.length; i++) {
      outputs[i] = new double[inputs[i].length][channels];
    }
    List<Integer> modules = pathway.modules(layer);
    for (int module : modules) {
      List<double[]> frames = new ArrayList<>();
      for (double[][] sequence : inputs) {
        for (int t = 0; t < sequence.length; t++) {
          frames.add(sums(layer, module, kernel, sequence, t));
        }
      }
      if (kernel.normalized()) {
        normalize(frames);
      }
      int next = 0;
      for (double[][] output : outputs) {
        for (double[] frame : output) {
          double[] sum = frames.get(next++);
          for (int h = 0; h < channels; h++) {
            double scale = kernel.normalized() ? scale(layer, module, h) : 1;
            double value = scale * sum[h] + grid.biases(layer, module)[h];
            frame[h] += share(layer, module) * Math.max(0, value) / modules.size();
          }
        }
      }
    }
    return outputs;
  }

  /** Images are channel-major; windows of 3 x 3, then means over 2 x 2. */
  private double[][][] imageLayer(int layer, double[][][] inputs) {
    Extent in = grid.place(layer).input();
    Extent out = grid.place(layer).output();
    double[][][] outputs = new double[inputs.length][][];
    for (int i = 0; i < inputs.length; i++) {
      outputs[i] = new double[inputs[i].length][out.size()];
    }
    for (int module : pathway.modules(layer)) {
      List<double[]> pixels = new ArrayList<>();
      for (double[][] sequence : inputs) {
        for (double[] frame : sequence) {
          for (int at = 0; at < in.rows() * in.columns(); at++) {
            pixels.add(pixel(layer, module, frame, at / in.columns(), at % in.columns()));
          }
        }
      }
      normalize(pixels);
      int next = 0;
      for (double[][] output : outputs) {
        for (double[] frame : output) {
          for (int at = 0; at < in.rows() * in.columns(); at++) {
            double[] sum = pixels.get(next++);
            int y = at / in.columns() / 2;
            int x = at % in.columns() / 2;
            for (int h = 0; h < sum.length; h++) {
              double value = scale(layer, module, h) * sum[h] + grid.biases(layer, module)[h];
              frame[(h * out.rows() + y) * out.columns() + x] +=
                  share(layer, module) * Math.max(0, value) / 4 / pathway.modules(layer).size();
            }
          }
        }
      }
    }
    return outputs;
  }

  private double[] pixel(int layer, int module, double[] frame, int y, int x) {
    Extent in = grid.place(layer).input();
    double[] sums = new double[grid.place(layer).output().channels()];
    for (int tap = 0; tap < 9; tap++) {
      int row = y + tap / 3 - 1;
      int column = x + tap % 3 - 1;
      boolean inside = row >= 0 && row < in.rows() && column >= 0 && column < in.columns();
      for (int c = 0; c < in.channels() && inside; c++) {
        double value = frame[(c * in.rows() + row) * in.columns() + column];
        for (int h = 0; h < sums.length; h++) {
          int at = grid.kind().index(grid.place(layer), tap * in.channels() + c, h);
          sums[h] += grid.weights(layer, module)[at] * value;
        }
      }
    }
    return sums;
  }

  /** Returns the points of images as frames of their channels; other frames as they are. */
  private double[][] points(double[][] frames, Extent last) {
    int plane = last.rows() * last.columns();
    double[][] points = new double[frames.length * plane][last.channels()];
    for (int i = 0; i < points.length; i++) {
      for (int c = 0; c < last.channels(); c++) {
        points[i][c] = frames[i / plane][c * plane + i % plane];
      }
    }
    return points;
  }

  private double share(int layer, int module) {
    return shares.values()[layer][module];
  }

  private double scale(int layer, int module, int channel) {
    float[] weights = grid.weights(layer, module);
    return weights[weights.length - grid.place(layer).output().channels() + channel];
  }

  private double[] sums(int layer, int module, Kernel kernel, double[][] sequence, int t) {
    int inputs = sequence[0].length;
    double[] sums = new double[grid.place(layer).output().size()];
    for (int tap = 0; tap < kernel.width(); tap++) {
      int frame = t + (tap - kernel.width() / 2) * kernel.dilation();
      for (int k = 0; k < inputs && frame >= 0 && frame < sequence.length; k++) {
        for (int h = 0; h < sums.length; h++) {
          int at = grid.kind().index(grid.place(layer), tap * inputs + k, h);
          sums[h] += grid.weights(layer, module)[at] * sequence[frame][k];
        }
      }
    }
    return sums;
  }

  private static void normalize(List<double[]> rows) {
    for (int j = 0; j < rows.get(0).length; j++) {
      double mean = 0;
      double square = 0;
      for (double[] row : rows) {
        mean += row[j] / rows.size();
      }
      for (double[] row : rows) {
        square += (row[j] - mean) * (row[j] - mean) / rows.size();
      }
      for (double[] row : rows) {
        row[j] = (row[j] - mean) / Math.sqrt(square + EPSILON);
      }
    }
  }

  private void pool(double[][] frames, List<Double> pooled) {
    int columns = frames[0].length;
    double[] means = new double[columns];
    for (int j = 0; j < columns; j++) {
      for (double[] frame : frames) {
        means[j] += frame[j] / frames.length;
      }
      pooled.add(means[j]);
    }
    for (int j = 0; j < columns && summary.deviations(); j++) {
      double square = 0;
      for (double[] frame : frames) {
        square += (frame[j] - means[j]) * (frame[j] - means[j]) / frames.length;
      }
      pooled.add(Math.sqrt(square + EPSILON));
    }
  }

  private double[] softmax(double[] values) {
    double[] scores = new double[head.classes()];
    double sum = 0;
    for (int c = 0; c < scores.length; c++) {
      scores[c] = head.biases()[c];
      for (int j = 0; j < values.length; j++) {
        scores[c] += values[j] * head.weights()[j * scores.length + c];
      }
      scores[c] = Math.exp(scores[c]);
      sum += scores[c];
    }
    for (int c = 0; c < scores.length; c++) {
      scores[c] /= sum;
    }
    return scores;
  }
}
