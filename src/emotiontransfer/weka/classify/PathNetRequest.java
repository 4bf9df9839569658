package emotiontransfer.weka.classify;

import emotiontransfer.pathnet.LearnerSettings;
import emotiontransfer.pathnet.PathNetModel;
import emotiontransfer.pathnet.network.PathNetShape;
import java.io.File;
import java.util.List;

/**
 * What the options of PathNetClassifier ask for.
 *
 * @param grid its dimensions
 * @param learner settings of the evolution
 * @param sources model files, oldest first
 * @param resume whether the model is to be continued later
 * @param checkpoint where a running evolution keeps its state; an empty path for nowhere
 * @param checkpointEvery generations between two states
 * @param options command line of the scheme, for the model's lineage
 * @param holder makes a scheme with these options and another model, as a checkpoint holds it
 */
public record PathNetRequest(
    Grid grid,
    LearnerSettings learner,
    List<File> sources,
    boolean resume,
    File checkpoint,
    int checkpointEvery,
    String[] options,
    Holder holder) {

  /** Checks the numbers that the engine does not see. */
  public PathNetRequest {
    sources = List.copyOf(sources);
    if (checkpointEvery < 1) {
      throw new IllegalArgumentException(
          "-checkpoint-every must be at least 1, but is " + checkpointEvery);
    }
  }

  /**
   * Dimensions of a grid.
   *
   * @param layers L
   * @param modules M, in each layer
   * @param neurons H, in each module
   * @param maxActive N, largest number of active modules of a genotype in a layer
   */
  public record Grid(int layers, int modules, int neurons, int maxActive) {

    PathNetShape shape(int inputs, int classes) {
      return new PathNetShape(inputs, layers, modules, neurons, maxActive, classes);
    }
  }

  /** Makes the scheme that a checkpoint holds. */
  @FunctionalInterface
  public interface Holder {

    /** Returns a scheme with the model, to be serialized. */
    Object holding(PathNetModel model) throws Exception;
  }
}
