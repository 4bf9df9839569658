package emotiontransfer.weka.command;

import java.io.UncheckedIOException;
import org.apache.commons.lang3.StringUtils;

/** What a user reads about a command that failed. */
public final class Failure {

  private Failure() {}

  /** Returns a sentence without a stack trace; for a fault of the program, with its place. */
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
    return isFault || StringUtils.isBlank(failure.getMessage())
        ? "This is a fault of the program, please report it: %s%s."
            .formatted(failure, place(failure))
        : failure.getMessage();
  }

  private static String place(Throwable failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    return trace.length == 0 ? "" : " at " + trace[0];
  }
}
