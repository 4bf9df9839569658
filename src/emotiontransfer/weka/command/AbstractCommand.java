package emotiontransfer.weka.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import emotiontransfer.file.Shown;
import java.io.IOException;
import org.apache.commons.io.IOUtils;
import weka.core.CommandlineRunnable;
import weka.core.WekaException;

/**
 * A command that {@code weka.Run} starts. It prints its usage where it is asked for. Where it
 * rejects its options or data, or fails, it ends in one sentence, without a stack trace, and a
 * process that was started for it ends with code 1.
 */
public abstract class AbstractCommand implements CommandlineRunnable {

  /** Returns the text that explains the options: a resource with the name of the class. */
  protected String usage() throws IOException {
    String text = getClass().getName().replace('.', '/') + ".txt";
    return IOUtils.resourceToString(text, UTF_8, getClass().getClassLoader());
  }

  /**
   * Does what the options say.
   *
   * @throws Exception if the command fails; the message is a sentence for the user, but for a
   *     {@code RuntimeException} that is neither an {@code IllegalArgumentException} nor an {@code
   *     IllegalStateException}
   */
  protected abstract void execute(CommandLine line) throws Exception;

  @Override
  public final void preExecution() {}

  @Override
  public final void postExecution() {}

  /**
   * Runs the command, and ends a process that was started for it if the command fails.
   *
   * @throws WekaException in any other process, with a sentence and a hint for the user
   */
  @Override
  public final void run(Object toRun, String[] options) throws Exception {
    try {
      CommandLine line = new CommandLine(options);
      if (line.flag("h") || line.flag("help")) {
        System.out.println(usage());
      } else {
        execute(line);
      }
      if (System.out.checkError()) {
        throw new IOException("Standard output cannot be written; is the disk full?");
      }
    } catch (Exception | VirtualMachineError | LinkageError failure) {
      // weka.Run prints a stack trace unless the message has the words "General options"
      String hint = "\n(General options are printed by -h.)";
      String message = Shown.name(Failure.sentence(failure).strip()) + hint;
      if (StartedProcess.isForCommand()) {
        System.err.println(message);
        System.exit(1);
      }
      throw new WekaException(message, failure);
    }
  }
}
