package weka.experiment;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.io.File;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.Test;
import weka.classifiers.trees.J48;
import weka.core.CheckOptionHandler;
import weka.core.ClassDiscovery;
import weka.core.OptionMetadata;
import weka.core.Utils;

/** Options and properties of the result producer. */
public class LeaveOneSubjectOutOptionsTest {

  @Test
  public void optionsRoundTrip() throws Exception {
    LeaveOneSubjectOutResultProducer producer = new LeaveOneSubjectOutResultProducer();
    String[] options =
        Utils.splitOptions(
            "-subject 2 -folds 3 -training-subjects 2 -subject-per-run -confusion c.csv -D -O"
                + " raw.zip -W weka.experiment.ClassifierSplitEvaluator -- -no-size -W"
                + " weka.classifiers.trees.J48 -- -M 5");
    producer.setOptions(options);
    assertEquals("2", producer.getSubject());
    assertEquals(3, producer.getNumFolds());
    assertEquals(2, producer.getTrainingSubjects());
    assertTrue(producer.getSubjectPerRun());
    assertEquals(new File("c.csv"), producer.getConfusionFile());
    assertTrue(producer.getRawOutput());
    ClassifierSplitEvaluator evaluator = (ClassifierSplitEvaluator) producer.getSplitEvaluator();
    assertTrue(evaluator.getNoSizeDetermination());
    assertEquals(5, ((J48) evaluator.getClassifier()).getMinNumObj());
    LeaveOneSubjectOutResultProducer again = new LeaveOneSubjectOutResultProducer();
    again.setOptions(producer.getOptions());
    assertArrayEquals(producer.getOptions(), again.getOptions());
    assertEquals(
        "-subject 2 -folds 3 -training-subjects 2 -subject-per-run"
            + " -W weka.experiment.ClassifierSplitEvaluator --",
        producer.getCompatibilityState());
    producer.setTrainingSubjects(0);
    producer.setSubjectPerRun(false);
    assertEquals(
        "-subject 2 -folds 3 -W weka.experiment.ClassifierSplitEvaluator --",
        producer.getCompatibilityState());
  }

  @Test
  public void optionsAreListed() {
    CheckOptionHandler check = new CheckOptionHandler();
    check.setSilent(true);
    check.setOptionHandler(new LeaveOneSubjectOutResultProducer());
    assertTrue(check.checkListOptions());
  }

  @Test
  public void badOptionsAreRejected() {
    String evaluator = " -W weka.experiment.ClassifierSplitEvaluator";
    assertEquals(
        "Option -folds needs a whole number, but was given 'many'.",
        rejection("-folds many" + evaluator));
    assertEquals(
        "Option -training-subjects must be at least 0, but is -1.",
        rejection("-training-subjects -1" + evaluator));
    assertEquals("A split evaluator must be given with the -W option.", rejection(""));
    assertTrue(
        rejection("-speaker x" + evaluator + " -- -W weka.classifiers.rules.ZeroR")
            .contains("-speaker"));
  }

  private static String rejection(String options) {
    return assertThrows(
            Exception.class,
            () -> new LeaveOneSubjectOutResultProducer().setOptions(Utils.splitOptions(options)))
        .getMessage();
  }

  @Test
  public void everyPropertyHasATipAndASetter() throws Exception {
    Set<String> properties = new HashSet<>();
    for (PropertyDescriptor property :
        Introspector.getBeanInfo(LeaveOneSubjectOutResultProducer.class).getPropertyDescriptors()) {
      if (property.getReadMethod() != null
          && property.getWriteMethod() != null
          && !property.getName().equals("options")) {
        properties.add(property.getName());
        assertFalse(
            property.getReadMethod().getAnnotation(OptionMetadata.class).description().isBlank());
      }
    }
    assertEquals(
        Set.of(
            "subject",
            "numFolds",
            "trainingSubjects",
            "subjectPerRun",
            "confusionFile",
            "rawOutput",
            "outputFile",
            "splitEvaluator"),
        properties);
  }

  @Test
  public void experimenterOffersItAndNoneOfItsParts() {
    assertTrue(
        ClassDiscovery.find(ResultProducer.class, "weka.experiment")
            .contains(LeaveOneSubjectOutResultProducer.class.getName()));
    for (Class<?> kind : List.of(ResultProducer.class, SplitEvaluator.class)) {
      for (String name : ClassDiscovery.find(kind, "weka.experiment")) {
        assertFalse(name, name.contains("Recording") || name.contains("Abstract"));
      }
    }
  }
}
