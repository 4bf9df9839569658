package emotiontransfer.weka.evaluation;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import emotiontransfer.evaluation.ConfusionMatrix;
import emotiontransfer.weka.progress.RecordingLog;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.Classifier;
import weka.classifiers.bayes.NaiveBayes;
import weka.classifiers.evaluation.Evaluation;
import weka.classifiers.functions.PathNetClassifier;
import weka.classifiers.meta.FilteredClassifier;
import weka.classifiers.trees.J48;
import weka.classifiers.trees.RandomForest;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.WekaException;
import weka.experiment.ClassifierSplitEvaluator;
import weka.experiment.ClipTables;
import weka.experiment.CollectedResults;
import weka.experiment.LeaveOneSubjectOutResultProducer;
import weka.experiment.NumberedClips;
import weka.experiment.SegmentByNumber;
import weka.experiment.SpyClassifier;
import weka.experiment.UnsureClassifier;
import weka.filters.AllFilter;
import weka.filters.Filter;
import weka.filters.unsupervised.instance.RemoveWithValues;

public class SubjectWiseEvaluationTest {

  private final Instances table = ClipTables.noisy(1);

  @Before
  public void forget() {
    SpyClassifier.forget();
  }

  @Test
  public void pooledConfusionIsThatOfALoopByHand() throws Exception {
    for (Classifier scheme : new Classifier[] {new J48(), new NaiveBayes()}) {
      Evaluation byHand = byHand(scheme);
      SubjectWiseEvaluation evaluation = run(scheme, 0);
      assertArrayEquals(byHand.confusionMatrix(), evaluation.pooled().confusionMatrix());
      assertEquals(byHand.meanAbsoluteError(), evaluation.pooled().meanAbsoluteError(), 1e-9);
      assertEquals(80, evaluation.pooled().numInstances(), 0);
    }
  }

  @Test
  public void orderOfRowsIsOfNoConsequenceForALearnerWithoutOrder() throws Exception {
    double[][] expected = run(new NaiveBayes(), 0).pooled().confusionMatrix();
    table.randomize(new Random(5));
    assertArrayEquals(expected, run(new NaiveBayes(), 0).pooled().confusionMatrix());
  }

  @Test
  public void everyClipHasOneDecisionInTheOrderOfTheTable() throws Exception {
    for (int numFolds : new int[] {0, 2}) {
      List<ClipDecision> decisions = run(new NaiveBayes(), numFolds).decisions();
      assertEquals(80, decisions.size());
      for (int row = 0; row < 80; row++) {
        ClipDecision decision = decisions.get(row);
        assertEquals(row, decision.row());
        assertEquals(table.get(row).stringValue(1), decision.subject());
        assertEquals((int) table.get(row).classValue(), decision.actual());
        assertEquals(
            decision.prediction().distribution()[decision.predicted()],
            Arrays.stream(decision.prediction().distribution()).max().orElse(-1),
            0);
        assertEquals(numFolds == 0, decision.fold().equals(decision.subject()));
      }
    }
  }

  @Test
  public void scoresOfSubjectsAreThoseOfTheirOwnFolds() throws Exception {
    SubjectWiseEvaluation evaluation = run(new NaiveBayes(), 0);
    for (int subject = 0; subject < 4; subject++) {
      SubjectScores scores = evaluation.subjects().get(subject);
      Evaluation byHand = byHand(new NaiveBayes(), subject);
      assertEquals("s" + (subject + 1), scores.subject());
      assertEquals((int) byHand.numInstances(), scores.clips());
      assertEquals(byHand.weightedRecall(), scores.confusion().war(), 1e-12);
      assertArrayEquals(byHand.confusionMatrix(), scores.confusion().counts());
    }
  }

  /** Subject s4 has no neutral clip: its UAR is the mean of two recalls. */
  @Test
  public void emotionThatASubjectLacksIsLeftOutOfItsUar() throws Exception {
    SubjectScores scores = run(new NaiveBayes(), 0).subjects().get(3);
    double[][] confusion = scores.confusion().counts();
    assertArrayEquals(new double[3], confusion[2], 0);
    double anger = confusion[0][0] / (confusion[0][0] + confusion[0][1] + confusion[0][2]);
    double fear = confusion[1][1] / (confusion[1][0] + confusion[1][1] + confusion[1][2]);
    assertEquals((anger + fear) / 2, scores.confusion().uar(), 1e-12);
  }

