package emotiontransfer.weka.classify;

import emotiontransfer.data.Provenance;
import emotiontransfer.data.SourceInfo;
import emotiontransfer.data.Standardization;
import emotiontransfer.data.TrainingSet;
import emotiontransfer.data.WholeFile;
import emotiontransfer.pathnet.LearnerSettings;
import emotiontransfer.pathnet.PathNetLearner;
import emotiontransfer.pathnet.PathNetModel;
import emotiontransfer.pathnet.evolution.EvolutionSettings;
import emotiontransfer.pathnet.evolution.GenerationRecord;
import emotiontransfer.pathnet.model.ModelFormat;
import emotiontransfer.pathnet.network.ModuleKind;
import emotiontransfer.pathnet.network.PathNetShape;
import emotiontransfer.pathnet.training.TrainerSettings;
import emotiontransfer.pathnet.transfer.SourceUse;
import emotiontransfer.weka.progress.TaskProgress;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import weka.core.Instances;
import weka.core.SerializationHelper;
import weka.core.WekaException;
import weka.gui.Logger;

/**
 * One evolution on one table, from the first generation or from where another one stopped. A
 * checkpoint file keeps its state, so that a killed process loses little.
 */
public final class PathNetTraining implements SegmentModel.Training<PathNetSegmentModel> {

  /** What the options of PathNetClassifier ask for. */
  public record Settings(
      Grid grid,
      EvolutionSettings evolution,
      TrainerSettings trainer,
      Transfer transfer,
      Continuing continuing,
      Run run) {

    PathNetShape shape(SegmentTable table) {
      return new PathNetShape(
          table.reader().inputs(),
          grid.layers,
          grid.modules,
          grid.neurons,
          grid.maxActive,
          table.data().numClasses());
    }

    LearnerSettings learner() {
      return new LearnerSettings(
          ModuleKind.ofKeyword(grid.kind),
          evolution,
          trainer,
          run.standardization,
          transfer.use,
          run.seed,
          run.threads,
          continuing.resume || continuing.hasCheckpoint());
    }
  }

  /** L layers of M modules of H neurons, at most N of them active; the kind is a keyword. */
  public record Grid(int layers, int modules, int neurons, int maxActive, String kind) {}

  /** Model files, oldest first, and what is done with their pathways. */
  public record Transfer(List<File> sources, SourceUse use) {}

  /**
   * How an evolution can be continued.
   *
   * @param resume whether the model is to be
   * @param checkpoint where a running evolution keeps its state; an empty path for nowhere
   * @param every generations between two states
   */
  public record Continuing(boolean resume, File checkpoint, int every) {

    boolean hasCheckpoint() {
      return !checkpoint.getPath().isEmpty();
    }
  }

  /** Scaling and seed; threads never change a result. */
  public record Run(Standardization standardization, long seed, int threads) {}

  private record Source(String file, PathNetModel model) {}

  private final Settings settings;
  private final SavedScheme scheme;
  private final PathNetLearner learner;
  private final TaskProgress progress;

  /**
   * Prepares the evolution: that of a built model, if it was built to be continued and still is to
   * be, or else that in the checkpoint, or else a new one.
   *
   * @param scheme its options are recorded, and checkpoints are models of it
   * @param built a model that the scheme has, or null
   * @param log of Weka, or null
   */
  public PathNetTraining(
      Settings settings, SavedScheme scheme, Instances data, PathNetSegmentModel built, Logger log)
      throws Exception {
    this.settings = settings;
    this.scheme = scheme;
    SegmentTable table = new SegmentTable(data);
    PathNetShape shape = settings.shape(table);
    LearnerSettings learning = settings.learner();
    List<Source> sources = read(settings.transfer().sources());
    checkSources(sources, shape, table);
    List<PathNetModel> models = sources.stream().map(Source::model).toList();
    Provenance provenance =
        table.provenance(RecordedOptions.of(scheme.options()), lineage(sources));
    boolean continues =
        settings.continuing().resume() && built != null && built.model().isResumable();
    PathNetModel from = continues ? built.model() : checkpoint();
    TrainingSet set = table.trainingSet();
    int[] channels = table.reader().channels();
    this.learner =
        from == null
            ? new PathNetLearner(learning, shape, set, channels, models, provenance)
            : continued(from, continues, set, models, provenance);
    int generations = settings.evolution().generations();
    this.progress = TaskProgress.start("PathNet evolution", generations, log);
    for (int i = 0; i < (from == null ? 0 : from.history().size()); i++) {
      progress.step();
    }
  }

  private static List<Source> read(List<File> files) throws WekaException {
    List<Source> sources = new ArrayList<>();
    for (File file : files) {
      sources.add(new Source(file.getPath(), ModelFile.pathNetSource(file)));
    }
    return sources;
  }

