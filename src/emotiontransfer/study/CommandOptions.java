package emotiontransfer.study;

import emotiontransfer.figure.FigureFile;
import java.util.ArrayList;
import java.util.List;
import weka.core.Utils;

/** Reads the options of the figure commands. */
final class CommandOptions {

  private CommandOptions() {}

  /**
   * Takes an option that must be there.
   *
   * @param name without the hyphen
   * @param options the command line
   * @param usage text added to the message
   * @throws Exception if it is missing
   */
  static String required(String name, String[] options, String usage) throws Exception {
    String value = Utils.getOption(name, options);
    if (value.isEmpty()) {
      throw new IllegalArgumentException("Option -" + name + " is missing.\n\n" + usage);
    }
    return value;
  }

  /**
   * Takes every occurrence of an option that must be there at least once.
   *
   * @param name without the hyphen
   * @param options the command line
   * @param usage text added to the message
   * @return its values in order
   * @throws Exception if it is missing
   */
  static List<String> repeated(String name, String[] options, String usage) throws Exception {
    List<String> values = new ArrayList<>();
    values.add(required(name, options, usage));
    for (String next = Utils.getOption(name, options);
        !next.isEmpty();
        next = Utils.getOption(name, options)) {
      values.add(next);
    }
    return values;
  }

  /**
   * Takes the resolution.
   *
   * @param options the command line
   * @return dots per inch
   * @throws Exception if it is not a whole number
   */
  static int dpi(String[] options) throws Exception {
    String value = Utils.getOption("dpi", options);
    if (value.isEmpty()) {
      return FigureFile.DEFAULT_DPI;
    }
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("-dpi must be a whole number, but is '" + value + "'.", e);
    }
  }

  /**
   * Refuses what is left over.
   *
   * @param options the command line
   * @param usage text added to the message
   */
  static void finish(String[] options, String usage) {
    for (String option : options) {
      if (!option.isEmpty()) {
        throw new IllegalArgumentException("Unknown option '" + option + "'.\n\n" + usage);
      }
    }
  }
}
