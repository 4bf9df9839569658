package emotiontransfer.study.run;

import emotiontransfer.corpus.Clip;
import emotiontransfer.data.WholeFile;
import emotiontransfer.study.run.FoldRecord.ClipResult;
import emotiontransfer.study.run.FoldRecord.CurvePoint;
import emotiontransfer.weka.evaluation.TestedFold;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import weka.classifiers.Classifier;
import weka.classifiers.evaluation.NominalPrediction;
import weka.classifiers.evaluation.Prediction;
import weka.classifiers.functions.PathNetClassifier;
import weka.core.SerializationHelper;
import weka.core.Utils;
import weka.experiment.CrossValidationResultProducer;
import weka.experiment.LeaveOneSubjectOutResultProducer;
import weka.experiment.ResultListener;
import weka.experiment.ResultProducer;

/**
 * Takes the results of an Experiment and writes each fold as soon as it is done. A fold that is
 * there already is not required, as Weka's database listener has it.
 */
final class FoldListener implements ResultListener {

  private static final long serialVersionUID = 7291850362047718823L;

  private static final double NANOS = 1e9;

  private final transient FoldStore store;
  private final transient List<Clip> clips;
  private final transient UnaryOperator<String> portable;
  private final transient Consumer<String> done;
  private final boolean keepsModel;
  private final transient Set<String> planned = new TreeSet<>();
  private long since;

  /**
   * Makes a listener.
   *
   * @param store of the system and seed
   * @param clips by row of the table
   * @param portable takes what differs between machines and seeds out of Weka's key
   * @param keepsModel whether the first fold's model is wanted, if it is a PathNet's
   * @param done takes the name of each fold that was written
   */
  FoldListener(
      FoldStore store,
      List<Clip> clips,
      UnaryOperator<String> portable,
      boolean keepsModel,
      Consumer<String> done) {
    this.store = store;
    this.clips = clips;
    this.portable = portable;
    this.keepsModel = keepsModel;
    this.done = done;
  }

  @Override
  public void preProcess(ResultProducer producer) {
    since = System.nanoTime();
  }

  @Override
  public void postProcess(ResultProducer producer) {
    // Every fold is on disk already.
  }

  @Override
  public String[] determineColumnConstraints(ResultProducer producer) {
    return null;
  }

  /** Returns the names of all folds that the producer has gone through. */
  Set<String> planned() {
    return planned;
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
    double seconds = (System.nanoTime() - since) / NANOS;
    TestedFold tested = ((LeaveOneSubjectOutResultProducer) producer).lastFold();
    Classifier scheme = tested.classifier();
    List<CurvePoint> curve = List.of();
    if (scheme instanceof CurveRecorder recorder) {
      curve = recorder.curve(tested.test());
      scheme = recorder.getClassifier();
    }
    if (keepsModel && planned.size() == 1 && scheme instanceof PathNetClassifier pathNet) {
      WholeFile.write(store.model(), part -> SerializationHelper.write(part.toString(), pathNet));
    }
    String fold = fold(producer, key);
    List<String> texts = texts(key).map(portable).toList();
    store.write(
        new FoldRecord(fold, results(tested), curve, texts, texts(result).toList(), seconds));
    done.accept(fold);
  }

  private static Stream<String> texts(Object[] values) {
    return Arrays.stream(values).map(value -> value == null ? "" : String.valueOf(value));
  }

  private List<ClipResult> results(TestedFold tested) throws Exception {
    List<ClipResult> results = new ArrayList<>();
    List<Prediction> predictions = tested.evaluation().predictions();
    for (int i = 0; i < predictions.size(); i++) {
      NominalPrediction prediction = (NominalPrediction) predictions.get(i);
      Clip clip = clips.get(tested.rows()[i]);
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
