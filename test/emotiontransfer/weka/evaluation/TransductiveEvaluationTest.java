package emotiontransfer.weka.evaluation;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import emotiontransfer.SharedData;
import emotiontransfer.weka.progress.RecordingLog;
import emotiontransfer.weka.progress.WindowLog;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import weka.classifiers.Classifier;
import weka.classifiers.bayes.NaiveBayes;
import weka.classifiers.functions.LinearRegression;
import weka.classifiers.functions.SMO;
import weka.classifiers.meta.Bagging;
import weka.classifiers.meta.FilteredClassifier;
import weka.classifiers.meta.Vote;
import weka.core.Instances;
import weka.core.WekaException;
import weka.core.converters.EmotionCorpusLoader;
import weka.experiment.ClassifierSplitEvaluator;
import weka.experiment.ClipTables;
import weka.experiment.CollectedResults;
import weka.experiment.LeaveOneSubjectOutResultProducer;
import weka.experiment.NumberedClips;
import weka.experiment.RegressionSplitEvaluator;
import weka.experiment.SegmentByNumber;
import weka.experiment.SplitEvaluator;
import weka.experiment.SpyClassifier;
import weka.filters.AllFilter;
import weka.filters.Filter;
import weka.filters.MultiFilter;
import weka.filters.unsupervised.attribute.BagFunctionals;
import weka.filters.unsupervised.attribute.MelDeltaSpectrogram;
import weka.filters.unsupervised.attribute.SubjectStandardize;

/**
 * A scheme that standardises each subject by its own clips decides as if all were given at once.
 */
public class TransductiveEvaluationTest {

  private static final String LINE =
      "Figures:      transductive: each test subject is standardised by its own test clips, without"
          + " their classes\n";

  private final Instances table = ClipTables.noisy(1);
  private final RecordingLog log = new RecordingLog();

  @Before
  public void listen() {
    SpyClassifier.forget();
    WindowLog.install(() -> Optional.of(log));
  }

  @After
  public void listenNoMore() {
    WindowLog.install(Optional::empty);
  }

  private void assertNoWarning() {
    String all = String.join("\n", log.messages);
    assertFalse(all, all.contains("SubjectStandardize"));
  }

  private static SubjectWiseEvaluation run(Classifier scheme, Instances table) throws Exception {
    SubjectFolds folds = SubjectFolds.of(table, "subject", SubjectFolds.LEAVE_ONE_OUT, 1);
    return SubjectWiseEvaluation.run(scheme, folds, OptionalInt.empty(), null);
  }

  private static FilteredClassifier behind(Classifier inner, Filter... filters) {
    MultiFilter chain = new MultiFilter();
    chain.setFilters(filters);
    FilteredClassifier filtered = new FilteredClassifier();
    filtered.setFilter(filters.length == 1 ? filters[0] : chain);
    filtered.setClassifier(inner);
    return filtered;
  }

  private static Instances standardized(Instances table) throws Exception {
    SubjectStandardize filter = new SubjectStandardize();
    filter.setInputFormat(table);
    return Filter.useFilter(table, filter);
  }

  private static double[] probabilities(SubjectWiseEvaluation evaluation) {
    return evaluation.decisions().stream()
        .flatMapToDouble(d -> Arrays.stream(d.prediction().distribution()))
        .toArray();
  }

  /** Each subject's statistics are over its own clips, whichever fold it is in. */
  @Test
  public void decisionsAreThoseOnATableThatWasFilteredAsAWhole() throws Exception {
    double[] expected = probabilities(run(new NaiveBayes(), standardized(table)));
    Vote vote = new Vote();
    vote.setClassifiers(
        new Classifier[] {
          behind(new NaiveBayes(), new SubjectStandardize()),
          behind(new NaiveBayes(), new AllFilter(), new SubjectStandardize())
        });
    for (Classifier scheme :
        List.of(
            behind(new NaiveBayes(), new SubjectStandardize()),
            behind(new NaiveBayes(), new AllFilter(), new SubjectStandardize(), new AllFilter()),
            behind(behind(new NaiveBayes(), new AllFilter()), new SubjectStandardize()),
            vote)) {
      assertArrayEquals(expected, probabilities(run(scheme, table)), 1e-9);
    }
    assertNoWarning();
  }

  @Test
  public void learnerBehindItSeesNeitherSubjectNorFile() throws Exception {
    for (Filter[] chain :
        new Filter[][] {
          {new SubjectStandardize()}, {new AllFilter(), new SubjectStandardize(), new AllFilter()}
        }) {
      SpyClassifier.forget();
      SubjectWiseEvaluation evaluation = run(behind(new SpyClassifier(), chain), table);
      assertEquals(4, SpyClassifier.TRAININGS.size());
      assertEquals(List.of("x", "y"), SpyClassifier.TRAININGS.get(0).attributes());
      assertEquals("file, subject (once the filter has read it)", evaluation.hiddenAttributes());
    }
    SubjectWiseEvaluation evaluation =
        run(behind(new SpyClassifier(), new NumberedClips(), new SubjectStandardize()), table);
    assertEquals("file, subject (once the filters have read them)", evaluation.hiddenAttributes());
    SpyClassifier.forget();
    run(behind(new SpyClassifier.SubjectAware(), new SubjectStandardize()), table);
    assertEquals(List.of("file", "subject", "x", "y"), SpyClassifier.TRAININGS.get(0).attributes());
  }

