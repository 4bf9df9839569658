package emotiontransfer.guide;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import weka.core.CommandlineRunnable;
import weka.core.converters.AbstractFileSaver;
import weka.experiment.Experiment;

/**
 * Runs commands of documents as {@code weka.Run} would, one after the other in one process whose
 * working folder is theirs. Evolutions are as short as they can be.
 */
final class CommandRunner {

  private static final String PATHNET = "PathNetClassifier";

  private CommandRunner() {}

  /** Arguments: the checkout, a folder for what is made once, and the report to write. */
  public static void main(String[] args) throws Exception {
    Path root = Path.of(args[0]);
    // The working folder is the only one in which commands can run.
    Path here = Path.of("").toAbsolutePath();
    List<String> report = new ArrayList<>();
    CommandFolder folder = new CommandFolder(Path.of(args[1]));
    folder.fill(here, List.of("nordan", "velua"));
    runAll(CommandFolder.making(), report);
    folder.keep(here);
    for (Path document : documents(root)) {
      String name = root.relativize(document).toString().replace('\\', '/');
      folder.fill(here, CommandFolder.GIVEN.getOrDefault(name, List.of()));
      runAll(DocumentedCommand.of(name, Files.readString(document)), report);
    }
    Files.write(Path.of(args[2]), report);
  }

  /** Returns README.md and the documents of a checkout. */
  static List<Path> documents(Path root) throws IOException {
    try (Stream<Path> files = Files.list(root.resolve("doc"))) {
      Stream<Path> guides = files.filter(file -> file.toString().endsWith(".md")).sorted();
      return Stream.concat(Stream.of(root.resolve("README.md")), guides).toList();
    }
  }

  private static void runAll(List<DocumentedCommand> commands, List<String> report) {
    for (DocumentedCommand command : commands) {
      if (CommandsNotRun.reason(command).isPresent()) {
        continue;
      }
      String result = "ran " + command.place();
      long start = System.nanoTime();
      try {
        run(command);
      } catch (Exception failure) {
        result = command.place() + ": " + command.text() + " -> " + failure;
      }
      report.add(result.replace('\n', ' '));
      System.out.println(result + ": " + (System.nanoTime() - start) / 1_000_000 + " ms");
    }
  }

  /** Runs a command; returns what it printed to standard error. */
  static String run(DocumentedCommand command) throws Exception {
    List<String> words = new ArrayList<>(command.java());
    words.set(0, KnownOptions.fullName(words.get(0)));
    List<String> shortened = shortened(words);
    String name = shortened.get(0);
    String[] options = shortened.subList(1, shortened.size()).toArray(String[]::new);
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
      if (name.equals(Experiment.class.getName())) {
        Experiment.main(options);
      } else {
        Object object = Class.forName(name).getDeclaredConstructor().newInstance();
        if (object instanceof AbstractFileSaver saver) {
          AbstractFileSaver.runFileSaver(saver, options);
        } else {
          ((CommandlineRunnable) object).run(object, options);
        }
      }
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    String text = errors.toString(StandardCharsets.UTF_8);
    check(name, text);
    write(command.output(), printed);
    return text;
  }

  /** Weka's own commands print what failed, and end as if all was well. */
  private static void check(String name, String errors) {
    boolean experiment = name.equals(Experiment.class.getName());
    if (errors.contains("\tat ") || experiment && !errors.strip().endsWith("Postprocessing...")) {
      throw new IllegalStateException(errors);
    }
  }

  private static void write(Optional<String> file, ByteArrayOutputStream printed)
      throws IOException {
    if (file.isPresent()) {
      Files.write(Path.of(file.get()), printed.toByteArray());
    }
  }

  /** Returns a command with less to compute: this is what the test changes of it. */
  static List<String> shortened(List<String> command) {
    List<String> words = new ArrayList<>(command);
    if (words.get(0).endsWith("EmotionStudy")) {
      set(words, "-G", "1");
      set(words, "-seeds", "1");
      set(words, "-curve", "0");
      set(words, "-pathnet", "-M 2 -N 1 -H 2 -P 2");
      if (words.contains("-preset")) {
        set(words, "-preset-options", "-G 1 -M 1");
      }
      return words;
    }
    if (words.get(0).endsWith(".Experiment") && words.contains("-U")) {
      words.set(words.indexOf("-U") + 1, "1");
    }
    shorten(words, PATHNET, "-G", "2");
    shorten(words, "FineTunedAlexNet", "-input-size", "67");
    shorten(words, "FineTunedAlexNet", "-width", "0.125");
    shorten(words, "FineTunedAlexNet", "-epochs", "1");
    return words;
  }

  private static void set(List<String> words, String option, String value) {
    int at = words.indexOf(option);
    if (at >= 0) {
      words.set(at + 1, value);
    } else {
      words.addAll(List.of(option, value));
    }
  }

  /** Sets an option of a scheme that is a command of its own, follows -W, or is quoted. */
  private static void shorten(List<String> words, String scheme, String option, String value) {
    for (int i = words.size() - 1; i >= 0; i--) {
      String word = words.get(i);
      if (word.contains(scheme + " ")) {
        String without = word.replaceAll(" " + option + " \\d+", "");
        words.set(i, without.replace(scheme + " ", scheme + " " + option + " " + value + " "));
      } else if (word.endsWith("." + scheme)) {
        int own = words.subList(i, words.size()).indexOf(option);
        if (own >= 0) {
          words.set(i + own + 1, value);
          continue;
        }
        boolean separated = i + 1 < words.size() && words.get(i + 1).equals("--");
        List<String> more = List.of(option, value);
        if (i > 0 && !separated) {
          words.add(i + 1, "--");
          words.addAll(i + 2, more);
        } else {
          words.addAll(i + (i == 0 ? 1 : 2), more);
        }
      }
    }
  }
}
