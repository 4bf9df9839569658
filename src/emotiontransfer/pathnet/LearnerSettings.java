package emotiontransfer.pathnet;

import static org.apache.commons.lang3.Validate.isTrue;

import emotiontransfer.data.Standardization;
import emotiontransfer.pathnet.evolution.EvolutionSettings;
import emotiontransfer.pathnet.evolution.Pathways;
import emotiontransfer.pathnet.network.ModuleKind;
import emotiontransfer.pathnet.sequence.SequenceSettings;
import emotiontransfer.pathnet.training.TrainerSettings;
import emotiontransfer.pathnet.transfer.SourceUse;
import java.util.Optional;

/**
 * The settings of a learner.
 *
 * @param pathways one, or one for each class
 * @param sequences of networks that see frames or are trained otherwise than the paper's; empty for
 *     those of the paper
 * @param seed of the one generator
 * @param threads that work; never changes a result
 * @param resumable whether models must be able to be evolved further, which takes a hash of the
 *     data
 */
public record LearnerSettings(
    ModuleKind kind,
    EvolutionSettings evolution,
    Pathways pathways,
    TrainerSettings trainer,
    Optional<SequenceSettings> sequences,
    Standardization standardization,
    SourceUse sourceUse,
    long seed,
    int threads,
    boolean resumable) {

  public LearnerSettings {
    int ensemble = sequences.map(SequenceSettings::ensemble).orElse(1);
    isTrue(
        ensemble == 1 || pathways == Pathways.ONE,
        "Option -ensemble %s needs one population, but -pathways %s has several; give -ensemble 1.",
        ensemble,
        pathways.keyword());
  }

  /** Makes the settings of a learner of one pathway. */
  public LearnerSettings(
      ModuleKind kind,
      EvolutionSettings evolution,
      TrainerSettings trainer,
      Optional<SequenceSettings> sequences,
      Standardization standardization,
      SourceUse sourceUse,
      long seed,
      int threads,
      boolean resumable) {
    this(
        kind,
        evolution,
        Pathways.ONE,
        trainer,
        sequences,
        standardization,
        sourceUse,
        seed,
        threads,
        resumable);
  }

  /** Makes the settings of a learner of the paper's networks. */
  public LearnerSettings(
      ModuleKind kind,
      EvolutionSettings evolution,
      TrainerSettings trainer,
      Standardization standardization,
      SourceUse sourceUse,
      long seed,
      int threads,
      boolean resumable) {
    this(
        kind,
        evolution,
        trainer,
        Optional.empty(),
        standardization,
        sourceUse,
        seed,
        threads,
        resumable);
  }
}
