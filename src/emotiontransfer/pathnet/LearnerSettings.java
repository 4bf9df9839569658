package emotiontransfer.pathnet;

import emotiontransfer.data.Standardization;
import emotiontransfer.pathnet.evolution.EvolutionSettings;
import emotiontransfer.pathnet.network.ModuleKind;
import emotiontransfer.pathnet.training.TrainerSettings;
import emotiontransfer.pathnet.transfer.SourceUse;

/**
 * The settings of a learner.
 *
 * @param seed of the one generator
 * @param threads that work; never changes a result
 * @param resumable whether models must be able to be evolved further, which takes a hash of the
 *     data
 */
public record LearnerSettings(
    ModuleKind kind,
    EvolutionSettings evolution,
    TrainerSettings trainer,
    Standardization standardization,
    SourceUse sourceUse,
    long seed,
    int threads,
    boolean resumable) {}
