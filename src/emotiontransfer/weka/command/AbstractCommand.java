package emotiontransfer.weka.command;

import java.io.IOException;
import weka.core.CommandlineRunnable;
import weka.core.WekaException;

/**
 * A command that {@code weka.Run} starts. It prints its usage where it is asked for, and ends in
 * one sentence, without a stack trace, where its options or data are rejected.
 */
public abstract class AbstractCommand implements CommandlineRunnable {

  private final String help;

  /** Makes a command whose usage {@code -h} and {@code -help} print. */
  protected AbstractCommand() {
    this("h");
  }

  /**
   * Makes a command.
   *
   * @param help the option, without its hyphen, that prints the usage, as {@code -help} does
   */
  protected AbstractCommand(String help) {
    this.help = help;
  }

  /** Returns the text that explains the options. */
  protected abstract String usage();

  /**
   * Does what the options say.
   *
   * @throws Exception if the command fails; the message of a {@code WekaException}, {@code
   *     IllegalArgumentException} or {@code IOException} is a sentence for the user
   */
  protected abstract void execute(CommandLine line) throws Exception;

  @Override
  public final void preExecution() {}

  @Override
  public final void postExecution() {}

  /**
   * Runs the command.
   *
   * @throws WekaException if the command rejects what it was given; the message is a sentence and a
   *     hint
   */
  @Override
  public final void run(Object toRun, String[] options) throws Exception {
    try {
      CommandLine line = new CommandLine(options);
      if (line.flag(help) || line.flag("help")) {
        System.out.println(usage());
      } else {
        execute(line);
      }
    } catch (WekaException | IllegalArgumentException | IOException rejection) {
      throw rejection(rejection, "-" + help);
    }
  }

  /**
   * Returns what a command throws to be ended by {@code weka.Run} with a sentence.
   *
   * @param cause its message is the sentence
   * @param helpOption the option that prints the usage, hyphen and all
   */
  public static WekaException rejection(Exception cause, String helpOption) {
    // weka.Run prints a stack trace unless the message has the words "General options"
    return new WekaException(
        cause.getMessage() + "\n(General options are printed by " + helpOption + ".)", cause);
  }
}
