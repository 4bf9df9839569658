package emotiontransfer.weka.classify;

import static org.apache.commons.lang3.Validate.isTrue;

import emotiontransfer.data.Provenance;
import emotiontransfer.data.SourceInfo;
import emotiontransfer.file.WholeFile;
import emotiontransfer.pathnet.LearnerData;
import emotiontransfer.pathnet.LearnerSettings;
import emotiontransfer.pathnet.PathNetLearner;
import emotiontransfer.pathnet.PathNetModel;
import emotiontransfer.pathnet.evolution.GenerationRecord;
import emotiontransfer.pathnet.model.ModelFormat;
import emotiontransfer.pathnet.network.ModuleKind;
import emotiontransfer.pathnet.network.PathNetShape;
import emotiontransfer.weka.command.CommandFiles;
import emotiontransfer.weka.progress.Task;
import emotiontransfer.weka.progress.TaskProgress;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import weka.core.SerializationHelper;
import weka.core.WekaException;
import weka.gui.Logger;

/**
 * One evolution on one table, from the first generation or from where another one stopped. A
 * checkpoint file keeps its state, so that a killed process loses little.
 */
public final class PathNetTraining implements SegmentModel.Training<PathNetSegmentModel> {

  /**
   * What the options of PathNetClassifier ask for.
   *
   * @param sources model files, oldest first
   * @param resume whether the model is to be continued
   * @param checkpoint keeps the state of a running evolution; an empty path for none
   * @param every generations between two states
   * @param framed whether the network sees the frames of segments, or each segment as one
   * @param balanced whether all classes weigh the same
   */
  public record Settings(
      PathNetShape shape,
      LearnerSettings learner,
      List<File> sources,
      boolean resume,
      File checkpoint,
      int every,
      boolean framed,
      boolean balanced) {

    boolean hasCheckpoint() {
      return !checkpoint.getPath().isEmpty();
    }
  }

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
      Settings settings,
      SavedScheme scheme,
      SegmentTable table,
      PathNetSegmentModel built,
      Logger log)
      throws Exception {
    if (settings.hasCheckpoint()) {
      new CommandFiles().output("checkpoint", settings.checkpoint().getPath());
    }
    this.settings = settings;
    this.scheme = scheme;
    List<PathNetModel> models = new ArrayList<>();
    Set<SourceInfo> lineage = new LinkedHashSet<>();
    for (File file : settings.sources()) {
      PathNetModel source = ModelFile.pathNetSource(file);
      Provenance before = source.provenance();
      checkShape(file, source.shape().withClasses(settings.shape().classes()));
      checkKind(file, source.kind(), settings.learner().kind());
      SegmentTable.checkFits("Source model " + file, before.features(), table.reader().features());
      models.add(source);
      String sha256 = ModelFormat.fingerprint(source);
      lineage.addAll(before.sources());
      lineage.add(new SourceInfo(file.getName(), before.corpus(), before.subjects(), sha256));
    }
    Provenance provenance =
        table.provenance(scheme.recorded(), List.copyOf(lineage)).with(table.levels());
    boolean continues = settings.resume() && built != null && built.model().isResumable();
    PathNetModel from = continues ? built.model() : checkpoint();
    LearnerData set = data(table);
    this.learner =
        from == null
            ? new PathNetLearner(settings.learner(), settings.shape(), set, models, provenance)
            : continued(from, continues, set, models, provenance);
    int generations = settings.learner().evolution().generations();
    Task task = Task.of("PathNet evolution", "evolution", "generation", generations);
    this.progress = TaskProgress.start(scheme.owning(task), log);
    for (int i = 0; from != null && i < from.trace().history().size(); i++) {
      progress.skip();
    }
  }

  private LearnerData data(SegmentTable table) {
    return new LearnerData(
        table.trainingSetOfFloats(),
        table.reader().channels(),
        settings
            .learner()
            .sequences()
            .map(
                own ->
                    table.trainingClips(
                        settings.framed(), own.summary().joined(), settings.balanced())));
  }

  private void checkShape(File source, PathNetShape shape) throws WekaException {
    if (!shape.equals(settings.shape())) {
      throw new WekaException(
          ("Source model %s has %s, but the options ask for %s; use the same -L, -M, -H and -N,"
                  + " and features of the same size.")
              .formatted(source, grid(shape), grid(settings.shape())));
    }
  }

  private static void checkKind(File source, ModuleKind found, ModuleKind wanted)
      throws WekaException {
    if (!found.keyword().equals(wanted.keyword())) {
      throw new WekaException(
          ("Source model %s has modules of the kind %s, but the options ask for %s; use the same"
                  + " -module, -width and -dilation.")
              .formatted(source, found.keyword(), wanted.keyword()));
    }
  }

  private static String grid(PathNetShape shape) {
    return String.format(
        Locale.ROOT,
        "%s layers x %s modules x %s neurons, at most %s active, on %s inputs",
        shape.layers(),
        shape.modules(),
        shape.neurons(),
        shape.maxActive(),
        shape.inputs());
  }

  private PathNetModel checkpoint() throws WekaException {
    boolean exists = settings.hasCheckpoint() && settings.checkpoint().exists();
    return exists ? ModelFile.pathNetSource(settings.checkpoint()) : null;
  }

  private PathNetLearner continued(
      PathNetModel from,
      boolean isBuilt,
      LearnerData set,
      List<PathNetModel> sources,
      Provenance provenance)
      throws Exception {
    try {
      checkContinues(scheme, from.provenance(), provenance);
      return new PathNetLearner(settings.learner(), set, sources, from, provenance);
    } catch (IllegalArgumentException e) {
      String model = isBuilt ? "The model" : "Checkpoint " + settings.checkpoint();
      String advice = isBuilt ? "build a new one" : "delete it, or name another file";
      String sentence = "%s cannot be continued: %s; %s.";
      throw new WekaException(sentence.formatted(model, e.getMessage(), advice), e);
    }
  }

  private static void checkContinues(SavedScheme scheme, Provenance begun, Provenance now)
      throws Exception {
    isTrue(scheme.continues(begun.options()), "its options (%s) differ", begun.options());
    isTrue(begun.sources().equals(now.sources()), "its source models differ");
    boolean same = begun.classLabels().equals(now.classLabels());
    isTrue(same && begun.features().fits(now.features()), "its classes or features differ");
  }

  @Override
  public boolean next() throws Exception {
    if (learner.isDone()) {
      return false;
    }
    GenerationRecord record = learner.next();
    progress.step(
        String.format(Locale.ROOT, "fitness %.3f / %.3f", record.fitnessA(), record.fitnessB()));
    if (settings.hasCheckpoint() && record.generation() % settings.every() == 0) {
      writeCheckpoint();
    }
    return true;
  }

  private void writeCheckpoint() throws Exception {
    File file = settings.checkpoint();
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
    PathNetModel model = settings.resume() ? learner.resumableModel() : learner.model();
    if (settings.hasCheckpoint()) {
      Files.deleteIfExists(settings.checkpoint().toPath());
    }
    return new PathNetSegmentModel(model);
  }

  @Override
  public void close() {
    progress.close();
    learner.close();
  }
}
