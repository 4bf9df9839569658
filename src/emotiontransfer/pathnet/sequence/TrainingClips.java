package emotiontransfer.pathnet.sequence;

import emotiontransfer.data.TrainingSet;
import emotiontransfer.frames.Extent;
import emotiontransfer.frames.FrameSequences;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Labelled sequences of frames to learn from.
 *
 * @param labels class of each sequence
 * @param weights of each sequence, with mean 1
 * @param subjects number of each sequence's subject
 */
public record TrainingClips(
    FrameSequences sequences, Extent shape, int[] labels, double[] weights, int[] subjects) {

  public int size() {
    return labels.length;
  }

  /** Returns all frames, each with the weight of its sequence, to fit a scaling to. */
  public TrainingSet frames() {
    int[] owners =
        IntStream.range(0, size())
            .flatMap(s -> IntStream.range(0, sequences.frames(s)).map(frame -> s))
            .toArray();
    return new TrainingSet(
        sequences.frames(),
        IntStream.of(owners).map(s -> labels[s]).toArray(),
        IntStream.of(owners).mapToDouble(s -> weights[s]).toArray());
  }

  /** Returns the channel of each value of a frame. */
  public int[] channels() {
    int plane = shape.rows() * shape.columns();
    return IntStream.range(0, shape.size()).map(i -> i / plane).toArray();
  }

  /** Returns the sequences of some subjects, or of all others. */
  int[] of(int[] chosenSubjects, boolean chosen) {
    return IntStream.range(0, size())
        .filter(s -> Arrays.stream(chosenSubjects).anyMatch(n -> n == subjects[s]) == chosen)
        .toArray();
  }
}
