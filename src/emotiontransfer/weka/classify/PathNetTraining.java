package emotiontransfer.weka.classify;

import emotiontransfer.data.FeatureInfo;
import emotiontransfer.data.Provenance;
import emotiontransfer.data.TrainingSet;
import emotiontransfer.pathnet.LearnerSettings;
import emotiontransfer.pathnet.PathNetLearner;
import emotiontransfer.pathnet.PathNetModel;
import emotiontransfer.pathnet.evolution.EvolutionSettings;
import emotiontransfer.pathnet.evolution.GenerationRecord;
import emotiontransfer.pathnet.evolution.Mutation;
import emotiontransfer.pathnet.network.ModuleKind;
import emotiontransfer.pathnet.network.PathNetShape;
import emotiontransfer.pathnet.training.TrainerSettings;
import emotiontransfer.weka.progress.TaskProgress;
import emotiontransfer.weka.table.SegmentReader;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import weka.classifiers.functions.PathNetClassifier;
import weka.core.Instances;
import weka.core.WekaException;
import weka.gui.Logger;

/** One evolution on one table, from the first generation or from where another one stopped. */
public final class PathNetTraining implements AutoCloseable {

  private final PathNetClassifier scheme;
  private final PathNetCheckpoint checkpoint;
  private final TrainingSet set;
  private final PathNetLearner learner;
  private final TaskProgress progress;

  /**
   * Prepares the evolution.
   *
   * @param scheme gives the options
   * @param data training table
   * @param begun model to go on from, or null
   * @param log of Weka, or null
   */
  public PathNetTraining(PathNetClassifier scheme, Instances data, PathNetModel begun, Logger log)
      throws Exception {
    this.scheme = scheme;
    this.checkpoint = PathNetCheckpoint.of(scheme);
    Instances labelled = new Instances(data);
    labelled.deleteWithMissingClass();
    SegmentReader inputs = new SegmentReader(labelled);
    FeatureInfo features = PathNetInputs.features(labelled, inputs);
    List<PathNetModel> sources = sources(scheme);
    PathNetShape shape =
        new PathNetShape(
            inputs.inputs(),
            scheme.getLayers(),
            scheme.getModules(),
            scheme.getNeurons(),
            scheme.getMaxActive(),
            labelled.numClasses());
    PathNetInputs.checkSources(scheme.getSources(), sources, shape, features);
    LearnerSettings settings = settings(shape);
    Provenance provenance =
        PathNetInputs.provenance(
            labelled, features, PathNetLineage.options(scheme), scheme.getSources(), sources);
    PathNetModel from = begun == null ? checkpoint.read() : begun;
    this.set = PathNetInputs.trainingSet(labelled, inputs);
    this.learner =
        from == null
            ? new PathNetLearner(settings, shape, set, inputs.channels(), sources, provenance)
            : continued(settings, sources, from, provenance, begun == null);
    this.progress = TaskProgress.start("PathNet evolution", scheme.getGenerations(), log);
    for (int i = 0; i < (from == null ? 0 : from.history().size()); i++) {
      progress.step();
    }
  }

  public static List<PathNetModel> sources(PathNetClassifier scheme) throws WekaException {
    List<PathNetModel> models = new ArrayList<>();
    for (File file : scheme.getSources()) {
      models.add(PathNetModelFile.read(file));
    }
    return models;
  }

  private PathNetLearner continued(
      LearnerSettings settings,
      List<PathNetModel> sources,
      PathNetModel from,
      Provenance provenance,
      boolean fromFile)
      throws Exception {
    String name = fromFile ? "Checkpoint " + checkpoint.file() : "The model";
    String mend = fromFile ? "delete it, or name another file." : "build a new one.";
    String difference = PathNetLineage.difference(from.provenance(), provenance);
    if (!difference.isEmpty()) {
      throw new WekaException(
          name + " cannot be continued: its " + difference + " differ; " + mend);
    }
    try {
      return new PathNetLearner(settings, set, sources, from, provenance);
    } catch (IllegalArgumentException e) {
      throw new WekaException(name + " cannot be continued: " + e.getMessage() + "; " + mend, e);
    }
  }

  private LearnerSettings settings(PathNetShape shape) {
    Mutation paper = Mutation.of(shape);
    double probability = scheme.getMutation() == 0 ? paper.probability() : scheme.getMutation();
    return new LearnerSettings(
        ModuleKind.ofKeyword(scheme.getModule()),
        new EvolutionSettings(
            scheme.getPopulation(),
            scheme.getGenerations(),
            new Mutation(probability, scheme.getShift(), scheme.getBoundary()),
            scheme.getEvolution(),
            scheme.getStopFitness()),
        new TrainerSettings(scheme.getLearningRate(), scheme.getMiniBatch()),
        scheme.getStandardize(),
        scheme.getSourceUse(),
        scheme.getSeed(),
        AbstractSegmentClassifier.threads(scheme.getNumSlots()),
        scheme.getResume() || checkpoint.isWanted());
  }

  /** Runs a generation; returns false if none was left. */
  public boolean next() throws Exception {
    if (learner.isDone()) {
      return false;
    }
    GenerationRecord record = learner.next();
    progress.step(String.format("fitness %.3f / %.3f", record.fitnessA(), record.fitnessB()));
    if (checkpoint.isDue(record.generation())) {
      checkpoint.write(scheme, learner.resumableModel());
    }
    return true;
  }

  /** Returns a model of the best pathway so far, without the modules outside it. */
  public PathNetModel soFar() {
    return learner.predictor();
  }

  /** Returns the model, which makes the checkpoint superfluous. */
  public PathNetModel finish() throws Exception {
    PathNetModel model = scheme.getResume() ? learner.resumableModel() : learner.model();
    checkpoint.delete();
    return model;
  }

  @Override
  public void close() {
    progress.close();
    learner.close();
  }
}
