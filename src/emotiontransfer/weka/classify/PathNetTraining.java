package emotiontransfer.weka.classify;

import emotiontransfer.data.FeatureInfo;
import emotiontransfer.data.Provenance;
import emotiontransfer.data.TrainingSet;
import emotiontransfer.pathnet.PathNetLearner;
import emotiontransfer.pathnet.PathNetModel;
import emotiontransfer.pathnet.evolution.GenerationRecord;
import emotiontransfer.pathnet.network.PathNetShape;
import emotiontransfer.weka.progress.TaskProgress;
import emotiontransfer.weka.table.SegmentReader;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import weka.core.Instances;
import weka.core.WekaException;
import weka.gui.Logger;

/** One evolution on one table, from the first generation or from where another one stopped. */
public final class PathNetTraining implements AutoCloseable {

  private final PathNetRequest request;
  private final PathNetCheckpoint checkpoint;
  private final TrainingSet set;
  private final PathNetLearner learner;
  private final TaskProgress progress;

  /**
   * Prepares the evolution.
   *
   * @param request what the options ask for
   * @param data training table
   * @param begun model to go on from, or null
   * @param log of Weka, or null
   */
  public PathNetTraining(PathNetRequest request, Instances data, PathNetModel begun, Logger log)
      throws Exception {
    this.request = request;
    this.checkpoint = new PathNetCheckpoint(request);
    Instances labelled = new Instances(data);
    labelled.deleteWithMissingClass();
    SegmentReader inputs = new SegmentReader(labelled);
    FeatureInfo features = PathNetInputs.features(labelled, inputs);
    List<PathNetModel> sources = sources(request.sources());
    PathNetShape shape = request.grid().shape(inputs.inputs(), labelled.numClasses());
    PathNetInputs.checkSources(request.sources(), sources, shape, features);
    Provenance provenance =
        PathNetInputs.provenance(
            labelled,
            features,
            PathNetLineage.options(request.options()),
            request.sources(),
            sources);
    PathNetModel from = begun == null ? checkpoint.read() : begun;
    this.set = PathNetInputs.trainingSet(labelled, inputs);
    this.learner =
        from == null
            ? new PathNetLearner(
                request.learner(), shape, set, inputs.channels(), sources, provenance)
            : continued(sources, from, provenance, begun == null);
    int generations = request.learner().evolution().generations();
    this.progress = TaskProgress.start("PathNet evolution", generations, log);
    for (int i = 0; i < (from == null ? 0 : from.history().size()); i++) {
      progress.step();
    }
  }

  /** Reads the models of sources, oldest first. */
  public static List<PathNetModel> sources(List<File> files) throws WekaException {
    List<PathNetModel> models = new ArrayList<>();
    for (File file : files) {
      models.add(PathNetModelFile.read(file));
    }
    return models;
  }

  private PathNetLearner continued(
      List<PathNetModel> sources, PathNetModel from, Provenance provenance, boolean fromFile)
      throws Exception {
    String name = fromFile ? "Checkpoint " + checkpoint.file() : "The model";
    String remedy = fromFile ? "delete it, or name another file." : "build a new one.";
    String difference = PathNetLineage.difference(from.provenance(), provenance);
    if (!difference.isEmpty()) {
      throw new WekaException(
          name + " cannot be continued: its " + difference + " differ; " + remedy);
    }
    try {
      return new PathNetLearner(request.learner(), set, sources, from, provenance);
    } catch (IllegalArgumentException e) {
      throw new WekaException(name + " cannot be continued: " + e.getMessage() + "; " + remedy, e);
    }
  }

  /** Runs a generation; returns false if none was left. */
  public boolean next() throws Exception {
    if (learner.isDone()) {
      return false;
    }
    GenerationRecord record = learner.next();
    progress.step(String.format("fitness %.3f / %.3f", record.fitnessA(), record.fitnessB()));
    if (checkpoint.isDue(record.generation())) {
      checkpoint.write(learner.resumableModel());
    }
    return true;
  }

  /** Returns a model of the best pathway so far, without the modules outside it. */
  public PathNetModel soFar() {
    return learner.predictor();
  }

  /** Returns the model, which makes the checkpoint superfluous. */
  public PathNetModel finish() throws Exception {
    PathNetModel model = request.resume() ? learner.resumableModel() : learner.model();
    checkpoint.delete();
    return model;
  }

  @Override
  public void close() {
    progress.close();
    learner.close();
  }
}
