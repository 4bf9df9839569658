package weka.experiment;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.util.List;
import org.junit.Before;
import org.junit.Test;
import weka.core.Instances;
import weka.core.WekaException;

/** Runs that are subjects, so that Weka's remote experiments can spread them over hosts. */
public class SubjectPerRunTest {

  private final Instances table = ClipTables.noisy(1);
  private final CollectedResults collected = new CollectedResults();

  @Before
  public void forget() {
    SpyClassifier.forget();
  }

  @Test
  public void runIsASubject() throws Exception {
    LeaveOneSubjectOutResultProducer producer = producer(true);
    for (int run : new int[] {3, 1, 4}) {
      producer.doRun(run);
    }
    assertEquals(List.of("s3", "s1", "s4"), collected.folds());
    assertEquals(List.of("3", "1", "4"), collected.keys.stream().map(key -> key.get(1)).toList());
    assertEquals(List.of(20.0, 30.0, 10.0), collected.column("Number_of_testing_instances"));
  }

  @Test
  public void runsTogetherAreTheOrdinaryRunOfEachSeed() throws Exception {
    LeaveOneSubjectOutResultProducer ordinary = producer(false);
    ordinary.doRun(1);
    ordinary.doRun(2);
    List<SpyClassifier.Training> expected = List.copyOf(SpyClassifier.TRAININGS);
    SpyClassifier.forget();
    LeaveOneSubjectOutResultProducer producer = producer(true);
    for (int run = 1; run <= 8; run++) {
      producer.doRun(run);
    }
    assertEquals(expected, SpyClassifier.TRAININGS);
    assertNotEquals(expected.get(0), expected.get(4));
  }

  @Test
  public void foldsOfSeveralSubjectsAreRunsToo() throws Exception {
    LeaveOneSubjectOutResultProducer producer = producer(true);
    producer.setNumFolds(2);
    producer.doRun(2);
    producer.doRun(3);
    assertEquals(List.of("2", "1"), collected.folds());
  }

  @Test
  public void runAndItsKeysAgree() throws Exception {
    LeaveOneSubjectOutResultProducer producer = producer(true);
    producer.doRun(2);
    producer.doRunKeys(2);
    assertEquals(2, collected.keys.size());
    assertEquals(collected.keys.get(0), collected.keys.get(1));
  }

  @Test
  public void runsBeforeTheFirstAndPooledFilesAreRejected() {
    LeaveOneSubjectOutResultProducer producer = producer(true);
    assertTrue(rejection(producer, 0).contains("runs are numbered from 1, but one is 0"));
    producer.setConfusionFile(new File("confusion.csv"));
    assertTrue(rejection(producer, 1).contains("leave out -subject-per-run"));
    assertEquals(List.of(), SpyClassifier.TRAININGS);
  }

  private static String rejection(LeaveOneSubjectOutResultProducer producer, int run) {
    return assertThrows(WekaException.class, () -> producer.doRun(run)).getMessage();
  }

  private LeaveOneSubjectOutResultProducer producer(boolean subjectPerRun) {
    LeaveOneSubjectOutResultProducer producer = collected.producer(table, new SpyClassifier());
    producer.setSubjectPerRun(subjectPerRun);
    return producer;
  }
}
