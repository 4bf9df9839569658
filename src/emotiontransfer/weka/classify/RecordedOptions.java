package emotiontransfer.weka.classify;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import weka.core.Utils;

/** The options of a scheme that its model records: those that decide what it is. */
final class RecordedOptions {

  /** Threads and files change nothing about a model. */
  private static final Set<String> UNRECORDED =
      Set.of("-num-slots", "-source", "-weights", "-resume", "-checkpoint", "-checkpoint-every");

  /** When to stop and how to predict, which a continued evolution may change. */
  private static final Set<String> CHANGEABLE =
      Set.of("-G", "-stop-fitness", "-pool", "-allow-subject-overlap");

  private RecordedOptions() {}

  /** Returns the recorded options of a command line, in its order. */
  static String of(String[] commandLine) {
    return String.join(" ", byName(commandLine).values());
  }

  /** Returns whether the model of some recorded options can be continued with others. */
  static boolean continues(String begun, String now) throws Exception {
    return lasting(begun).equals(lasting(now));
  }

  private static Map<String, String> lasting(String recorded) throws Exception {
    Map<String, String> options = byName(Utils.splitOptions(recorded));
    options.keySet().removeAll(CHANGEABLE);
    return options;
  }

  /** Returns the text of each option, its name and values. */
  private static Map<String, String> byName(String[] commandLine) {
    Map<String, String> options = new LinkedHashMap<>();
    String name = "";
    for (String word : commandLine) {
      name = word.matches("-[A-Za-z].*") ? word : name;
      options.merge(name, Utils.joinOptions(new String[] {word}).trim(), (a, b) -> a + " " + b);
    }
    options.keySet().removeAll(UNRECORDED);
    return options;
  }
}
