package emotiontransfer.weka.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import org.apache.commons.io.IOUtils;
import weka.core.CommandlineRunnable;
import weka.core.WekaException;

/**
 * A command that {@code weka.Run} starts. It prints its usage where it is asked for, and ends in
 * one sentence, without a stack trace, where its options or data are rejected.
 */
public abstract class AbstractCommand implements CommandlineRunnable {

  /** Returns the option, without its hyphen, that prints the usage, as {@code -help} does. */
  protected String helpOption() {
    return "h";
  }

  /** Returns the text that explains the options: a resource with the name of the class. */
  protected String usage() throws IOException {
    String text = getClass().getName().replace('.', '/') + ".txt";
    return IOUtils.resourceToString(text, UTF_8, getClass().getClassLoader());
  }

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

  /** Runs the command; a WekaException is a sentence and a hint for the user. */
  @Override
  public final void run(Object toRun, String[] options) throws Exception {
    try {
      CommandLine line = new CommandLine(options);
      if (line.flag(helpOption()) || line.flag("help")) {
        System.out.println(usage());
      } else {
        execute(line);
      }
    } catch (WekaException | IllegalArgumentException | IOException rejection) {
      // weka.Run prints a stack trace unless the message has the words "General options"
      throw new WekaException(
          "%s\n(General options are printed by -%s.)"
              .formatted(rejection.getMessage(), helpOption()),
          rejection);
    }
  }
}
