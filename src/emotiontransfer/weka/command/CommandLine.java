package emotiontransfer.weka.command;

import static org.apache.commons.lang3.Validate.isTrue;

import emotiontransfer.data.Keyword;
import emotiontransfer.weka.options.SchemeOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.apache.commons.lang3.function.Failable;
import weka.core.Utils;

/**
 * The options of a command. Each is taken by its name, without the hyphen; when all are taken, what
 * is left is an error. All errors are sentences that name the option and the value.
 *
 * <pre>{@code
 * File in = new File(line.required("predictions"));
 * List<String> out = line.repeated("out");
 * int dpi = line.number("dpi", FigureFile.DEFAULT_DPI, 1);
 * line.finish();
 * }</pre>
 */
public final class CommandLine {

  private final String[] options;

  /** Creates a command line. Options that are taken are blanked out in the given array. */
  public CommandLine(String... options) {
    this.options = options;
  }

  /** Returns all that is left, blanks included; what is blanked out in it is taken. */
  public String[] options() {
    return options;
  }

  /** Takes a flag. */
  public boolean flag(String name) {
    return Failable.call(() -> Utils.getFlag(name, options));
  }

  /** Takes an option, empty where it is not given. */
  public Optional<String> option(String name) {
    try {
      return Optional.of(Utils.getOption(name, options)).filter(value -> !value.isEmpty());
    } catch (Exception e) {
      // Weka throws a bare Exception where the value is missing
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** Takes an option that must be given. */
  public String required(String name) {
    return option(name)
        .orElseThrow(() -> new IllegalArgumentException("Option -" + name + " is missing."));
  }

  /** Takes every occurrence of an option that must be given at least once, in order. */
  public List<String> repeated(String name) {
    return Stream.iterate(Optional.of(required(name)), Optional::isPresent, last -> option(name))
        .map(Optional::get)
        .toList();
  }

  /** Returns the values that an option of a scheme has, and leaves them to it. */
  public List<String> given(String name) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i + 1 < options.length && !options[i].equals("--"); i++) {
      if (options[i].equals("-" + name) && !options[i + 1].isEmpty()) {
        values.add(options[i + 1]);
      }
    }
    return values;
  }

  /** Takes a whole number of at least a smallest value. */
  public int number(String name, int byDefault, int least) {
    return SchemeOptions.atLeast(least, number(name).orElse(byDefault), name);
  }

  /** Takes a whole number, empty where it is not given. */
  public OptionalInt number(String name) {
    Optional<String> text = option(name);
    try {
      return text.stream().map(String::trim).mapToInt(Integer::parseInt).findAny();
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "Option -" + name + " must be a whole number, but is '" + text.get() + "'.", e);
    }
  }

  /** Takes one keyword. */
  public <E extends Enum<E> & Keyword> E keyword(String name, E byDefault) {
    List<E> given = keywords(name, byDefault.getDeclaringClass(), List.of(byDefault));
    isTrue(given.size() == 1, "Option -%s takes one word.", name);
    return given.get(0);
  }

  /** Takes a list of keywords with commas between. */
  public <E extends Enum<E> & Keyword> List<E> keywords(
      String name, Class<E> type, List<E> byDefault) {
    Optional<String> list = option(name);
    try {
      return list.isEmpty()
          ? byDefault
          : words(list.get()).stream().map(word -> Keyword.ofKeyword(type, word)).toList();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("Option -" + name + ": " + e.getMessage(), e);
    }
  }

  /** Splits a list at its commas. */
  public static List<String> words(String list) {
    return Arrays.stream(list.split(",", -1)).map(String::strip).toList();
  }

  /** Takes the options behind the first {@code --}, which are those of a scheme. */
  public String[] behindHyphens() {
    return Utils.partitionOptions(options);
  }

  /** Rejects what is left. */
  public void finish() {
    String left = StringUtils.normalizeSpace(String.join(" ", options));
    isTrue(left.isEmpty(), "Unknown option '%s'.", left);
  }
}
