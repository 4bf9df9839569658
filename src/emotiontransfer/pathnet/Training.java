package emotiontransfer.pathnet;

import emotiontransfer.data.InputBlocks;
import emotiontransfer.data.Scaling;
import emotiontransfer.data.Standardization;
import emotiontransfer.numeric.ThreadPool;
import emotiontransfer.pathnet.evolution.EvolutionTrace;
import emotiontransfer.pathnet.sequence.SequenceSettings;
import emotiontransfer.pathnet.sequence.SequenceTrainer;
import emotiontransfer.pathnet.sequence.TrainingClips;
import emotiontransfer.pathnet.training.PathwayTrainer;
import emotiontransfer.pathnet.training.ScaledRows;
import emotiontransfer.pathnet.training.Trainer;
import emotiontransfer.pathnet.transfer.SourceModules;
import java.util.Optional;
import java.util.function.Function;

/** What trains the pathways of a learner, and its threads. */
final class Training implements AutoCloseable {

  private final LearnerSettings settings;
  private final LearnerData data;
  private final Start start;
  private final SourceModules source;
  private final ThreadPool pool;
  private final Scaling scaling;
  private final Optional<SequenceTrainer> sequences;
  private final Trainer trainer;

  Training(
      LearnerSettings settings,
      LearnerData data,
      Start start,
      SourceModules source,
      Function<ThreadPool, Scaling.Fit> scalingFit) {
    this.settings = settings;
    this.data = data;
    this.start = start;
    this.source = source;
    // A thread without a block of inputs would only wait.
    int blocks = InputBlocks.of(data.segments().features().inputs()).count();
    boolean framed = settings.sequences().isPresent();
    this.pool = new ThreadPool(framed ? settings.threads() : Math.min(settings.threads(), blocks));
    try {
      Scaling.Fit fit = scalingFit.apply(pool);
      this.scaling = fit.scaling();
      this.sequences = settings.sequences().map(this::sequenceTrainer);
      this.trainer = sequences.isPresent() ? sequences.get() : pathwayTrainer(fit.complete());
    } catch (RuntimeException | Error e) {
      pool.close();
      throw e;
    }
  }

  static Scaling.Fit fit(LearnerSettings settings, LearnerData data, ThreadPool pool) {
    Standardization kind = settings.standardization();
    if (settings.sequences().isEmpty()) {
      return Scaling.fit(data.segments(), kind, data.channels(), 1, pool);
    }
    TrainingClips clips = data.clips().orElseThrow();
    return Scaling.fit(clips, kind, clips.channels(), 1, pool);
  }

  private PathwayTrainer pathwayTrainer(boolean complete) {
    ResumeState state = start.state();
    PathwayTrainer.Network network =
        new PathwayTrainer.Network(
            state.live(), state.head(), source, state.plan(), state.coefficients(), together());
    ScaledRows inputs = new ScaledRows(data.segments().features(), scaling, complete);
    return new PathwayTrainer(data.segments(), inputs, network, settings.trainer(), pool);
  }

  private SequenceTrainer sequenceTrainer(SequenceSettings own) {
    ResumeState state = start.state();
    EvolutionTrace trace = start.trace();
    // Two of the one pathway, or of each class and of all together.
    int each = trace.classes().isEmpty() ? 2 : 2 * (trace.classes().size() + 1);
    int passes = each * settings.evolution().generations();
    int made = each * trace.history().size();
    return new SequenceTrainer(
        data.clips().orElseThrow(),
        scaling,
        new SequenceTrainer.Network(state.live(), state.head(), source),
        own,
        settings.trainer(),
        new SequenceTrainer.Course(made, passes, state.optimizer(), start.shares()),
        pool);
  }

  /** Returns the largest number of pathways that are trained together. */
  private int together() {
    return Math.max(1, start.trace().classes().size());
  }

  Scaling scaling() {
    return scaling;
  }

  Trainer trainer() {
    return trainer;
  }

  /** Returns the trainer, if it is one of sequences. */
  Optional<SequenceTrainer> sequences() {
    return sequences;
  }

  @Override
  public void close() {
    trainer.close();
    pool.close();
  }
}
