package emotiontransfer.weka.command;

import java.io.UncheckedIOException;
import org.apache.commons.lang3.StringUtils;

/** What a user reads about a command that failed. */
public final class Failure {

  private static final String FAULT = "This is a fault of the program, please report it: %s%s.";

  /** Weka's schemes say of more kinds of data than they can take that they take them. */
  private static final String FOREIGN =
      "%s failed. If it was given bags (relational attributes), it does not support them: make one"
          + " row of numbers of each bag before it (BagFunctionals, PathNetFeatures), or use"
          + " another one; for unequal classes, PathNetClassifier's -class-weights balanced or"
          + " Resample. It ended with %s%s.";

  private Failure() {}

  /**
   * Returns a sentence without a stack trace; for a fault of the program or of Weka, with its
   * place.
   */
  public static String sentence(Throwable failure) {
    if (failure instanceof OutOfMemoryError) {
      long heap = Runtime.getRuntime().maxMemory() >> 20;
      return "The memory that Java may take, %s MB, is not enough; start it with a larger -Xmx."
          .formatted(heap);
    }
    if (failure instanceof UncheckedIOException) {
      return sentence(failure.getCause());
    }
    boolean isRejection =
        failure instanceof IllegalArgumentException || failure instanceof IllegalStateException;
    boolean isFault =
        failure instanceof Error || failure instanceof RuntimeException && !isRejection;
    if (!isFault && !StringUtils.isBlank(failure.getMessage())) {
      return failure.getMessage();
    }
    return FailedScheme.of(failure)
        .map(scheme -> FOREIGN.formatted(scheme, failure, place(failure)))
        .orElseGet(() -> FAULT.formatted(failure, place(failure)));
  }

  private static String place(Throwable failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    return trace.length == 0 ? "" : " at " + trace[0];
  }
}
