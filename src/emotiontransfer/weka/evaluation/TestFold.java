package emotiontransfer.weka.evaluation;

import java.util.Optional;
import java.util.concurrent.Callable;
import weka.core.Instances;

/**
 * What the fold is tested on that this thread is training for.
 *
 * <p>Only for looking on, as for a learning curve: a scheme that learned from it would be tested on
 * what it knows. It is no option of a scheme, because the Experimenter copies schemes with all
 * their options for every fold.
 */
public final class TestFold {

  private static final ThreadLocal<Instances> IN_PROGRESS = new ThreadLocal<>();

  private TestFold() {}

  /**
   * Returns the test clips of the fold in progress, empty where this thread trains for no {@link
   * RecordingSplitEvaluator}.
   */
  public static Optional<Instances> inProgress() {
    return Optional.ofNullable(IN_PROGRESS.get());
  }

  /** Does a task that may ask for the test clips. */
  static <T> T during(Instances test, Callable<T> task) throws Exception {
    IN_PROGRESS.set(test);
    try {
      return task.call();
    } finally {
      IN_PROGRESS.remove();
    }
  }
}
