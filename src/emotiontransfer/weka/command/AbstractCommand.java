package emotiontransfer.weka.command;

import java.io.IOException;
import weka.core.CommandlineRunnable;
import weka.core.WekaException;

/** A command that {@code weka.Run} starts, and that ends in a sentence where it is refused. */
public abstract class AbstractCommand implements CommandlineRunnable {

  private final String helpOption;

  /**
   * Makes a command.
   *
   * @param helpOption the option that prints the others, hyphen and all
   */
  protected AbstractCommand(String helpOption) {
    this.helpOption = helpOption;
  }

  /** Does nothing: there is nothing to set up. */
  @Override
  public final void preExecution() {}

  /** Does nothing: there is nothing to tear down. */
  @Override
  public final void postExecution() {}

  /**
   * Does what the options say.
   *
   * @param options the command's own; the help option prints them
   * @throws Exception if the command fails; a {@code WekaException}, {@code
   *     IllegalArgumentException} or {@code IOException} is a refusal in one sentence
   */
  protected abstract void execute(String[] options) throws Exception;

  /**
   * Runs the command.
   *
   * @param toRun not used
   * @param options the command's own
   * @throws WekaException if the command refuses what it was given; the message is a sentence and a
   *     hint
   * @throws Exception if the command fails
   */
  @Override
  public final void run(Object toRun, String[] options) throws Exception {
    try {
      execute(options);
    } catch (WekaException | IllegalArgumentException | IOException refusal) {
      throw refusal(refusal, helpOption);
    }
  }

  /**
   * Returns what a command throws to be ended by {@code weka.Run} with a sentence.
   *
   * @param refused its message is the sentence
   * @param helpOption the option that prints the others, hyphen and all
   * @return an exception for which no stack trace is printed
   */
  public static WekaException refusal(Exception refused, String helpOption) {
    // weka.Run prints a stack trace unless the message has the words "General options"
    return new WekaException(
        refused.getMessage() + "\n(General options are printed by " + helpOption + ".)", refused);
  }
}
