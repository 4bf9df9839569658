package emotiontransfer.weka.command;

import static org.junit.Assert.assertEquals;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.Test;
import weka.classifiers.functions.PathNetClassifier;
import weka.classifiers.functions.SMO;
import weka.classifiers.meta.FilteredClassifier;
import weka.classifiers.trees.RandomTree;
import weka.core.Instances;
import weka.filters.Filter;
import weka.filters.supervised.instance.ClassBalancer;

/** Which scheme of Weka a failure is put down to. */
public class FailedSchemeTest {

  private static final String TREE = RandomTree.class.getName();

  /** Returns what has failed where these classes have called each other, the last one first. */
  private static Optional<String> of(String... classes) {
    return of(new RuntimeException(), classes);
  }

  private static Optional<String> of(Throwable failure, String... classes) {
    failure.setStackTrace(
        Stream.of(classes)
            .map(name -> new StackTraceElement(name, "run", "File.java", 1))
            .toArray(StackTraceElement[]::new));
    return FailedScheme.of(failure);
  }

  @Test
  public void theSchemeIsNamedInsteadOfTheTableThatItHasCalled() {
    String balancer = ClassBalancer.class.getName();
    assertEquals(
        Optional.of(balancer),
        of("java.util.ArrayList", Instances.class.getName(), Filter.class.getName(), balancer));
    assertEquals(Optional.of(TREE), of(TREE + "$Tree", TREE, FailedScheme.class.getName()));
  }

  @Test
  public void aFilterThatInheritsWhatFailsIsNamedByItsScheme() {
    assertEquals(
        Optional.of("A filter of " + FilteredClassifier.class.getName()),
        of("java.util.ArrayList", Filter.class.getName(), FilteredClassifier.class.getName()));
  }

  @Test
  public void aSchemeOfAnotherPackageIsNamed() {
    assertEquals(Optional.of("weka.filters.other.Smote"), of("weka.filters.other.Smote", TREE));
  }

  @Test
  public void whatThisPackageHasCalledIsItsOwnFault() {
    String network = PathNetClassifier.class.getName();
    assertEquals(Optional.empty(), of(Instances.class.getName(), network, SMO.class.getName()));
    assertEquals(Optional.empty(), of(FailedScheme.class.getName() + "$1", TREE));
    assertEquals(Optional.empty(), of("java.util.ArrayList", Instances.class.getName()));
    assertEquals(Optional.empty(), of());
  }

  @Test
  public void aFailureOfTheMachineIsNoSchemes() {
    assertEquals(Optional.empty(), of(new StackOverflowError(), TREE));
    assertEquals(Optional.of(TREE), of(new RuntimeException(), TREE));
  }
}
