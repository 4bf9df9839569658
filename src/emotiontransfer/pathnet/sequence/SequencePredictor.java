package emotiontransfer.pathnet.sequence;

import emotiontransfer.data.Scaling;
import emotiontransfer.data.SegmentRows;
import emotiontransfer.frames.FrameSequences;
import emotiontransfer.frames.StatisticsPooling;
import emotiontransfer.numeric.ThreadPool;
import emotiontransfer.pathnet.network.Head;
import emotiontransfer.pathnet.network.ModuleGrid;
import emotiontransfer.pathnet.network.Pathway;
import emotiontransfer.pathnet.sequence.SequenceModel.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Decides about sequences with a trained network. Safe for several threads, which wait. */
public final class SequencePredictor implements AutoCloseable {

  private final SequenceModel model;
  private final Scaling scaling;
  private final ThreadPool pool = new ThreadPool(1);
  private final List<SequenceNetwork> networks = new ArrayList<>();
  private final int classes;

  public SequencePredictor(ModuleGrid grid, Head head, SequenceModel model, Scaling scaling) {
    this.model = model;
    this.scaling = scaling;
    this.classes = head.classes();
    Pathway none = Pathway.empty(grid.shape().layers());
    for (Member member : model.members()) {
      SequenceNetwork network = new SequenceNetwork(grid, head, model.summary(), pool);
      network.load(grid, none, member.pathway(), model.shares());
      networks.add(network);
    }
  }

  /**
   * Returns class probabilities, {@code [sequences][classes]}: one row for the clip, or one for
   * each of its segments where they are not joined.
   *
   * @param clip unscaled segments of one clip
   */
  public synchronized double[][] probabilities(float[][] clip) {
    FrameSequences sequences = sequences(clip);
    double[][] sums = new double[sequences.count()][classes];
    int[] all = IntStream.range(0, sums.length).toArray();
    for (int m = 0; m < networks.size(); m++) {
      SequenceNetwork network = networks.get(m);
      Member member = model.members().get(m);
      new ScaledFrames(sequences, scaling)
          .takeAll(
              network,
              all,
              (first, count) -> {
                double[][] some = network.predict(member.normalizations());
                for (int i = 0; i < count; i++) {
                  add(some[i], sums[first + i]);
                }
              });
    }
    return sums;
  }

  /**
   * Returns mean and standard deviation of each output of the last layer, {@code [members][2 *
   * outputs]}: over the frames of the clip, or over the means of its segments where they are not
   * joined.
   *
   * @param clip unscaled segments of one clip
   */
  public synchronized float[][] statistics(float[][] clip) {
    FrameSequences sequences = sequences(clip);
    int[] all = IntStream.range(0, sequences.count()).toArray();
    float[][] statistics = new float[networks.size()][];
    for (int m = 0; m < statistics.length; m++) {
      SequenceNetwork network = networks.get(m);
      Member member = model.members().get(m);
      float[][] each = new float[all.length][];
      new ScaledFrames(sequences, scaling)
          .takeAll(
              network,
              all,
              (first, count) -> {
                float[][] some = network.statistics(member.normalizations());
                System.arraycopy(some, 0, each, first, count);
              });
      statistics[m] = model.summary().joined() ? each[0] : overMeans(each);
    }
    return statistics;
  }

  private static float[] overMeans(float[][] statistics) {
    return new StatisticsPooling(statistics[0].length / 2, true).of(statistics);
  }

  private FrameSequences sequences(float[][] clip) {
    SegmentRows segments = new SegmentRows.InArrays(clip);
    return model.summary().joined()
        ? FrameSequences.joined(segments, new int[clip.length], model.layout())
        : FrameSequences.single(segments, model.layout());
  }

  private void add(double[] probabilities, double[] sums) {
    for (int c = 0; c < classes; c++) {
      sums[c] += probabilities[c] / networks.size();
    }
  }

  @Override
  public synchronized void close() {
    networks.forEach(SequenceNetwork::close);
    pool.close();
  }
}
