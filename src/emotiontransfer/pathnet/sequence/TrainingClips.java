package emotiontransfer.pathnet.sequence;

import emotiontransfer.data.RowRuns;
import emotiontransfer.frames.Extent;
import emotiontransfer.frames.FrameSequences;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Labelled sequences of frames to learn from; each is a run of frames that a scaling is fitted to.
 *
 * @param labels class of each sequence
 * @param weights of each sequence, with mean 1
 * @param subjects number of each sequence's subject
 */
public record TrainingClips(
    FrameSequences sequences, Extent shape, int[] labels, double[] weights, int[] subjects)
    implements RowRuns {

  public int size() {
    return labels.length;
  }

  @Override
  public int inputs() {
    return shape.size();
  }

  @Override
  public int runs() {
    return size();
  }

  /** Returns the number of frames of a sequence. */
  @Override
  public int rows(int run) {
    return sequences.frames(run);
  }

  @Override
  public double weight(int run) {
    return weights[run];
  }

  @Override
  public void read(int run, int row, int rows, int input, int inputs, float[] target) {
    sequences.read(run, row, rows, input, inputs, target);
  }

  /** Returns the channel of each value of a frame. */
  public int[] channels() {
    int plane = shape.rows() * shape.columns();
    return IntStream.range(0, shape.size()).map(i -> i / plane).toArray();
  }

  /**
   * Returns the sequences of some subjects, or of all others.
   *
   * @param chosenSubjects in ascending order
   */
  int[] of(int[] chosenSubjects, boolean chosen) {
    return IntStream.range(0, size())
        .filter(s -> Arrays.binarySearch(chosenSubjects, subjects[s]) >= 0 == chosen)
        .toArray();
  }
}