  @Test
  public void kFoldScoresEachSubjectOfAFold() throws Exception {
    SubjectWiseEvaluation evaluation = run(new NaiveBayes(), 2);
    assertEquals(4, evaluation.subjects().size());
    assertEquals(80, evaluation.subjects().stream().mapToInt(SubjectScores::clips).sum());
    assertEquals("subject-wise 2-fold cross-validation, 4 subjects", evaluation.folds().protocol());
  }

  /** J48 and the like never look whether they were interrupted. */
  @Test
  public void anInterruptEndsItWithTheFold() throws Exception {
    SubjectWiseEvaluation evaluation =
        new SubjectWiseEvaluation(
            new SpyClassifier(), SubjectFolds.of(table, "subject", 0, 1), OptionalInt.empty());
    Thread.currentThread().interrupt();
    try {
      assertThrows(InterruptedException.class, () -> evaluation.runFolds(null));
    } finally {
      // Weka's Evaluation leaves the thread marked; the next test shall not find it so.
      Thread.interrupted();
    }
    assertEquals(1, SpyClassifier.TRAININGS.size());
  }

  @Test
  public void theModelOfAllSubjectsIsAsBlindAsTheOthers() throws Exception {
    SubjectWiseEvaluation evaluation =
        new SubjectWiseEvaluation(
            new SpyClassifier(), SubjectFolds.of(table, "subject", 0, 1), OptionalInt.of(7));
    List<Classifier> models = new ArrayList<>();
    evaluation.runAll(null, models::add);
    assertEquals(1, models.size());
    assertEquals(
        "one model of all, and one for each of 4 folds", 5, SpyClassifier.TRAININGS.size());
    SpyClassifier.Training training = SpyClassifier.TRAININGS.get(0);
    assertEquals(80, training.clips().size());
    assertFalse(training.attributes().contains("subject"));
    assertFalse(training.attributes().contains("file"));
    assertEquals(7, training.seed());
    assertEquals(training.attributes().size() + 1, evaluation.header().numAttributes());
    assertEquals(0, evaluation.header().numInstances());
  }

  @Test
  public void progressNestsTheSchemesTrainingInTheFoldsWhateverIsAroundIt() throws Exception {
    PathNetClassifier small = new PathNetClassifier();
    small.setOptions(new String[] {"-G", "2", "-P", "2", "-M", "4"});
    FilteredClassifier filtered = new FilteredClassifier();
    filtered.setFilter(new AllFilter());
    filtered.setClassifier(small);
    RecordingLog log = new RecordingLog();
    SubjectFolds folds = SubjectFolds.of(table, "subject", 0, 1);
    new SubjectWiseEvaluation(filtered, folds, OptionalInt.empty())
        .runAll(log, model -> log.logMessage("model of all"));
    assertEquals(
        List.of(
            folds.protocol() + ": started, 5 steps",
            "model of all",
            folds.protocol() + ": ended after 5/5"),
        log.messages);
    for (String nested :
        List.of("model of all subjects, generation 1 of 2", "fold 4 of 4, generation 1 of 2")) {
      assertTrue(
          log.statuses.toString(), log.statuses.stream().anyMatch(s -> s.startsWith(nested)));
    }
    assertEquals("OK", log.statuses.get(log.statuses.size() - 1));
  }

  @Test
  public void testClipsNeverReachTheTraining() throws Exception {
    for (int numFolds : new int[] {0, 2}) {
      SpyClassifier.forget();
      run(new SpyClassifier(), numFolds);
      assertEquals(numFolds == 0 ? 4 : 2, SpyClassifier.TRAININGS.size());
      for (SpyClassifier.Training training : SpyClassifier.TRAININGS) {
        Set<Double> trained = subjects(training.clips());
        assertTrue(Collections.disjoint(trained, subjects(training.tested())));
        assertEquals(80, training.clips().size() + training.tested().size());
        assertEquals(List.of("x", "y"), training.attributes());
      }
    }
  }

