package emotiontransfer.spark;

import emotiontransfer.weka.filter.store.StoreChoice;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.lang3.Validate;

/**
 * Paths on a command line that executors, which have working folders of their own, must find. A
 * driver that the cluster has started has a working folder that nobody knows, so that relative
 * paths are rejected there.
 */
final class AbsolutePaths {

  private AbsolutePaths() {}

  /** Makes the values of some options absolute, in place, up to those of a scheme. */
  static void make(String[] options, List<String> names) {
    for (int i = 0; i + 1 < options.length && !options[i].equals("--"); i++) {
      if (names.contains(options[i]) && !options[i + 1].isEmpty()) {
        options[i + 1] = absolute(options[i + 1]);
      }
    }
  }

  /** Makes the folder of the store absolute, in place: also the one below this WEKA_HOME. */
  static void makeStore(String[] options) {
    for (int i = 0; i + 1 < options.length; i++) {
      if (options[i].equals("-store")) {
        String value = options[i + 1];
        Optional<Path> store = new StoreChoice(new File(value), 0).folder();
        if (store.isPresent()) {
          // Those below WEKA_HOME and below the home folder mean the driver's.
          boolean isBelow = value.equals(StoreChoice.DEFAULT) || value.startsWith("~");
          options[i + 1] = isBelow ? store.get().toString() : absolute(value);
        }
      }
    }
  }

  /**
   * Makes references to corpora absolute, in place, several with plus signs between.
   *
   * @param named whether a plain word is the name of a corpus elsewhere, not of a file here
   */
  static void makeCorpora(String[] options, List<String> names, boolean named) {
    for (int i = 0; i + 1 < options.length; i++) {
      if (names.contains(options[i])) {
        String value = options[i + 1];
        options[i + 1] =
            Files.exists(Path.of(value))
                ? reference(value, named)
                : Stream.of(value.split("\\+"))
                    .map(part -> reference(part, named))
                    .collect(Collectors.joining("+"));
      }
    }
  }

  private static String reference(String text, boolean named) {
    boolean isName = named && !text.contains(File.separator);
    return !isName && Files.exists(Path.of(text)) ? absolute(text) : text;
  }

  private static String absolute(String path) {
    Validate.isTrue(
        !SparkCommand.isInCluster() || Path.of(path).isAbsolute(),
        "Give an absolute path instead of '%s': the cluster has started this command in a folder"
            + " of its own (--deploy-mode cluster).",
        path);
    return Path.of(path).toAbsolutePath().normalize().toString();
  }
}
