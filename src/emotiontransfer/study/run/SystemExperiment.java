package emotiontransfer.study.run;

import emotiontransfer.corpus.Clip;
import emotiontransfer.file.WholeFile;
import emotiontransfer.study.data.SettingCorpora;
import emotiontransfer.study.fold.FoldRecord;
import emotiontransfer.study.fold.FoldRecord.ClipResult;
import emotiontransfer.study.fold.FoldRecord.CurvePoint;
import emotiontransfer.study.fold.FoldStore;
import emotiontransfer.study.plan.Protocol;
import emotiontransfer.study.plan.StudyRequest;
import emotiontransfer.study.plan.StudySystem;
import emotiontransfer.study.run.SettingResult.SystemRun;
import emotiontransfer.weka.evaluation.ClipDecision;
import emotiontransfer.weka.evaluation.SubjectRun.TestedFold;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import weka.classifiers.Classifier;
import weka.classifiers.functions.PathNetClassifier;
import weka.core.Instances;
import weka.core.SerializationHelper;
import weka.core.Utils;
import weka.experiment.LeaveOneSubjectOutResultProducer;
import weka.experiment.ResultListener;
import weka.experiment.ResultProducer;

/**
 * One system with one seed in a setting, run by a producer of Weka's Experimenter, fold by fold.
 *
 * @param source model file of the source; empty without
 * @param folds their names, in their order
 * @param store of the folds of this system and seed
 */
record SystemExperiment(
    StudyRequest request,
    SettingCorpora corpora,
    StudySystem system,
    int seed,
    Optional<Path> source,
    List<String> folds,
    FoldStore store) {

  /** How deep the options of a model stand in quotes at most, and one more. */
  private static final int QUOTES = 5;

  private String name() {
    Protocol protocol = request.protocol();
    return system + ", seed " + seed + (protocol.isFew() ? ", " + protocol.training() : "");
  }

  /** Returns whether the model of a fold is kept, for its pathways. */
  boolean keepsModel(String fold) {
    return fold.equals(folds.get(0))
        && !request.protocol().isFew()
        && seed == request.seeds().get(0);
  }

  /** Trains and tests on one fold of a table, and writes its record. */
  void run(String fold, Instances table) throws Exception {
    Classifier scheme = request.schemes().of(system, corpora.setting().modality(), source);
    if (CurveRecorder.hasCurve(scheme) && request.curvePoints() > 0) {
      scheme = CurveRecorder.within(scheme, request.curvePoints());
    }
    LeaveOneSubjectOutResultProducer producer = request.protocol().producer(scheme);
    producer.setResultListener(new Listener(fold));
    producer.setInstances(table);
    producer.preProcess();
    producer.doFold(seed, fold);
    producer.postProcess();
  }

  /** Reads the records of all folds. */
  SystemRun result() throws Exception {
    double sourceSeconds = source.isPresent() ? SourceTask.secondsOf(source.get()) : Double.NaN;
    try {
      List<FoldRecord> records = store.read(Set.copyOf(folds));
      return new SystemRun(system, seed, source, sourceSeconds, records, store.model());
    } catch (IOException e) {
      String where = "Setting %s, system %s: ".formatted(corpora.setting().name(), name());
      throw new IOException(where + e.getMessage(), e);
    }
  }

  @Override
  public String toString() {
    return corpora.setting().name() + ": " + name();
  }

  /** Writes the record of a fold. */
  private final class Listener implements ResultListener {

    private static final long serialVersionUID = 7291850362047718823L;

    private final String fold;
    private final long start = System.nanoTime();

    Listener(String fold) {
      this.fold = fold;
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
    public boolean isResultRequired(ResultProducer producer, Object[] key) {
      return true;
    }

    @Override
    public void acceptResult(ResultProducer producer, Object[] key, Object[] result)
        throws Exception {
      double seconds = (System.nanoTime() - start) / 1e9;
      TestedFold tested = ((LeaveOneSubjectOutResultProducer) producer).lastFold();
      Classifier scheme = tested.classifier();
      List<CurvePoint> curve = CurveRecorder.curve(scheme, tested.test());
      if (scheme instanceof CurveRecorder recorder) {
        scheme = recorder.getClassifier();
      }
      if (keepsModel(fold) && scheme instanceof PathNetClassifier pathNet) {
        WholeFile.write(store.model(), part -> SerializationHelper.write(part.toString(), pathNet));
      }
      List<String> texts = texts(key).map(text -> portable(text)).toList();
      List<ClipResult> clips =
          tested.decisions().stream().map(SystemExperiment.this::result).toList();
      List<String> trainedOn = request.protocol().isFew() ? tested.training() : List.of();
      List<String> values = texts(result).toList();
      store.write(new FoldRecord(fold, clips, trainedOn, curve, texts, values, seconds));
    }
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
