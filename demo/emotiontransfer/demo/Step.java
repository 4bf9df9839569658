package emotiontransfer.demo;

import java.nio.file.Path;
import java.util.List;

/**
 * One command of the demonstration, as a user would type it.
 *
 * @param title what it does, for a heading
 * @param command program and arguments
 * @param quiet whether the output is shown only after a failure
 * @param made files that are there when the command has succeeded
 */
record Step(String title, List<String> command, boolean quiet, List<Path> made) {

  Step {
    command = List.copyOf(command);
    made = List.copyOf(made);
  }

  /** Returns the command line, to be copied into a shell. */
  String commandLine() {
    StringBuilder line = new StringBuilder();
    for (String word : command) {
      line.append(line.isEmpty() ? "" : " ").append(quoted(word));
    }
    return line.toString();
  }

  private static String quoted(String word) {
    boolean plain = !word.isEmpty() && word.matches("[A-Za-z0-9_./:=,+@%\\\\-]*");
    return plain ? word : '"' + word + '"';
  }
}
