package emotiontransfer.guide;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The diagram of the packages in CONTRIBUTING.md, a Mermaid flowchart: the rooms of a floor are
 * lines of a {@code subgraph}, from the top floor down, and {@code a --> b & c} is an arrow to each
 * room that {@code a} uses. An arrow is left out where others lead to the same room.
 */
public final class PackageDiagram {

  private static final Pattern BLOCK = Pattern.compile("(?ms)^```mermaid$(.*?)^```$");
  private static final Pattern ROOM = Pattern.compile("([a-z.]+)(?:\\[.*])?");

  private final List<String> rooms = new ArrayList<>();
  private final Map<String, Set<String>> arrows = new TreeMap<>();

  /** Reads the only diagram of a document. */
  public PackageDiagram(String document) {
    Matcher block = BLOCK.matcher(document);
    if (!block.find()) {
      throw new IllegalArgumentException("There is no Mermaid diagram.");
    }
    for (String line : block.group(1).lines().map(String::strip).toList()) {
      String[] ends = line.split(" --> ");
      Matcher room = ROOM.matcher(line);
      if (ends.length == 2) {
        Set<String> targets = arrows.computeIfAbsent(ends[0], from -> new LinkedHashSet<>());
        targets.addAll(Arrays.asList(ends[1].split(" & ")));
      } else if (room.matches() && !line.equals("end")) {
        rooms.add(room.group(1));
      }
    }
  }

  /**
   * Compares the diagram with the packages.
   *
   * @param real for each room those that it uses
   * @return what is wrong, one sentence each
   */
  public List<String> errors(Map<String, Set<String>> real) {
    List<String> errors = new ArrayList<>();
    Set<String> unknown = new TreeSet<>(rooms);
    unknown.removeAll(real.keySet());
    unknown.forEach(room -> errors.add("There is no room " + room + "."));
    Set<String> missing = new TreeSet<>(real.keySet());
    missing.removeAll(rooms);
    missing.forEach(room -> errors.add("The room " + room + " is missing."));
    arrows.forEach(
        (from, targets) -> {
          for (String to : targets) {
            if (!real.getOrDefault(from, Set.of()).contains(to)) {
              errors.add("No class of " + from + " uses one of " + to + ".");
            }
            if (rooms.indexOf(to) <= rooms.indexOf(from)) {
              errors.add("The arrow from " + from + " to " + to + " leads upwards.");
            }
          }
        });
    real.forEach(
        (from, targets) -> {
          Set<String> reached = reached(from);
          for (String to : targets) {
            if (!reached.contains(to)) {
              errors.add("The arrow from " + from + " to " + to + " is missing.");
            }
          }
        });
    return errors;
  }

  private Set<String> reached(String from) {
    Set<String> reached = new TreeSet<>();
    Deque<String> next = new ArrayDeque<>(List.of(from));
    while (!next.isEmpty()) {
      for (String to : arrows.getOrDefault(next.pop(), Set.of())) {
        if (reached.add(to)) {
          next.push(to);
        }
      }
    }
    return reached;
  }
}