  private Set<Double> subjects(List<Double> clips) {
    Set<Double> subjects = new HashSet<>();
    clips.forEach(clip -> subjects.add(table.get(clip.intValue()).value(1)));
    return subjects;
  }

  @Test
  public void sameSeedGivesTheSameNumbers() throws Exception {
    RandomForest forest = new RandomForest();
    forest.setNumIterations(5);
    double[][] probabilities = new double[2][];
    for (int round = 0; round < 2; round++) {
      probabilities[round] =
          SubjectWiseEvaluation.run(forest, folds(0, 3), OptionalInt.of(3), null)
              .decisions()
              .stream()
              .flatMapToDouble(decision -> Arrays.stream(decision.prediction().distribution()))
              .toArray();
    }
    assertArrayEquals(probabilities[0], probabilities[1], 0);
  }

  /** Run r of the Experimenter and seed r of the command are the same evaluation. */
  @Test
  public void agreesWithTheResultProducer() throws Exception {
    RandomForest forest = new RandomForest();
    forest.setNumIterations(5);
    CollectedResults collected = new CollectedResults();
    LeaveOneSubjectOutResultProducer producer = new LeaveOneSubjectOutResultProducer();
    ClassifierSplitEvaluator splitEvaluator = new ClassifierSplitEvaluator();
    splitEvaluator.setClassifier(forest);
    producer.setSplitEvaluator(splitEvaluator);
    producer.setInstances(table);
    producer.setResultListener(collected);
    producer.preProcess();
    producer.doRun(3);
    SubjectWiseEvaluation evaluation =
        SubjectWiseEvaluation.run(forest, folds(0, 3), OptionalInt.of(3), null);
    for (int subject = 0; subject < 4; subject++) {
      assertEquals(
          (double) collected.column("Percent_correct").get(subject),
          100 * evaluation.subjects().get(subject).confusion().war(),
          1e-9);
    }
  }

  @Test
  public void schemeKeepsItsOwnSeedUnlessOneIsGiven() throws Exception {
    SpyClassifier spy = new SpyClassifier();
    spy.setSeed(42);
    SubjectWiseEvaluation.run(spy, folds(0, 1), OptionalInt.empty(), null);
    assertEquals(42, SpyClassifier.TRAININGS.get(0).seed());
    SpyClassifier.forget();
    SubjectWiseEvaluation.run(spy, folds(0, 1), OptionalInt.of(7), null);
    assertEquals(7, SpyClassifier.TRAININGS.get(0).seed());
    assertEquals(42, spy.getSeed());
  }

  @Test
  public void undecidedClipsCountAsWrong() throws Exception {
    for (double nothing : new double[] {0, Double.NaN}) {
      SubjectWiseEvaluation evaluation = run(new NeverSure(nothing), 0);
      assertEquals(80, evaluation.pooled().unclassified(), 0);
      assertEquals(ClipDecision.UNDECIDED, evaluation.decisions().get(0).predicted());
      assertEquals(0, evaluation.subjects().get(0).confusion().war(), 0);
      String report = new SubjectReport(evaluation).subjects();
      assertTrue(
          report, report.contains("80 of 80 clips were left undecided; they count as wrong."));
    }
  }

  @Test
  public void undecidedClipsCountAsWrongForEachSubject() throws Exception {
    SubjectWiseEvaluation evaluation = run(new UnsureClassifier(), 0);
    double[] right = new double[4];
    double[] clips = new double[4];
    double[] angry = new double[4];
    for (int row = 0; row < 80; row++) {
      int subject = (int) table.get(row).value(1);
      boolean anger = table.get(row).classValue() == 0;
      clips[subject]++;
      angry[subject] += anger ? 1 : 0;
      right[subject] += anger && !UnsureClassifier.undecided(row) ? 1 : 0;
    }
    for (int subject = 0; subject < 4; subject++) {
      ConfusionMatrix confusion = evaluation.subjects().get(subject).confusion();
      assertEquals(right[subject] / clips[subject], confusion.war(), 1e-12);
      // Subject s4 shows two emotions, the others three.
      int emotions = subject == 3 ? 2 : 3;
      assertEquals(right[subject] / angry[subject] / emotions, confusion.uar(), 1e-12);
    }
    String report = new SubjectReport(evaluation).subjects();
    String war = String.format(Locale.ROOT, "Pooled: WAR %.4f", Arrays.stream(right).sum() / 80);
    assertTrue(report, report.contains(war));
    assertTrue(
        report, report.contains("\n20 of 80 clips were left undecided; they count as wrong.\n"));
    String decided = new SubjectReport(run(new NaiveBayes(), 0)).subjects();
    assertFalse(decided, decided.contains("undecided"));
  }

