package emotiontransfer.pathnet.sequence;

import emotiontransfer.data.Scaling;
import emotiontransfer.frames.FrameSequences;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Frames of sequences as a network sees them: scaled while they are read. */
record ScaledFrames(FrameSequences sequences, Scaling scaling) {

  /** Frames that are computed at once where whole sequences are. */
  private static final int MOST_FRAMES = 8192;

  /** Returns some neighbouring frames of a sequence, {@code [frame][row]}. */
  float[] read(int sequence, int first, int count) {
    int rows = sequences.layout().rows();
    float[] values = new float[count * rows];
    sequences.read(sequence, first, count, values);
    for (int at = 0; at < values.length; at += rows) {
      scale(values, at);
    }
    return values;
  }

  private void scale(float[] values, int at) {
    float[] mean = scaling.mean();
    float[] factor = scaling.factor();
    for (int row = 0; row < mean.length; row++) {
      float value = values[at + row];
      float known = Float.isNaN(value) ? scaling.replacement()[row] : value;
      values[at + row] = (known - mean[row]) * factor[row];
    }
  }

  /** Receives the positions of sequences that a network has taken. */
  interface Taken {
    void accept(int first, int count);
  }

  /** Gives whole sequences to a network, some at a time. */
  void takeAll(SequenceNetwork network, int[] chosen, Taken taken) {
    int first = 0;
    while (first < chosen.length) {
      int end = first + 1;
      int frames = sequences.frames(chosen[first]);
      while (end < chosen.length && frames + sequences.frames(chosen[end]) <= MOST_FRAMES) {
        frames += sequences.frames(chosen[end++]);
      }
      int[] some = Arrays.copyOfRange(chosen, first, end);
      int[] lengths = IntStream.of(some).map(sequences::frames).toArray();
      network.take(lengths, i -> read(some[i], 0, lengths[i]));
      taken.accept(first, end - first);
      first = end;
    }
  }
}
