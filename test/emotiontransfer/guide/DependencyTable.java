package emotiontransfer.guide;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The table of libraries in SECURITY.md, as the names of the jars that it stands for. */
public final class DependencyTable {

  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| ([\\w.-]+) \\| (\\d\\S*) \\| (yes|) ?\\|$");

  private final Map<String, Boolean> rows = new TreeMap<>();

  /** Reads the table of a document. */
  public DependencyTable(String document) {
    Matcher row = ROW.matcher(document);
    while (row.find()) {
      rows.put(row.group(1) + "-" + row.group(2), row.group(3).equals("yes"));
    }
  }

  /** Returns the file names of the jars that a zip of a platform must have, and no other. */
  public Set<String> jars(String platform) {
    Set<String> jars = new TreeSet<>();
    rows.forEach(
        (name, natives) -> {
          jars.add(name + ".jar");
          if (natives) {
            jars.add(name + "-" + platform + ".jar");
          }
        });
    return jars;
  }
}