  @Test
  public void undecidedSegmentsCountAsWrong() throws Exception {
    SubjectWiseEvaluation evaluation = run(filtered(new FirstSegmentOnly()), 0);
    SubjectScores all = evaluation.subjects().stream().reduce(SubjectScores::plus).orElseThrow();
    double hits = all.confusion().war() * 80;
    assertTrue(hits > 0);
    assertEquals(hits / 160, all.segmentConfusion().war(), 1e-12);
  }

  /** Leaves the second segment of each clip undecided. */
  public static class FirstSegmentOnly extends SegmentByNumber {

    private static final long serialVersionUID = 1L;

    @Override
    public BagDecision decide(Instance clip) {
      BagDecision decision = super.decide(clip);
      Arrays.fill(decision.segments()[1], 0);
      return decision;
    }
  }

  @Test
  public void segmentsAreScoredBehindAMediaFilter() throws Exception {
    SubjectWiseEvaluation evaluation = run(filtered(new SegmentByNumber()), 0);
    assertTrue(evaluation.isSegmentwise());
    int segments = evaluation.subjects().stream().mapToInt(SubjectScores::segments).sum();
    assertEquals(160, segments);
    double hits = 0;
    double clipHits = 0;
    for (Instance clip : table) {
      int number = (int) clip.value(3);
      clipHits += number % 3 == clip.classValue() ? 1 : 0;
      hits += number % 3 == clip.classValue() ? 1 : 0;
      hits += (number + 1) % 3 == clip.classValue() ? 1 : 0;
    }
    SubjectScores all = evaluation.subjects().stream().reduce(SubjectScores::plus).orElseThrow();
    assertEquals(hits / 160, all.segmentConfusion().war(), 1e-12);
    assertEquals(clipHits / 80, all.confusion().war(), 1e-12);
  }

  @Test
  public void segmentsAreDecidedOnceForEachClip() throws Exception {
    SegmentByNumber.DECIDED.set(0);
    run(filtered(new SegmentByNumber()), 0);
    assertEquals(80, SegmentByNumber.DECIDED.get());
  }

  /** A FilteredClassifier may reorder attributes, too; what it decides is what counts. */
  @Test
  public void decisionsAboutClipsAreThoseOfTheWholeScheme() throws Exception {
    Turned turned = new Turned();
    turned.setFilter(new NumberedClips());
    turned.setClassifier(new SegmentByNumber());
    SubjectWiseEvaluation evaluation = run(turned, 0);
    for (ClipDecision decision : evaluation.decisions()) {
      assertEquals(2 - decision.row() % 3, decision.predicted());
    }
    assertEquals(160, evaluation.subjects().stream().mapToInt(SubjectScores::segments).sum());
  }

  /** Gives each class the probability of the opposite one. */
  public static class Turned extends FilteredClassifier {

    private static final long serialVersionUID = 1L;

    @Override
    public double[] distributionForInstance(Instance clip) throws Exception {
      double[] distribution = super.distributionForInstance(clip);
      return new double[] {distribution[2], distribution[1], distribution[0]};
    }
  }

  @Test
  public void aFilterThatRemovesATestClipIsNamed() throws Exception {
    RemoveWithValues remove = new RemoveWithValues();
    remove.setAttributeIndex("2");
    remove.setSplitPoint(40);
    FilteredClassifier scheme = filtered(new SegmentByNumber());
    scheme.setFilter(remove);
    WekaException rejection = assertThrows(WekaException.class, () -> run(scheme, 0));
    assertEquals("Filter RemoveWithValues removed a test clip.", rejection.getMessage());
  }

