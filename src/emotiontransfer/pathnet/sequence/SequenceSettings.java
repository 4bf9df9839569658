package emotiontransfer.pathnet.sequence;

import static org.apache.commons.lang3.Validate.isTrue;

import emotiontransfer.frames.Augmentation;
import emotiontransfer.layers.Optimizer;
import emotiontransfer.layers.Schedule;
import emotiontransfer.pathnet.transfer.SourceWeight;

/**
 * How networks of sequences are built and trained, beyond learning rate and mini-batch.
 *
 * @param summary of the last layer's frames that the head sees
 * @param dropout fraction of the head's inputs that is left out in training
 * @param smoothing probability that the wanted distribution gives to all classes alike
 * @param weightDecay decoupled from the derivatives; scales, shifts and biases do not decay
 * @param sourceWeight of frozen modules
 * @param ensemble number of pathways whose decisions are averaged
 */
public record SequenceSettings(
    Summary summary,
    double dropout,
    double smoothing,
    Optimizer optimizer,
    double weightDecay,
    Schedule schedule,
    Augmentation augmentation,
    FitnessMeasure fitness,
    SourceWeight sourceWeight,
    int ensemble) {

  public SequenceSettings {
    isTrue(dropout >= 0 && dropout < 1, "dropout must be from 0 to below 1, but is %s", dropout);
    boolean fits = smoothing >= 0 && smoothing < 1;
    isTrue(fits, "label smoothing must be from 0 to below 1, but is %s", smoothing);
    isTrue(weightDecay >= 0, "weight decay must not be negative, but is %s", weightDecay);
    isTrue(ensemble >= 1, "ensemble must be at least 1, but is %s", ensemble);
  }

  /**
   * Returns whether a model is what the last generation has made, and not the fittest pathway as it
   * was when it was: several pathways share modules and head, and a learning rate that falls to
   * zero has done its work at the end only, whatever the fitness of noisy passes before.
   */
  public boolean endsTraining() {
    boolean falls = schedule == Schedule.COSINE && fitness == FitnessMeasure.TRAINING;
    return ensemble > 1 || falls;
  }
}
