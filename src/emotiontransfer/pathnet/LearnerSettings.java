package emotiontransfer.pathnet;

import static org.apache.commons.lang3.Validate.isTrue;

import emotiontransfer.data.Standardization;
import emotiontransfer.numeric.HeapCheck;
import emotiontransfer.pathnet.evolution.EvolutionSettings;
import emotiontransfer.pathnet.evolution.Pathways;
import emotiontransfer.pathnet.network.ModuleGrid;
import emotiontransfer.pathnet.network.ModuleKind;
import emotiontransfer.pathnet.network.PathNetShape;
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

  /** That of the training, that of the best pathway, and that of the model. */
  private static final int GRIDS = 3;

  /** Two arrays in each grid, and what refers to them. */
  private static final int MODULE_BYTES = GRIDS * 2 * 20;

  private static final int LIST_BYTES = 40;

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

  /** Rejects modules and a population that cannot fit the heap, before any of them is made. */
  void checkMemory(PathNetShape shape) {
    double modules = (double) shape.layers() * shape.modules();
    String grid = "-L %s x -M %s".formatted(shape.layers(), shape.modules());
    HeapCheck.require(modules * MODULE_BYTES, grid + " modules");
    String neurons = " x -H %s neurons on %s inputs (%s grids of 4-byte weights)";
    HeapCheck.require(
        GRIDS * Float.BYTES * parameters(shape),
        grid + neurons.formatted(shape.neurons(), shape.inputs(), GRIDS));
    double genotypes = evolution.population() * (pathways == Pathways.ONE ? 1.0 : shape.classes());
    HeapCheck.require(
        2 * genotypes * shape.layers() * (LIST_BYTES + 4 * shape.maxActive()),
        "-P %s genotypes of -L %s x -N %s genes"
            .formatted(evolution.population(), shape.layers(), shape.maxActive()));
  }

  private double parameters(PathNetShape shape) {
    try {
      return ModuleGrid.parameters(shape, kind);
    } catch (ArithmeticException tooLarge) {
      // Of the first layer alone.
      return (double) shape.modules() * shape.inputs() * shape.neurons();
    }
  }
}