  @Test
  public void recordingSegmentsChangesNoColumnOfTheExperimenter() throws Exception {
    Filter numbered = new NumberedClips();
    numbered.setInputFormat(table);
    Instances bags = Filter.useFilter(table, numbered);
    ClassifierSplitEvaluator plain = new ClassifierSplitEvaluator();
    FoldRecorder recording = new FoldRecorder();
    plain.setClassifier(new SegmentByNumber());
    recording.setClassifier(new SegmentByNumber());
    Object[] expected = plain.getResult(bags, bags);
    Object[] actual = recording.getResult(bags, bags);
    assertEquals(80, recording.segments().size());
    for (int i = 0; i < expected.length; i++) {
      String name = plain.getResultNames()[i];
      if (!name.contains("Time")) {
        assertEquals(name, expected[i], actual[i]);
      }
    }
  }

  @Test
  public void schemeWithoutSegmentsSaysSo() throws Exception {
    SubjectWiseEvaluation evaluation = run(filtered(new SpyClassifier()), 0);
    assertFalse(evaluation.isSegmentwise());
    assertTrue(Double.isNaN(evaluation.subjects().get(0).segmentConfusion().war()));
  }

  @Test
  public void numericClassIsRejected() throws Exception {
    table.setClassIndex(2);
    WekaException rejection = assertThrows(WekaException.class, () -> run(new NaiveBayes(), 0));
    assertEquals(
        "The class of table 'clips' must be nominal, but 'x' is not.", rejection.getMessage());
  }

  @Test
  public void subjectOfTheSourceIsRejected() {
    Classifier scheme = new SpyClassifier.SubjectAware().trainedOn("s1", "s4");
    WekaException rejection = assertThrows(WekaException.class, () -> run(scheme, 0));
    assertTrue(rejection.getMessage(), rejection.getMessage().contains("has seen subjects s1, s4"));
    assertEquals(List.of(), SpyClassifier.TRAININGS);
  }

  private SubjectWiseEvaluation run(Classifier scheme, int numFolds) throws Exception {
    return SubjectWiseEvaluation.run(scheme, folds(numFolds, 1), OptionalInt.empty(), null);
  }

  private SubjectFolds folds(int numFolds, int seed) throws Exception {
    return SubjectFolds.of(table, "subject", numFolds, seed);
  }

  private static FilteredClassifier filtered(Classifier inner) {
    FilteredClassifier filtered = new FilteredClassifier();
    filtered.setFilter(new NumberedClips());
    filtered.setClassifier(inner);
    return filtered;
  }

  private Evaluation byHand(Classifier scheme) throws Exception {
    Evaluation pooled = new Evaluation(split(table, 0, true));
    for (int subject = 0; subject < 4; subject++) {
      evaluate(scheme, subject, pooled);
    }
    return pooled;
  }

  private Evaluation byHand(Classifier scheme, int subject) throws Exception {
    Evaluation evaluation = new Evaluation(split(table, 0, true));
    evaluate(scheme, subject, evaluation);
    return evaluation;
  }

  private void evaluate(Classifier scheme, int subject, Evaluation evaluation) throws Exception {
    Instances training = split(table, subject, false);
    Classifier trained = AbstractClassifier.makeCopy(scheme);
    trained.buildClassifier(training);
    evaluation.setPriors(training);
    for (Instance clip : split(table, subject, true)) {
      evaluation.evaluateModelOnceAndRecordPrediction(trained, clip);
    }
  }

  /** The rows of one subject or of all others, with x, y and class only; no code under test. */
  private static Instances split(Instances table, int subject, boolean own) {
    Instances rows = new Instances(table);
    Attribute attribute = rows.attribute("subject");
    rows.removeIf(clip -> (clip.value(attribute) == subject) != own);
    rows.deleteAttributeAt(1);
    rows.deleteAttributeAt(0);
    return rows;
  }

  /** Gives no class any probability. */
  public static class NeverSure extends AbstractClassifier {

    private static final long serialVersionUID = 1L;

    private final double nothing;

    public NeverSure(double nothing) {
      this.nothing = nothing;
    }

    @Override
    public void buildClassifier(Instances data) {}

    @Override
    public double[] distributionForInstance(Instance clip) {
      double[] none = new double[clip.numClasses()];
      Arrays.fill(none, nothing);
      return none;
    }
  }
}
