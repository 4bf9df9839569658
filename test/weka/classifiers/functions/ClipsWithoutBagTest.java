package weka.classifiers.functions;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import emotiontransfer.weka.evaluation.ClipDecision;
import emotiontransfer.weka.evaluation.SubjectFolds;
import emotiontransfer.weka.evaluation.SubjectReport;
import emotiontransfer.weka.evaluation.SubjectWiseEvaluation;
import emotiontransfer.weka.table.ClipTable;
import emotiontransfer.weka.table.FeatureSignature;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import weka.classifiers.Classifier;
import weka.classifiers.evaluation.Evaluation;
import weka.classifiers.evaluation.UnweightedAverageRecall;
import weka.classifiers.evaluation.WeightedAverageRecall;
import weka.classifiers.meta.FilteredClassifier;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.WekaException;
import weka.filters.Filter;
import weka.filters.MultiFilter;
import weka.filters.unsupervised.attribute.BagFunctionals;
import weka.filters.unsupervised.attribute.ClipTables;
import weka.filters.unsupervised.attribute.MelDeltaSpectrogram;

/** Clips without a bag: no decision, wrong in every figure, and no part in training. */
public class ClipsWithoutBagTest {

  @Rule public TemporaryFolder folder = new TemporaryFolder();

  /** Every fifth of 60 clips has no bag: 12 of them. */
  private static Instances table() {
    Instances bags = BagTables.make("demo", 60, 12, 3, 4);
    for (int clip = 0; clip < 60; clip += 5) {
      bags.get(clip).setMissing(2);
    }
    return bags;
  }

  private static Classifier smo() {
    FilteredClassifier filtered = new FilteredClassifier();
    filtered.setFilter(new BagFunctionals());
    filtered.setClassifier(new SMO());
    return filtered;
  }

  private static SubjectWiseEvaluation run(Classifier scheme, Instances table) throws Exception {
    SubjectFolds folds = SubjectFolds.of(table, "subject", 0, 1, OptionalInt.empty());
    return SubjectWiseEvaluation.run(scheme, folds, OptionalInt.of(1), null);
  }

  @Test
  public void wekasEvaluationCountsThemAsUnclassifiedAndNotAsCorrect() throws Exception {
    Evaluation evaluation = new Evaluation(table());
    evaluation.crossValidateModel(BagTables.classifier(""), table(), 5, new Random(1));
    assertEquals(12, evaluation.unclassified(), 0);
    assertEquals(60, evaluation.numInstances(), 0);
    assertTrue("accuracy " + evaluation.pctCorrect(), evaluation.pctCorrect() <= 80);
    assertEquals(20, evaluation.pctUnclassified(), 1e-9);
    WeightedAverageRecall war = new WeightedAverageRecall();
    UnweightedAverageRecall uar = new UnweightedAverageRecall();
    war.setBaseEvaluation(evaluation);
    uar.setBaseEvaluation(evaluation);
    assertEquals(evaluation.pctCorrect() / 100, war.getStatistic("WAR"), 1e-12);
    assertTrue(uar.getStatistic("UAR") <= 0.8 + 1e-9);
    assertTrue("Weka's own leaves them out", evaluation.weightedRecall() > 0.8);
  }

  @Test
  public void everySchemeLeavesThemUndecidedInLeaveOneSubjectOut() throws Exception {
    for (Classifier scheme : List.of(BagTables.classifier(""), smo())) {
      SubjectWiseEvaluation evaluation = run(scheme, table());
      assertEquals(12, evaluation.withoutBag());
      for (ClipDecision decision : evaluation.decisions()) {
        boolean undecided = decision.predicted() == ClipDecision.UNDECIDED;
        assertEquals("row " + decision.row(), decision.row() % 5 == 0, undecided);
      }
      String report = new SubjectReport(evaluation).subjects();
      assertTrue(
          report, report.contains("12 of 60 clips were left undecided; they count as wrong.\n"));
      assertTrue(
          report, report.contains("12 of 60 clips have no bag: nothing was decided about them.\n"));
    }
    String complete =
        new SubjectReport(run(smo(), BagTables.make("demo", 60, 12, 3, 4))).subjects();
    assertFalse(complete, complete.contains("no bag"));
  }

  @Test
  public void theyDoNotTrainALearnerThatWouldTakeTheMeansForThem() throws Exception {
    Instances few = new Instances(table());
    few.removeIf(clip -> clip.isMissing(2));
    Classifier without = run(smo(), few).trainOnAll(null);
    Classifier with = run(smo(), table()).trainOnAll(null);
    assertEquals(without.toString(), with.toString());
    Instances none = table();
    none.forEach(clip -> clip.setMissing(2));
    WekaException rejection = assertThrows(WekaException.class, () -> run(smo(), none));
    assertTrue(rejection.getMessage(), rejection.getMessage().contains("has a bag"));
  }

  @Test
  public void clipsThatAFilterInsideTheSchemeSkipsAreLeftUndecidedToo() throws Exception {
    Path root = folder.getRoot().toPath();
    Instances clips = ClipTables.tones(root, 12, 0.3);
    for (int clip : new int[] {1, 6}) {
      Files.writeString(Path.of(clips.get(clip).stringValue(0)), "no sound");
    }
    MelDeltaSpectrogram reader = new MelDeltaSpectrogram();
    reader.setOptions(new String[] {"-on-error", "skip", "-bands", "6", "-frames", "8"});
    MultiFilter both = new MultiFilter();
    both.setFilters(new Filter[] {reader, new BagFunctionals()});
    FilteredClassifier scheme = new FilteredClassifier();
    scheme.setFilter(both);
    scheme.setClassifier(new SMO());
    SubjectWiseEvaluation evaluation = run(scheme, clips);
    assertEquals(2, evaluation.withoutBag());
    int[] undecided =
        evaluation.decisions().stream()
            .filter(decision -> decision.predicted() == ClipDecision.UNDECIDED)
            .mapToInt(ClipDecision::row)
            .toArray();
    assertArrayEquals(new int[] {1, 6}, undecided);
  }

  @Test
  public void numbersThatAreAllMissingInATableOfFeaturesAreNoClip() {
    Instances bag = BagTables.make("demo", 3, 4, 3, 1).get(0).relationalValue(2);
    bag.add(new DenseInstance(1, new double[bag.numAttributes()]));
    Instance row = bag.lastInstance();
    IntStream.range(0, bag.numAttributes()).forEach(row::setMissing);
    assertFalse("any table", ClipTable.isEmpty(row));
    bag.setRelationName(FeatureSignature.tag("demo", "OnnxEmbedding -form vector"));
    assertTrue("features", ClipTable.isEmpty(row));
    row.setValue(1, 0);
    assertFalse("one number", ClipTable.isEmpty(row));
  }
}
