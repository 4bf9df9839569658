package emotiontransfer.study.run;

import emotiontransfer.corpus.Clip;
import emotiontransfer.data.WholeFile;
import emotiontransfer.study.data.SettingCorpora;
import emotiontransfer.study.plan.StudyRequest;
import emotiontransfer.study.plan.StudySystem;
import emotiontransfer.study.run.FoldRecord.ClipResult;
import emotiontransfer.study.run.FoldRecord.CurvePoint;
import emotiontransfer.study.run.SettingResult.SystemRun;
import emotiontransfer.weka.evaluation.TestedFold;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import weka.classifiers.Classifier;
import weka.classifiers.evaluation.NominalPrediction;
import weka.classifiers.evaluation.Prediction;
import weka.classifiers.functions.PathNetClassifier;
import weka.core.Instances;
import weka.core.SerializationHelper;
import weka.core.Utils;
import weka.experiment.CrossValidationResultProducer;
import weka.experiment.LeaveOneSubjectOutResultProducer;
import weka.experiment.ResultListener;
import weka.experiment.ResultProducer;

/**
 * One system with one seed in a setting, run by a producer of Weka's Experimenter. Each fold is
 * written as soon as it is done; one that is there already is not required, as Weka's database
 * listener has it.
 */
final class SystemExperiment implements ResultListener {

  private static final Logger LOG = LoggerFactory.getLogger(SystemExperiment.class);

  private static final long serialVersionUID = 7291850362047718823L;

  private static final double NANOS = 1e9;

  private final transient StudyRequest request;
  private final transient SettingCorpora corpora;
  private final StudySystem system;
  private final int seed;
  private final transient Optional<Path> source;
  private final transient FoldStore store;
  private final transient Set<String> planned = new TreeSet<>();
  private transient Consumer<String> done;
  private long since;

  /**
   * Prepares the experiment.
   *
   * @param source model file of the source; empty without
   * @param store of the folds of this system and seed
   */
  SystemExperiment(
      StudyRequest request,
      SettingCorpora corpora,
      StudySystem system,
      int seed,
      Optional<Path> source,
      FoldStore store) {
    this.request = request;
    this.corpora = corpora;
    this.system = system;
    this.seed = seed;
    this.source = source;
    this.store = store;
  }

  StudySystem system() {
    return system;
  }

  private String name() {
    return corpora.setting().name();
  }

  /**
   * Does the folds that are not done yet.
   *
   * @param table to be divided
   * @param listener takes a description of each fold that was done
   */
  void run(Instances table, Consumer<String> listener) throws Exception {
    Classifier scheme = request.schemes().of(system, source);
    if (scheme instanceof PathNetClassifier pathNet && request.curvePoints() > 0) {
      scheme = new CurveRecorder(pathNet, request.curvePoints());
    }
    done = listener;
    LeaveOneSubjectOutResultProducer producer = request.protocol().producer(scheme);
    producer.setResultListener(this);
    producer.setInstances(table);
    long start = System.nanoTime();
    producer.preProcess();
    producer.doRun(seed);
    producer.postProcess();
    LOG.info("{}: {}, seed {}: {} s", name(), system, seed, Math.round(secondsSince(start)));
  }

  private static double secondsSince(long start) {
    return (System.nanoTime() - start) / NANOS;
  }

  /** Reads what was done: all folds that the producer has gone through. */
  SystemRun result() throws Exception {
    List<FoldRecord> folds;
    try {
      folds = store.read(planned);
    } catch (IOException e) {
      throw new IOException(
          "Setting %s, system %s, seed %d: %s".formatted(name(), system, seed, e.getMessage()), e);
    }
    String description = request.schemes().description(system);
    double sourceSeconds = source.isPresent() ? SourceModels.secondsOf(source.get()) : Double.NaN;
    return new SystemRun(system, description, seed, source, sourceSeconds, folds, store.model());
  }

  @Override
  public void preProcess(ResultProducer producer) {}

  @Override
  public void postProcess(ResultProducer producer) {}

  /** Returns null: all systems share one table of results, so that none may add columns. */
  @Override
  public String[] determineColumnConstraints(ResultProducer producer) {
    return null;
  }

  private static String fold(ResultProducer producer, Object[] key) throws Exception {
    List<String> names = Arrays.asList(producer.getKeyNames());
    return String.valueOf(key[names.indexOf(CrossValidationResultProducer.FOLD_FIELD_NAME)]);
  }

  @Override
  public boolean isResultRequired(ResultProducer producer, Object[] key) throws Exception {
    String fold = fold(producer, key);
    planned.add(fold);
    since = System.nanoTime();
    return !store.has(fold);
  }

  @Override
  public void acceptResult(ResultProducer producer, Object[] key, Object[] result)
      throws Exception {
    double seconds = secondsSince(since);
    TestedFold tested = ((LeaveOneSubjectOutResultProducer) producer).lastFold();
    Classifier scheme = tested.classifier();
    List<CurvePoint> curve = List.of();
    if (scheme instanceof CurveRecorder recorder) {
      curve = recorder.curve(tested.test());
      scheme = recorder.getClassifier();
    }
    boolean first = planned.size() == 1 && seed == request.seeds().get(0);
    if (first && scheme instanceof PathNetClassifier pathNet) {
      WholeFile.write(store.model(), part -> SerializationHelper.write(part.toString(), pathNet));
    }
    String fold = fold(producer, key);
    List<String> texts = texts(key).map(this::portable).toList();
    store.write(
        new FoldRecord(fold, results(tested), curve, texts, texts(result).toList(), seconds));
    String what = system + ", seed " + seed + ", fold " + fold;
    done.accept(what);
    LOG.debug("{}: {}", name(), what);
  }

  private static Stream<String> texts(Object[] values) {
    return Arrays.stream(values).map(value -> value == null ? "" : String.valueOf(value));
  }

  /** The model's folder and seed would make each run another scheme for the Experimenter. */
  private String portable(String key) {
    if (source.isEmpty()) {
      return key;
    }
    String path = source.get().toString();
    String name = SourceModels.seedless(source.get());
    return key.replace(Utils.backQuoteChars(path), name).replace(path, name);
  }

  private List<ClipResult> results(TestedFold tested) {
    List<ClipResult> results = new ArrayList<>();
    List<Prediction> predictions = tested.evaluation().predictions();
    for (int i = 0; i < predictions.size(); i++) {
      NominalPrediction prediction = (NominalPrediction) predictions.get(i);
      Clip clip = corpora.destination().clips().get(tested.rows()[i]);
      int actual = (int) prediction.actual();
      double[][] segments =
          tested.segments().isEmpty() ? new double[0][] : tested.segments().get(i);
      long hits = Arrays.stream(segments).filter(s -> CurveRecorder.isHit(s, actual)).count();
      boolean decided = !Utils.isMissingValue(prediction.predicted());
      results.add(
          new ClipResult(
              clip.relative(),
              clip.subject(),
              actual,
              decided ? (int) prediction.predicted() : -1,
              segments.length,
              (int) hits,
              Arrays.stream(prediction.distribution()).boxed().toList()));
    }
    return results;
  }
}
