package emotiontransfer.weka.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import weka.core.Utils;

/** The options of a scheme that its model records. */
final class RecordedOptions {

  /** Threads and files change nothing about what a model is. */
  private static final Set<String> UNRECORDED =
      Set.of("-num-slots", "-source", "-weights", "-resume", "-checkpoint", "-checkpoint-every");

  /** When to stop and how to predict, which a continued evolution may change. */
  private static final Set<String> CHANGEABLE =
      Set.of("-G", "-stop-fitness", "-pool", "-allow-subject-overlap");

  private RecordedOptions() {}

  /** Returns the options that decide what a model is, in the order of the command line. */
  static String of(String[] commandLine) {
    List<String> recorded = new ArrayList<>();
    boolean keeps = true;
    for (String text : commandLine) {
      keeps = isName(text) ? !UNRECORDED.contains(text) : keeps;
      if (keeps) {
        recorded.add(text);
      }
    }
    return Utils.joinOptions(recorded.toArray(String[]::new));
  }

  private static boolean isName(String text) {
    return text.matches("-[A-Za-z].*");
  }

  /** Returns whether the model of one command line can be continued by another one. */
  static boolean continues(String begun, String now) throws Exception {
    return lasting(begun).equals(lasting(now));
  }

  /** Returns the values of the options that must not change, by name. */
  private static SortedMap<String, List<String>> lasting(String options) throws Exception {
    SortedMap<String, List<String>> values = new TreeMap<>();
    String name = "";
    for (String text : Utils.splitOptions(options)) {
      name = isName(text) ? text : name;
      List<String> given = values.computeIfAbsent(name, none -> new ArrayList<>());
      if (!isName(text)) {
        given.add(text);
      }
    }
    values.keySet().removeAll(CHANGEABLE);
    values.keySet().removeAll(UNRECORDED);
    return values;
  }
}
