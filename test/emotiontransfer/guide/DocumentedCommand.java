package emotiontransfer.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A command in a block of a document.
 *
 * @param document its path, with slashes
 * @param line number of its first line, from 1
 * @param text the command without line breaks
 */
record DocumentedCommand(String document, int line, String text) {

  /** How every document defines the short form of {@code weka.Run}. */
  static final String DEFINITION = "W() { java -cp 'lib/weka/*' weka.Run \"$@\"; }";

  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\n(.*?)^```$");

  /** What commands begin with; a block that begins otherwise is output. */
  private static final Pattern START =
      Pattern.compile(
          "(W |W\\(\\)|java |time |weka\\.Run |\\./|bin/|cd |awk |apt-get |ssh |psql |curl"
              + "|[A-Z_]+=).*");

  private static final Pattern INLINE =
      Pattern.compile("`((?:W|weka\\.Run|java [^`]*weka\\.Run) [\\w.]*\\.[A-Z][^`]*)`");

  private static final Pattern HIDDEN = Pattern.compile("(?m)^(W |java |.*\\bweka\\.Run ).*$");

  /** A variable that holds a filter with its options; no program is started in its line. */
  private static final Pattern VARIABLE = Pattern.compile("([A-Z]+)=\"(weka\\..*)\"");

  /** Returns the commands of a document, in order. */
  static List<DocumentedCommand> of(Path file) throws IOException {
    return of(file.toString().replace('\\', '/'), Files.readString(file));
  }

  static List<DocumentedCommand> of(String document, String text) {
    List<DocumentedCommand> commands = new ArrayList<>();
    Map<String, String> variables = new LinkedHashMap<>();
    for (MatchResult block : BLOCK.matcher(text).results().toList()) {
      String lines = block.group(2);
      int line = (int) text.substring(0, block.start(2)).lines().count() + 1;
      if (!block.group(1).isEmpty()) {
        continue;
      }
      if (START.matcher(lines.lines().findFirst().orElse("")).matches()) {
        List<DocumentedCommand> found = new ArrayList<>();
        addLines(document, line, lines, found);
        found.stream().flatMap(command -> command.expanded(variables)).forEach(commands::add);
      } else if (HIDDEN.matcher(lines).find()) {
        throw new IllegalArgumentException(
            document + ":" + line + ": a command stands in a block of output");
      }
    }
    return commands;
  }

  /** Returns the commands within the sentences of a document. */
  static List<DocumentedCommand> inSentences(Path file) throws IOException {
    String text = BLOCK.matcher(Files.readString(file)).replaceAll("");
    return INLINE
        .matcher(text)
        .results()
        .map(command -> new DocumentedCommand(file.toString(), 0, command.group(1)))
        .toList();
  }

  private static void addLines(
      String document, int first, String block, List<DocumentedCommand> commands) {
    StringBuilder command = new StringBuilder();
    int line = first;
    int begin = first;
    for (String text : block.lines().toList()) {
      boolean explanation = command.isEmpty() && text.matches("\\s.*|#.*|");
      begin = command.isEmpty() ? line : begin;
      line++;
      if (explanation) {
        continue;
      }
      if (text.endsWith("\\")) {
        command.append(text, 0, text.length() - 1).append(' ');
        continue;
      }
      commands.add(new DocumentedCommand(document, begin, command.append(text).toString()));
      command.setLength(0);
    }
  }

  /**
   * Returns the command as a shell hands it on, with the values of variables in their places; none
   * for a line that gives a variable its value.
   */
  private Stream<DocumentedCommand> expanded(Map<String, String> variables) {
    String whole = text;
    for (Map.Entry<String, String> variable : variables.entrySet()) {
      whole = whole.replace("$" + variable.getKey(), variable.getValue());
    }
    Matcher assigned = VARIABLE.matcher(whole);
    if (assigned.matches()) {
      variables.put(assigned.group(1), assigned.group(2));
      return Stream.empty();
    }
    return Stream.of(new DocumentedCommand(document, line, whole));
  }

  /** Returns where the command stands. */
  String place() {
    return document + ":" + line;
  }

  /** Returns whether it only says which options there are. */
  boolean isSynopsis() {
    return text.contains("[-") || text.startsWith("weka.Run ");
  }

  /** Returns the words that a shell would make of it, without a redirection at its end. */
  List<String> words() {
    List<String> words = shellWords(text);
    int end = words.indexOf(">");
    return end < 0 ? words : words.subList(0, end);
  }

  /** Returns the file that standard output goes to. */
  Optional<String> output() {
    List<String> words = shellWords(text);
    int end = words.indexOf(">");
    return end < 0 ? Optional.empty() : Optional.of(words.get(end + 1));
  }

  /** Returns the class of Java that it starts, and its arguments; empty for other programs. */
  List<String> java() {
    List<String> words = words();
    int at = words.get(0).equals("time") ? 1 : 0;
    if (List.of("W", "weka.Run").contains(words.get(at))) {
      return words.subList(at + 1, words.size());
    }
    if (!words.get(at).equals("java")) {
      return List.of();
    }
    at++;
    while (words.get(at).startsWith("-")) {
      at += words.get(at).equals("-cp") ? 2 : 1;
    }
    at += words.get(at).equals("weka.Run") ? 1 : 0;
    return words.subList(at, words.size());
  }

  /** Splits at blanks outside of quotes. */
  static List<String> shellWords(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean begun = false;
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == quote) {
        quote = 0;
      } else if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
        begun = true;
      } else if (c == '\\' && escapes(quote, text.charAt(i + 1))) {
        word.append(text.charAt(++i));
        begun = true;
      } else if (quote == 0 && c == ' ') {
        if (begun) {
          words.add(word.toString());
        }
        word.setLength(0);
        begun = false;
      } else {
        word.append(c);
        begun = true;
      }
    }
    if (begun) {
      words.add(word.toString());
    }
    return words;
  }

  private static boolean escapes(char quote, char next) {
    return quote == 0 || quote == '"' && "\"\\$`".indexOf(next) >= 0;
  }
}
