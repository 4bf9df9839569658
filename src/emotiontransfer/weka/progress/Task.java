package emotiontransfer.weka.progress;

import java.util.function.LongFunction;
import org.apache.commons.lang3.Validate;

/**
 * A long task of some steps, in the words that its progress is shown with.
 *
 * @param title what is done, for the log: {@code "Reading clips"}
 * @param noun what the task is called where the time left is its own only: {@code "evolution"}
 * @param steps how many steps are expected; 0 where nobody knows
 * @param step names a step that is being done, counted from 0: {@code "fold 3 of 10"}
 * @param owner class of the scheme or filter whose task it is; {@code Object} for none
 * @param options of the owner, as Weka writes them
 */
public record Task(
    String title,
    String noun,
    long steps,
    LongFunction<String> step,
    Class<?> owner,
    String options) {

  public Task {
    Validate.isTrue(steps >= 0, "steps must be at least 0, but is %s", steps);
  }

  /** Returns a task whose steps are numbered: {@code unit 3 of 10}. */
  public static Task of(String title, String noun, String unit, long steps) {
    String total = steps == 0 ? "" : " of " + steps;
    return of(title, noun, steps, index -> "%s %s%s".formatted(unit, index + 1, total));
  }

  /** Returns a task whose steps have names, given by their number from 0. */
  public static Task of(String title, String noun, long steps, LongFunction<String> step) {
    return new Task(title, noun, steps, step, Object.class, "");
  }

  /** Returns this task of a scheme or filter, by which the KnowledgeFlow's step is found. */
  public Task by(Class<?> schemeOrFilter, String theOptions) {
    return new Task(title, noun, steps, step, schemeOrFilter, theOptions);
  }

  /** Returns the name of the step that follows a number of steps; of the last one at the end. */
  String stepAfter(long done) {
    return step.apply(steps > 0 ? Math.min(done, steps - 1) : done);
  }
}
