package emotiontransfer.pathnet.sequence;

import emotiontransfer.pathnet.network.Head;
import emotiontransfer.pathnet.network.Kernel;
import emotiontransfer.pathnet.network.ModuleGrid;
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

  SequenceReference(ModuleGrid grid, Head head, Pathway pathway, Summary summary) {
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
      pool(values[i], all);
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
            frame[h] += Math.max(0, value) / modules.size();
          }
        }
      }
    }
    return outputs;
  }

  private double scale(int layer, int module, int channel) {
    float[] weights = grid.weights(layer, module);
    return weights[weights.length - grid.place(layer).output().size() + channel];
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
