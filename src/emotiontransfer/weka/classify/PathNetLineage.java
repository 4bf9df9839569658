package emotiontransfer.weka.classify;

import emotiontransfer.data.Provenance;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import weka.core.Utils;

/** Which settings a model records, and which of them a continued evolution may change. */
final class PathNetLineage {

  /** Threads and files change nothing about what a model is. */
  private static final Set<String> UNRECORDED =
      Set.of("-num-slots", "-source", "-weights", "-resume", "-checkpoint", "-checkpoint-every");

  /** When to stop and how to predict. */
  private static final Set<String> CHANGEABLE =
      Set.of("-G", "-stop-fitness", "-pool", "-allow-subject-overlap");

  private PathNetLineage() {}

  /** Returns the options that decide what a model is, in the order of the command line. */
  static String options(String[] commandLine) {
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

  /** Names what keeps one evolution from being the continuation of another; empty for nothing. */
  static String difference(Provenance begun, Provenance now) throws Exception {
    if (!lasting(begun.options()).equals(lasting(now.options()))) {
      return "options (" + begun.options() + ")";
    }
    if (!begun.sources().equals(now.sources())) {
      return "source models";
    }
    if (!begun.classLabels().equals(now.classLabels()) || !begun.features().fits(now.features())) {
      return "classes or features";
    }
    return "";
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
