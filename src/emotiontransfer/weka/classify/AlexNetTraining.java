package emotiontransfer.weka.classify;

import emotiontransfer.alexnet.AlexNetFormat;
import emotiontransfer.alexnet.AlexNetModel;
import emotiontransfer.alexnet.AlexNetShape;
import emotiontransfer.alexnet.AlexNetTrainer;
import emotiontransfer.alexnet.Decision;
import emotiontransfer.alexnet.EpochRecord;
import emotiontransfer.alexnet.InitialWeights;
import emotiontransfer.alexnet.Lineage;
import emotiontransfer.alexnet.TemporalPyramid;
import emotiontransfer.alexnet.TrainedAlexNet;
import emotiontransfer.alexnet.TrainingSettings;
import emotiontransfer.alexnet.WeightFile;
import emotiontransfer.data.FeatureInfo;
import emotiontransfer.data.Provenance;
import emotiontransfer.weka.progress.TaskProgress;
import emotiontransfer.weka.table.SegmentReader;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.WekaException;
import weka.gui.Logger;

/** One training on one table: the network first, then what decides on clips. */
public final class AlexNetTraining {

  /** A trained network and, with {@code -decision dtpm}, the machine behind it. */
  public record Result(TrainedAlexNet trained, PyramidSvm svm) {}

  private final AlexNetRequest request;
  private final Logger log;
  private final Instances data;
  private final SegmentReader reader;
  private final AlexNetShape shape;
  private final int threads;
  private InitialWeights initial = InitialWeights.random();
  private String beginning = "from scratch";
  private Set<String> sourceSubjects = Set.of();

  /**
   * Prepares the training.
   *
   * @param request what the options ask for
   * @param table to learn from
   * @param log of Weka, or null
   */
  public AlexNetTraining(AlexNetRequest request, Instances table, Logger log) throws Exception {
    this.request = request;
    this.log = log;
    this.data = new Instances(table);
    data.deleteWithMissingClass();
    this.reader = new SegmentReader(data);
    this.shape = new AlexNetShape(request.inputSize(), request.width(), data.numClasses());
    this.threads = request.settings().threads();
  }

  public static boolean isGiven(File file) {
    return !file.getPath().isEmpty();
  }

  public Result run() throws Exception {
    AlexNetSegments segments = new AlexNetSegments(data, reader);
    chooseInitialWeights();
    AlexNetModel network = train(request.settings(), segments);
    if (request.decision() == Decision.AVERAGE) {
      return new Result(new TrainedAlexNet(lineage(), network, null), null);
    }
    return matchPyramids(network);
  }

  private void chooseInitialWeights() throws Exception {
    boolean fromSource = isGiven(request.source());
    boolean fromFile = isGiven(request.weights());
    if (fromSource && fromFile) {
      throw new WekaException(
          "Options -weights and -source both give initial weights; leave one of them out.");
    }
    if (!fromSource && !fromFile && request.settings().freeze() > 0) {
      throw new WekaException(
          "Option -freeze keeps layers as they were loaded, but neither -weights nor -source loads"
              + " any; give one of them, or -freeze 0.");
    }
    if (fromFile) {
      initial = WeightFile.read(request.weights().toPath(), shape);
      beginning = "weights " + request.weights().getName();
    } else if (fromSource) {
      takeOver(AlexNetModelFile.read(request.source()));
    }
  }

  private void takeOver(TrainedAlexNet source) throws WekaException {
    Lineage lineage = source.lineage();
    AlexNetShape sourceShape = source.network().shape().withClasses(shape.classes());
    if (!sourceShape.equals(shape)) {
      throw new WekaException(
          "Source model "
              + request.source()
              + " is a network of "
              + sourceShape
              + ", but the options ask for "
              + shape
              + "; use the same -input-size and -width.");
    }
    FeatureInfo given = PathNetInputs.features(data, reader);
    FeatureInfo sources =
        new FeatureInfo(
            lineage.featureSignature(), lineage.featureNamesHash(), source.network().inputs());
    if (!sources.fits(given)) {
      throw new WekaException(
          "Source model "
              + request.source()
              + " was trained on "
              + sources
              + ", but the training data have "
              + given
              + "; make both with the same filter and settings.");
    }
    initial = InitialWeights.of(source.network());
    sourceSubjects = subjects(lineage);
    beginning =
        String.format(
            "source %s: %s, %d subjects, %s, itself %s",
            request.source().getName(),
            lineage.corpus(),
            lineage.subjects().size(),
            AlexNetFormat.fingerprint(source).substring(0, 12),
            lineage.beginning());
  }

  /** Returns all subjects that a model has seen, those of its own source too. */
  public static Set<String> subjects(Lineage lineage) {
    Set<String> all = new TreeSet<>(lineage.subjects());
    all.addAll(lineage.sourceSubjects());
    return all;
  }

  private AlexNetModel train(TrainingSettings settings, AlexNetSegments segments)
      throws InterruptedException {
    try (AlexNetTrainer trainer = new AlexNetTrainer(settings, shape, initial, segments);
        TaskProgress progress = TaskProgress.start("AlexNet training", trainer.steps(), log)) {
      while (trainer.step()) {
        List<EpochRecord> history = trainer.history();
        progress.step(history.isEmpty() ? "" : note(history));
      }
      return trainer.model();
    }
  }

  private static String note(List<EpochRecord> history) {
    EpochRecord last = history.get(history.size() - 1);
    return String.format(
        Locale.ROOT,
        "epoch %d: loss %.3f, %.3f right",
        history.size(),
        last.loss(),
        last.accuracy());
  }

  private Result matchPyramids(AlexNetModel network) throws Exception {
    List<Instance> clips = new ArrayList<>();
    List<float[][]> features = new ArrayList<>();
    try (TaskProgress progress = TaskProgress.start("AlexNet features", data.size(), log)) {
      for (Instance row : data) {
        if (Thread.interrupted()) {
          throw new InterruptedException("The training of AlexNet was stopped.");
        }
        float[][] segments = reader.segments(row);
        if (segments.length > 0) {
          clips.add(row);
          features.add(network.answer(segments, threads).features());
        }
        progress.step();
      }
    }
    int[] labels = clips.stream().mapToInt(clip -> (int) clip.classValue()).toArray();
    TemporalPyramid pyramid = TemporalPyramid.fit(features, labels);
    List<double[]> vectors = features.stream().map(pyramid::vector).toList();
    Lineage lineage = lineage();
    PyramidSvm svm = PyramidSvm.train(lineage.classLabels(), vectors, clips);
    return new Result(new TrainedAlexNet(lineage, network, pyramid), svm);
  }

  private Lineage lineage() throws Exception {
    FeatureInfo features = PathNetInputs.features(data, reader);
    Provenance origin =
        PathNetInputs.provenance(
            data, features, PathNetLineage.options(request.options()), List.of(), List.of());
    return new Lineage(
        origin.version(),
        origin.options(),
        origin.corpus(),
        origin.subjects(),
        origin.classLabels(),
        origin.classPriors(),
        features.signature(),
        features.namesHash(),
        beginning,
        List.copyOf(sourceSubjects));
  }
}
