package emotiontransfer.pathnet;

import emotiontransfer.data.TrainingSet;
import emotiontransfer.pathnet.sequence.TrainingClips;
import java.util.Optional;

/**
 * What a learner learns from, which is read while the learner lives and never changed.
 *
 * @param channels channel number of each input of a segment
 * @param clips the same as sequences of frames, for learners whose settings ask for them
 */
public record LearnerData(TrainingSet segments, int[] channels, Optional<TrainingClips> clips) {

  public LearnerData(TrainingSet segments, int[] channels) {
    this(segments, channels, Optional.empty());
  }

  /** Returns the class of each sample: a sequence, or else a segment. */
  int[] labels() {
    return clips.map(TrainingClips::labels).orElse(segments.labels());
  }
}