  /** Returns the subjects that source models and their own sources were trained on. */
  public static Set<String> subjects(List<File> sources) throws WekaException {
    Set<String> subjects = new LinkedHashSet<>();
    for (Source source : read(sources)) {
      subjects.addAll(source.model.provenance().subjects());
      subjects.addAll(source.model.provenance().sourceSubjects());
    }
    return subjects;
  }

  private static void checkSources(List<Source> sources, PathNetShape shape, SegmentTable table)
      throws WekaException {
    for (Source source : sources) {
      PathNetShape sourceShape = source.model.shape().withClasses(shape.classes());
      if (!sourceShape.equals(shape)) {
        throw new WekaException(
            ("Source model %s has %s, but the options ask for %s; use the same -L, -M, -H and -N,"
                    + " and features of the same size.")
                .formatted(source.file, grid(sourceShape), grid(shape)));
      }
      table.checkFits("Source model " + source.file, source.model.provenance().features());
    }
  }

  private static String grid(PathNetShape shape) {
    return String.format(
        "%d layers x %d modules x %d neurons, at most %d active, on %d inputs",
        shape.layers(), shape.modules(), shape.neurons(), shape.maxActive(), shape.inputs());
  }

  private static List<SourceInfo> lineage(List<Source> sources) {
    Set<SourceInfo> lineage = new LinkedHashSet<>();
    for (Source source : sources) {
      Provenance before = source.model.provenance();
      String name = new File(source.file).getName();
      String sha256 = ModelFormat.fingerprint(source.model);
      lineage.addAll(before.sources());
      lineage.add(new SourceInfo(name, before.corpus(), before.subjects(), sha256));
    }
    return List.copyOf(lineage);
  }

  private PathNetModel checkpoint() throws WekaException {
    Continuing continuing = settings.continuing();
    boolean exists = continuing.hasCheckpoint() && continuing.checkpoint().exists();
    return exists ? ModelFile.pathNetSource(continuing.checkpoint()) : null;
  }

  private PathNetLearner continued(
      PathNetModel from,
      boolean isBuilt,
      TrainingSet set,
      List<PathNetModel> sources,
      Provenance provenance)
      throws Exception {
    String message =
        isBuilt
            ? "The model cannot be continued: %s; build a new one."
            : "Checkpoint "
                + settings.continuing().checkpoint()
                + " cannot be continued: %s; delete it, or name another file.";
    String difference = difference(from.provenance(), provenance);
    if (!difference.isEmpty()) {
      throw new WekaException(message.formatted("its " + difference + " differ"));
    }
    try {
      return new PathNetLearner(settings.learner(), set, sources, from, provenance);
    } catch (IllegalArgumentException e) {
      throw new WekaException(message.formatted(e.getMessage()), e);
    }
  }

  private static String difference(Provenance begun, Provenance now) throws Exception {
    if (!RecordedOptions.continues(begun.options(), now.options())) {
      return "options (" + begun.options() + ")";
    } else if (!begun.sources().equals(now.sources())) {
      return "source models";
    }
    boolean same =
        begun.classLabels().equals(now.classLabels()) && begun.features().fits(now.features());
    return same ? "" : "classes or features";
  }

  @Override
  public boolean next() throws Exception {
    if (learner.isDone()) {
      return false;
    }
    GenerationRecord record = learner.next();
    progress.step(String.format("fitness %.3f / %.3f", record.fitnessA(), record.fitnessB()));
    Continuing continuing = settings.continuing();
    if (continuing.hasCheckpoint() && record.generation() % continuing.every() == 0) {
      writeCheckpoint(continuing.checkpoint());
    }
    return true;
  }

  private void writeCheckpoint(File file) throws Exception {
    SavedScheme state = scheme.with(new PathNetSegmentModel(learner.resumableModel()));
    try {
      WholeFile.write(file.toPath(), part -> SerializationHelper.write(part.toString(), state));
    } catch (IOException e) {
      throw new WekaException("Checkpoint " + file + " cannot be written: " + e.getMessage(), e);
    }
  }

  /** Returns a model of the best pathway so far, without the modules outside it. */
  @Override
  public PathNetSegmentModel soFar() {
    return new PathNetSegmentModel(learner.predictor());
  }

  /** Returns the model, which makes the checkpoint superfluous. */
  @Override
  public PathNetSegmentModel finish() throws Exception {
    Continuing continuing = settings.continuing();
    PathNetModel model = continuing.resume() ? learner.resumableModel() : learner.model();
    if (continuing.hasCheckpoint()) {
      Files.deleteIfExists(continuing.checkpoint().toPath());
    }
    return new PathNetSegmentModel(model);
  }

  @Override
  public void close() {
    progress.close();
    learner.close();
  }
}
