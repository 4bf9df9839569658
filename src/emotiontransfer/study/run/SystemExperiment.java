package emotiontransfer.study.run;

import emotiontransfer.corpus.Clip;
import emotiontransfer.file.WholeFile;
import emotiontransfer.study.data.SettingCorpora;
import emotiontransfer.study.plan.Protocol;
import emotiontransfer.study.plan.StudyRequest;
import emotiontransfer.study.plan.StudySystem;
import emotiontransfer.study.run.FoldRecord.ClipResult;
import emotiontransfer.study.run.FoldRecord.CurvePoint;
import emotiontransfer.study.run.SettingResult.SystemRun;
import emotiontransfer.weka.evaluation.ClipDecision;
import emotiontransfer.weka.evaluation.TestedFold;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.commons.lang3.ArrayUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import weka.classifiers.Classifier;
import weka.classifiers.functions.PathNetClassifier;
import weka.core.Instances;
import weka.core.SerializationHelper;
import weka.core.Utils;
import weka.experiment.CrossValidationResultProducer;
import weka.experiment.LeaveOneSubjectOutResultProducer;
import weka.experiment.ResultListener;
import weka.experiment.ResultProducer;

/**
 * One system with one seed in a setting, run by a producer of Weka's Experimenter.
 *
 * @param source model file of the source; empty without
 * @param store of the folds of this system and seed
 */
record SystemExperiment(
    StudyRequest request,
    SettingCorpora corpora,
    StudySystem system,
    int seed,
    Optional<Path> source,
    FoldStore store) {

  /** How deep the options of a model stand in quotes at most, and one more. */
  private static final int QUOTES = 5;

  private static final Logger LOG = LoggerFactory.getLogger(SystemExperiment.class);

  private String setting() {
    return corpora.setting().name();
  }

  private String name() {
    Protocol protocol = request.protocol();
    return system + ", seed " + seed + (protocol.isFew() ? ", " + protocol.training() : "");
  }

  /** Does the folds of a table that are not done yet, describes each, and reads all of them. */
  SystemRun run(Instances table, Consumer<String> done) throws Exception {
    Classifier scheme = request.schemes().of(system, corpora.setting().modality(), source);
    if (CurveRecorder.hasCurve(scheme) && request.curvePoints() > 0) {
      scheme = CurveRecorder.within(scheme, request.curvePoints());
    }
    Listener listener = new Listener(done);
    LeaveOneSubjectOutResultProducer producer = request.protocol().producer(scheme);
    producer.setResultListener(listener);
    producer.setInstances(table);
    long start = System.nanoTime();
    producer.preProcess();
    producer.doRun(seed);
    producer.postProcess();
    LOG.info("{}: {}: {} s", setting(), name(), Math.round(secondsSince(start)));
    double sourceSeconds = source.isPresent() ? SourceModels.secondsOf(source.get()) : Double.NaN;
    try {
      List<FoldRecord> folds = store.read(listener.planned);
      return new SystemRun(system, seed, source, sourceSeconds, folds, store.model());
    } catch (IOException e) {
      String where = "Setting %s, system %s: ".formatted(setting(), name());
      throw new IOException(where + e.getMessage(), e);
    }
  }

  private static double secondsSince(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  /**
   * Writes each fold as soon as it is done; one that is there already is not required, as Weka's
   * database listener has it.
   */
  private final class Listener implements ResultListener {

    private static final long serialVersionUID = 7291850362047718823L;

    private final transient Consumer<String> done;
    private final transient Set<String> planned = new TreeSet<>();
    private long since;

    Listener(Consumer<String> done) {
      this.done = done;
    }

    @Override
    public void preProcess(ResultProducer producer) {}

    @Override
    public void postProcess(ResultProducer producer) {}

    /** Returns null: all systems have one table of results, so that none may add columns. */
    @Override
    public String[] determineColumnConstraints(ResultProducer producer) {
      return null;
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
      List<CurvePoint> curve = CurveRecorder.curve(scheme, tested.test());
      if (scheme instanceof CurveRecorder recorder) {
        scheme = recorder.getClassifier();
      }
      boolean few = request.protocol().isFew();
      boolean first = planned.size() == 1 && seed == request.seeds().get(0);
      if (first && !few && scheme instanceof PathNetClassifier pathNet) {
        WholeFile.write(store.model(), part -> SerializationHelper.write(part.toString(), pathNet));
      }
      String fold = fold(producer, key);
      List<String> texts = texts(key).map(text -> portable(text)).toList();
      List<ClipResult> clips =
          tested.decisions().stream().map(SystemExperiment.this::result).toList();
      List<String> trainedOn = few ? tested.training() : List.of();
      List<String> values = texts(result).toList();
      store.write(new FoldRecord(fold, clips, trainedOn, curve, texts, values, seconds));
      String what = name() + ", fold " + fold;
      done.accept(what);
      LOG.debug("{}: {}", setting(), what);
    }
  }

  private static String fold(ResultProducer producer, Object[] key) throws Exception {
    String field = CrossValidationResultProducer.FOLD_FIELD_NAME;
    return String.valueOf(key[ArrayUtils.indexOf(producer.getKeyNames(), field)]);
  }

  private static Stream<String> texts(Object[] values) {
    return Arrays.stream(values).map(value -> value == null ? "" : String.valueOf(value));
  }

  /** The model's folder and seed would make each run another scheme for the Experimenter. */
  private String portable(String key) {
    if (source.isEmpty()) {
      return key;
    }
    String name = SourceModels.seedless(source.get());
    // Schemes within schemes quote the path again and again, as long as it has what is quoted.
    List<String> quoted =
        Stream.iterate(source.get().toString(), Utils::backQuoteChars).limit(QUOTES).toList();
    String text = key;
    for (int i = QUOTES - 1; i >= 0; i--) {
      text = text.replace(quoted.get(i), name);
    }
    return text;
  }

  private ClipResult result(ClipDecision decision) {
    Clip clip = corpora.destination().clips().get(decision.row());
    int[] segments = decision.segments();
    return new ClipResult(
        clip.relative(),
        clip.subject(),
        decision.actual(),
        decision.predicted(),
        segments.length,
        (int) Arrays.stream(segments).filter(segment -> segment == decision.actual()).count(),
        Arrays.stream(decision.prediction().distribution()).boxed().toList());
  }
}
