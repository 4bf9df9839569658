package emotiontransfer.weka.classify;

import emotiontransfer.alexnet.AlexNetFormat;
import emotiontransfer.alexnet.AlexNetModel;
import emotiontransfer.alexnet.AlexNetModel.EpochRecord;
import emotiontransfer.alexnet.AlexNetShape;
import emotiontransfer.alexnet.AlexNetTrainer;
import emotiontransfer.alexnet.Decision;
import emotiontransfer.alexnet.NetworkWeights;
import emotiontransfer.alexnet.TemporalPyramid;
import emotiontransfer.alexnet.TrainedAlexNet;
import emotiontransfer.alexnet.TrainingSettings;
import emotiontransfer.alexnet.WeightFile;
import emotiontransfer.data.Provenance;
import emotiontransfer.data.SourceInfo;
import emotiontransfer.weka.progress.Task;
import emotiontransfer.weka.progress.TaskProgress;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.WekaException;
import weka.gui.Logger;

/** One training on one table: the network first, then what decides on clips. */
public final class AlexNetTraining implements SegmentModel.Training<AlexNetSegmentModel> {

  /**
   * What the options of FineTunedAlexNet ask for.
   *
   * @param weights file with initial weights; an empty path for none
   * @param source model file with initial weights; an empty path for none
   */
  public record Settings(
      TrainingSettings trainer, AlexNetShape shape, Decision decision, File weights, File source) {}

  private final Settings settings;
  private final SavedScheme scheme;
  private final Logger log;
  private final SegmentTable table;
  private final AlexNetShape shape;
  private final AlexNetTrainer trainer;
  private final TaskProgress progress;
  private String beginning = "from scratch";
  private List<SourceInfo> sources = List.of();

  /**
   * Prepares the training.
   *
   * @param scheme its options are recorded
   * @param log of Weka, or null
   */
  public AlexNetTraining(Settings settings, SavedScheme scheme, SegmentTable table, Logger log)
      throws Exception {
    this.settings = settings;
    this.scheme = scheme;
    this.log = log;
    this.table = table;
    this.shape = settings.shape();
    this.trainer = new AlexNetTrainer(settings.trainer(), initialWeights(), table.trainingSet());
    Task task = Task.of("AlexNet training", "training", "mini-batch", trainer.steps());
    this.progress = TaskProgress.start(scheme.owning(task), log);
  }

  private NetworkWeights initialWeights() throws Exception {
    File weights = settings.weights();
    boolean fromSource = !settings.source().getPath().isEmpty();
    boolean fromFile = !weights.getPath().isEmpty();
    if (fromSource && fromFile) {
      throw new WekaException(
          "Options -weights and -source both give initial weights; leave one of them out.");
    }
    if (!fromSource && !fromFile && settings.trainer().freeze() > 0) {
      throw new WekaException(
          "Option -freeze keeps layers as they were loaded, but neither -weights nor -source loads"
              + " any; give one of them, or -freeze 0.");
    }
    if (fromFile) {
      beginning = "weights " + weights.getName();
      return WeightFile.read(weights.toPath(), shape, settings.trainer().seed());
    }
    return fromSource
        ? takeOver(settings.source())
        : NetworkWeights.random(shape, settings.trainer().seed());
  }

  private NetworkWeights takeOver(File file) throws WekaException {
    TrainedAlexNet trained = ModelFile.alexNetSource(file);
    AlexNetShape begun = trained.network().weights().shape();
    if (!shape.equals(new AlexNetShape(begun.inputSize(), begun.width(), shape.classes()))) {
      throw new WekaException(
          ("Source model %s is a network of %s, but the options ask for %s; use the same"
                  + " -input-size and -width.")
              .formatted(file, begun, shape));
    }
    Provenance provenance = trained.provenance();
    SegmentTable.checkFits(
        "Source model " + file, provenance.features(), table.reader().features());
    sources = TrainedAlexNet.sources(List.copyOf(new TreeSet<>(provenance.allSubjects())));
    int subjects = provenance.subjects().size();
    String hash = AlexNetFormat.fingerprint(trained).substring(0, 12);
    beginning =
        "source %s: %s, %s subjects, %s, itself %s"
            .formatted(file.getName(), provenance.corpus(), subjects, hash, trained.beginning());
    return trained.network().weights().forTask(shape, settings.trainer().seed());
  }

  @Override
  public boolean next() throws Exception {
    if (!trainer.step()) {
      return false;
    }
    int epochs = trainer.history().size();
    progress.step(epochs == 0 ? "" : note(epochs, trainer.history().get(epochs - 1)));
    return true;
  }

  private static String note(int epoch, EpochRecord last) {
    return String.format(
        Locale.ROOT, "epoch %s: loss %.3f, %.3f right", epoch, last.loss(), last.accuracy());
  }

  @Override
  public AlexNetSegmentModel finish() throws Exception {
    AlexNetModel network = trainer.model();
    close();
    return settings.decision() == Decision.AVERAGE
        ? new AlexNetSegmentModel(trained(network, null), null)
        : matchPyramids(network);
  }

  private AlexNetSegmentModel matchPyramids(AlexNetModel network) throws Exception {
    List<Instance> clips = new ArrayList<>();
    List<float[][]> features = new ArrayList<>();
    Instances data = table.data();
    Task task = Task.of("AlexNet features", "step", "features of clip", data.size());
    try (TaskProgress pyramids = TaskProgress.start(scheme.owning(task), log)) {
      for (Instance row : data) {
        if (Thread.interrupted()) {
          throw new InterruptedException("The training of AlexNet was stopped.");
        }
        float[][] segments = table.reader().segments(row);
        if (segments.length > 0) {
          clips.add(row);
          features.add(network.answer(segments, settings.trainer().threads()).features());
        }
        pyramids.step();
      }
    }
    int[] labels = clips.stream().mapToInt(clip -> (int) clip.classValue()).toArray();
    TemporalPyramid pyramid = TemporalPyramid.fit(features, labels);
    List<double[]> vectors = features.stream().map(pyramid::vector).toList();
    TrainedAlexNet trained = trained(network, pyramid);
    PyramidSvm svm = PyramidSvm.train(trained.provenance().classLabels(), vectors, clips);
    return new AlexNetSegmentModel(trained, svm);
  }

  private TrainedAlexNet trained(AlexNetModel network, TemporalPyramid pyramid) {
    Provenance provenance = table.provenance(scheme.recorded(), sources);
    return new TrainedAlexNet(provenance, beginning, network, pyramid);
  }

  /** Ends the training of the network; a second call does nothing. */
  @Override
  public void close() {
    progress.close();
    trainer.close();
  }
}
