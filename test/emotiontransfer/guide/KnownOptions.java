package emotiontransfer.guide;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import weka.Run;
import weka.classifiers.Classifier;
import weka.core.CommandlineRunnable;
import weka.core.Option;
import weka.core.OptionHandler;
import weka.core.WekaPackageManager;
import weka.experiment.Experiment;
import weka.filters.Filter;

/** Whether the classes of a command exist and know its options, without running it. */
final class KnownOptions {

  private static final Pattern CLASS =
      Pattern.compile("(?:weka|emotiontransfer)(?:\\.[a-z]\\w*)+\\.[A-Z]\\w+");

  private static final Pattern OPTION = Pattern.compile("(?<![\\w.-])-([A-Za-z][\\w-]*)");

  private static final Set<String> OF_CLASSIFIERS =
      Set.of("t", "T", "d", "l", "x", "s", "c", "v", "i", "o", "no-cv");

  private static final Set<String> OF_FILTERS = Set.of("i", "o", "r", "s", "b", "c");

  private static final Set<String> OF_EXPERIMENTS = Set.of("l", "s", "r");

  private static final Set<String> OF_THE_PACKAGE_MANAGER = Set.of("offline", "install-package");

  private KnownOptions() {}

  /** Returns the full name of a class, which may be named by its end. */
  static String fullName(String name) {
    if (!name.startsWith(".")) {
      return name;
    }
    List<String> found = Run.findSchemeMatch(name, false);
    if (found.size() != 1) {
      throw new IllegalArgumentException(name + " stands for " + found);
    }
    return found.get(0);
  }

  /** Returns what is wrong with a command, empty if nothing is. */
  static List<String> faults(DocumentedCommand command) throws IOException {
    List<String> faults = new ArrayList<>();
    List<String> words = new ArrayList<>(command.java());
    words.set(0, fullName(words.get(0)));
    Set<String> known = new HashSet<>();
    Matcher names = CLASS.matcher(String.join(" ", words));
    while (names.find()) {
      try {
        known.addAll(options(Class.forName(names.group())));
      } catch (ReflectiveOperationException e) {
        faults.add(command.place() + ": no class " + names.group());
      }
    }
    for (String word : words.subList(1, words.size())) {
      Matcher options = OPTION.matcher(word);
      while (word.matches("\\[?-.*|.* .*") && options.find()) {
        if (!known.contains(options.group(1))) {
          faults.add(command.place() + ": unknown option -" + options.group(1));
        }
      }
    }
    return faults;
  }

  private static Set<String> options(Class<?> type)
      throws IOException, ReflectiveOperationException {
    Set<String> known = new HashSet<>();
    try (InputStream usage =
        type.getResourceAsStream("/" + type.getName().replace('.', '/') + ".txt")) {
      if (usage != null) {
        Matcher options = OPTION.matcher(new String(usage.readAllBytes(), UTF_8));
        while (options.find()) {
          known.add(options.group(1));
        }
      }
    }
    boolean made = type.getConstructors().length > 0;
    Object object = made ? type.getDeclaredConstructor().newInstance() : null;
    if (object instanceof OptionHandler handler) {
      for (Option option : Collections.list(handler.listOptions())) {
        known.add(option.name());
      }
    }
    if (object instanceof Classifier) {
      known.addAll(OF_CLASSIFIERS);
    }
    if (object instanceof Filter) {
      known.addAll(OF_FILTERS);
    }
    if (object instanceof Experiment) {
      known.addAll(OF_EXPERIMENTS);
    }
    if (object instanceof CommandlineRunnable) {
      known.add("h");
    }
    if (type == WekaPackageManager.class) {
      known.addAll(OF_THE_PACKAGE_MANAGER);
    }
    return known;
  }
}
