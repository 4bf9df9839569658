package weka.classifiers.functions;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import emotiontransfer.weka.evaluation.SubjectFolds;
import emotiontransfer.weka.evaluation.SubjectReport;
import emotiontransfer.weka.evaluation.SubjectWiseEvaluation;
import java.util.List;
import java.util.OptionalInt;
import org.junit.Test;
import weka.classifiers.Classifier;
import weka.classifiers.bayes.NaiveBayes;
import weka.classifiers.meta.FilteredClassifier;
import weka.classifiers.trees.RandomForest;
import weka.core.Instances;
import weka.core.Utils;
import weka.filters.unsupervised.attribute.BagFunctionals;

/** Where few subjects train, some of the classes may have no clip, or all but one. */
public class FewTrainingSubjectsTest {

  private static final int INPUTS = 3 * 4 * 4;

  @Test
  public void classesWithoutTrainingClipsCrashNoScheme() throws Exception {
    PathNetClassifier pathNet = new PathNetClassifier();
    pathNet.setOptions(Utils.splitOptions("-L 2 -M 4 -H 4 -N 2 -P 3 -G 3 -num-slots 1"));
    for (Classifier scheme :
        List.of(
            pathNet,
            FineTunedAlexNetBagTest.classifier("-epochs 1"),
            FineTunedAlexNetBagTest.classifier("-epochs 1 -decision dtpm"),
            onFunctionals(new SMO()),
            onFunctionals(new NaiveBayes()),
            onFunctionals(new RandomForest()))) {
      for (int seed = 1; seed <= 3; seed++) {
        SubjectWiseEvaluation evaluation = evaluate(scheme, seed);
        assertEquals(36, evaluation.decisions().size());
        SubjectReport report = new SubjectReport(evaluation);
        assertTrue(report.subjects().contains("Pooled         36"));
        assertTrue(report.pooled().contains("Total Number of Instances               36"));
      }
    }
  }

  /** Subjects 0 to 2 show one class each, subject 3 all three. */
  private static SubjectWiseEvaluation evaluate(Classifier scheme, int seed) throws Exception {
    Instances bags = BagTables.make("demo", 36, INPUTS, 3, 4);
    bags.forEach(clip -> clip.setValue(1, clip.value(1) < 3 ? clip.classValue() : 3));
    SubjectFolds folds = SubjectFolds.of(bags, "subject", 0, seed, OptionalInt.of(1));
    return SubjectWiseEvaluation.run(scheme, folds, OptionalInt.of(seed), null);
  }

  private static Classifier onFunctionals(Classifier scheme) {
    FilteredClassifier filtered = new FilteredClassifier();
    filtered.setFilter(new BagFunctionals());
    filtered.setClassifier(scheme);
    return filtered;
  }
}