  @Test
  public void bagsAreStandardisedBehindAMediaFilterAndSegmentsAreScored() throws Exception {
    SubjectWiseEvaluation evaluation =
        run(behind(new SegmentByNumber(), new NumberedClips(), new SubjectStandardize()), table);
    assertTrue(evaluation.isSegmentwise());
    assertEquals(160, evaluation.subjects().stream().mapToInt(SubjectScores::segments).sum());
    Filter clips = new NumberedClips();
    clips.setInputFormat(table);
    Instances bags = standardized(Filter.useFilter(table, clips));
    assertArrayEquals(
        probabilities(run(new SegmentByNumber(), bags)), probabilities(evaluation), 0);
    assertNoWarning();
  }

  @Test
  public void resultProducerDecidesAlike() throws Exception {
    Classifier scheme = behind(new NaiveBayes(), new SubjectStandardize());
    SubjectWiseEvaluation evaluation = run(scheme, table);
    for (ClassifierSplitEvaluator splits :
        List.of(new ClassifierSplitEvaluator(), new OtherEvaluator())) {
      splits.setClassifier(scheme);
      CollectedResults collected = new CollectedResults();
      run(collected, splits, table);
      for (int subject = 0; subject < 4; subject++) {
        assertEquals(
            100 * evaluation.subjects().get(subject).confusion().war(),
            (double) collected.column("Percent_correct").get(subject),
            1e-9);
      }
    }
    assertNoWarning();
  }

  /** One of the user's own, which the loop does not replace. */
  public static class OtherEvaluator extends ClassifierSplitEvaluator {

    private static final long serialVersionUID = 1L;
  }

  private static void run(CollectedResults results, SplitEvaluator splits, Instances table)
      throws Exception {
    LeaveOneSubjectOutResultProducer producer = new LeaveOneSubjectOutResultProducer();
    producer.setSplitEvaluator(splits);
    producer.setInstances(table);
    producer.setResultListener(results);
    producer.preProcess();
    producer.doRun(1);
    results.preProcess(producer);
  }

  @Test
  public void aNumericClassIsPredictedAlike() throws Exception {
    table.setClassIndex(2);
    RegressionSplitEvaluator plain = new RegressionSplitEvaluator();
    plain.setClassifier(new LinearRegression());
    CollectedResults expected = new CollectedResults();
    run(expected, plain, standardized(table));
    RegressionSplitEvaluator filtered = new RegressionSplitEvaluator();
    filtered.setClassifier(behind(new LinearRegression(), new SubjectStandardize()));
    CollectedResults results = new CollectedResults();
    run(results, filtered, table);
    String error = "Mean_absolute_error";
    for (int fold = 0; fold < 4; fold++) {
      assertEquals(
          (double) expected.column(error).get(fold),
          (double) results.column(error).get(fold),
          1e-9);
    }
    assertNoWarning();
  }

  @Test
  public void aSchemeThatTrainsCopiesOfTheFilterIsRejectedAndCanStandBehindIt() throws Exception {
    Bagging around = new Bagging();
    around.setClassifier(behind(new NaiveBayes(), new SubjectStandardize()));
    WekaException rejection = assertThrows(WekaException.class, () -> run(around, table));
    assertEquals(
        "SubjectStandardize stands inside a scheme that trains copies of it, to which test clips"
            + " cannot be shown together; put the FilteredClassifier around that scheme.",
        rejection.getMessage());
    Bagging inside = new Bagging();
    inside.setClassifier(new NaiveBayes());
    assertEquals(
        80, run(behind(inside, new SubjectStandardize()), table).pooled().numInstances(), 0);
  }

  @Test
  public void reportsSayThatFiguresAreTransductive() throws Exception {
    Classifier scheme = behind(new NaiveBayes(), new SubjectStandardize());
    String header = new SubjectReport(run(scheme, table)).header(scheme);
    assertTrue(header, header.endsWith(LINE));
    Classifier plain = new NaiveBayes();
    header = new SubjectReport(run(plain, standardized(table))).header(plain);
    assertTrue(header, header.endsWith(LINE));
    header = new SubjectReport(run(plain, table)).header(plain);
    assertFalse(header, header.contains("transductive"));
  }

  /** Functionals are made once here; behind them the folds take seconds. */
  @Test
  public void speakersOfEmoDbAreRecognisedBetterByTheirOwnMeans() throws Exception {
    EmotionCorpusLoader loader = new EmotionCorpusLoader();
    loader.setSource(SharedData.require("data/emodb").toFile());
    Instances rows = loader.getDataSet();
    for (Filter filter : List.of(new MelDeltaSpectrogram(), new BagFunctionals())) {
      filter.setInputFormat(rows);
      rows = Filter.useFilter(rows, filter);
    }
    double plain = war(run(new SMO(), rows));
    double own = war(run(behind(new SMO(), new SubjectStandardize()), rows));
    assertTrue("%s, %s".formatted(plain, own), own > 0.79 && own > plain + 0.1);
  }

  private static double war(SubjectWiseEvaluation evaluation) {
    return evaluation.subjects().stream()
        .reduce(SubjectScores::plus)
        .orElseThrow()
        .confusion()
        .war();
  }
}
