package emotiontransfer.corpus.pattern;

import emotiontransfer.corpus.scheme.ClipPath;
import emotiontransfer.corpus.scheme.Emotion;
import emotiontransfer.corpus.scheme.EmotionFolders;
import emotiontransfer.corpus.scheme.EmotionLabels;
import emotiontransfer.corpus.scheme.NamingScheme;
import emotiontransfer.corpus.scheme.Reject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.apache.commons.lang3.StringUtils;

/**
 * A naming scheme that the user describes by a regular expression with named groups.
 *
 * <pre>{@code
 * NamePattern jaffe = NamePattern.of("(?<subject>[A-Z]{2})\\.(?<emotion>[A-Z]{2})\\d.*");
 * EmotionLabels labels = EmotionLabels.parse("AN=anger,DI=disgust");
 * jaffe.parse(ClipPath.of(Path.of("jaffe/KA.AN1.39.tiff")), labels); // KA, anger
 * }</pre>
 *
 * <p>The pattern describes the whole name of a file, with its extension or without, and as many of
 * the folders above as it has slashes; a path that does not fit so is tried with fewer folders,
 * then with more; of several ways to fit, the first counts whose code is known. The group {@code
 * emotion} must be there; without the group {@code subject} all clips have the subject {@link
 * EmotionFolders#UNKNOWN_SUBJECT}; all other groups are extra columns.
 */
public final class NamePattern implements NamingScheme {

  private static final String SUBJECT = "subject";
  private static final String EMOTION = "emotion";

  /** Names that columns of the clip table and of the filters' tables have. */
  private static final List<String> RESERVED = List.of("file", "bag");

  private static final Pattern GROUP = Pattern.compile("\\(\\?<([a-zA-Z][a-zA-Z0-9]*)>");

  /** Parentheses within each other take Java's stack, and nobody reads a longer pattern. */
  private static final int LONGEST = 1000;

  private final Pattern pattern;
  private final List<String> groups;

  private NamePattern(Pattern pattern, List<String> groups) {
    this.pattern = pattern;
    this.groups = groups;
  }

  /** A group of the pattern and what it stands for in a path: its characters from start to end. */
  public record Part(String group, String value, int start, int end) {}

  /**
   * Compiles a pattern.
   *
   * @throws PatternException if it is too long or its syntax is wrong, with the position; if it has
   *     no group {@code emotion}, or one with the name of another column of the table
   */
  public static NamePattern of(String text) {
    if (text.length() > LONGEST) {
      String rule = "A pattern of %s characters is too long; at most %s are read.";
      throw new PatternException(rule.formatted(text.length(), LONGEST), LONGEST, null);
    }
    Pattern pattern;
    try {
      pattern = Pattern.compile(text);
    } catch (PatternSyntaxException e) {
      int index = Math.max(e.getIndex(), 0);
      String rule = "Pattern '%s' has a mistake at character %s: %s.";
      String clause = StringUtils.removeEnd(e.getDescription(), ".");
      throw new PatternException(
          rule.formatted(text, Math.min(index + 1, text.length()), clause), index, e);
    }
    List<String> groups = groups(text);
    if (!groups.contains(EMOTION)) {
      String has = groups.isEmpty() ? "no group" : "only " + String.join(", ", groups);
      throw new PatternException(
          ("Pattern '%s' must have a group (?<emotion>...), in small letters, which marks the code"
                  + " of the emotion; it has %s.")
              .formatted(text, has));
    }
    for (String group : groups) {
      if (RESERVED.contains(group) || isOtherCase(group, SUBJECT) || isOtherCase(group, EMOTION)) {
        int index = text.indexOf("(?<" + group + ">");
        throw new PatternException(
            "Pattern '%s' must not call a group '%s' (character %s), as the table has such a column."
                .formatted(text, group, index + 1),
            index,
            null);
      }
    }
    return new NamePattern(pattern, groups);
  }

  private static boolean isOtherCase(String group, String name) {
    return group.equalsIgnoreCase(name) && !group.equals(name);
  }

  /** Returns the names of the groups; what looks like one may also be quoted, or escaped. */
  private static List<String> groups(String text) {
    return GROUP
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .distinct()
        .filter(name -> isGroup(text, name))
        .toList();
  }

  private static boolean isGroup(String text, String name) {
    try {
      // A reference to a group that is not there is a mistake in the syntax.
      Pattern.compile("(?:" + text + ")\\k<" + name + ">");
      return true;
    } catch (PatternSyntaxException e) {
      return false;
    }
  }

  /** Returns whether the pattern says who is heard or seen. */
  public boolean hasSubject() {
    return groups.contains(SUBJECT);
  }

  @Override
  public List<String> extraColumns() {
    return groups.stream().filter(one -> !List.of(SUBJECT, EMOTION).contains(one)).toList();
  }

  /**
   * Returns who shows which emotion.
   *
   * @throws PatternException if the pattern needs more steps than any plain one does
   */
  @Override
  public Result parse(ClipPath path, EmotionLabels labels) {
    PathFit fit = new PathFit(pattern, path);
    Optional<Matcher> match = fit.match(one -> isKnown(one, labels));
    return match.isPresent()
        ? result(path, match.get(), labels)
        : new Reject(path.relative(), Reject.Kind.NAME, fit.misfit());
  }

  private static boolean isKnown(Matcher match, EmotionLabels labels) {
    String code = code(match);
    return labels.leaveOut(code) || labels.emotion(code, Emotion::ofLabel).isPresent();
  }

  private static String code(Matcher match) {
    return StringUtils.defaultString(match.group(EMOTION));
  }

  private Result result(ClipPath path, Matcher match, EmotionLabels labels) {
    String code = code(match);
    if (labels.leaveOut(code)) {
      return LeftOut.byLabels(code);
    }
    Optional<Emotion> emotion = labels.emotion(code, Emotion::ofLabel);
    if (emotion.isEmpty()) {
      String detail =
          "'%s' (characters %s to %s) is no emotion that is known; list it in the labels, as in"
              + " %s=anger, or %s=- to leave it out";
      int start = match.start(EMOTION) + 1;
      return new Reject(
          path.relative(),
          Reject.Kind.EMOTION,
          detail.formatted(code, start, Math.max(start, match.end(EMOTION)), code, code));
    }
    String subject = hasSubject() ? match.group(SUBJECT) : EmotionFolders.UNKNOWN_SUBJECT;
    if (StringUtils.isBlank(subject)) {
      String detail = "the group subject of the pattern is empty";
      return new Reject(path.relative(), Reject.Kind.SUBJECT, detail);
    }
    Map<String, String> extras = new HashMap<>();
    for (String column : extraColumns()) {
      Optional.ofNullable(match.group(column))
          .filter(value -> !value.isBlank())
          .ifPresent(value -> extras.put(column, value));
    }
    String performance = String.join("/", path.folders()) + "/" + path.stem();
    return new Label(subject.strip(), emotion.get(), performance, false, "", extras);
  }

  /**
   * Returns what the groups stand for, in the order of the pattern; none where the path does not
   * fit. Positions are those in {@link ClipPath#relative()}.
   *
   * @throws PatternException if the pattern needs more steps than any plain one does
   */
  public List<Part> parts(ClipPath path, EmotionLabels labels) {
    return new PathFit(pattern, path)
        .match(one -> isKnown(one, labels))
        .map(this::parts)
        .orElse(List.of());
  }

  private List<Part> parts(Matcher match) {
    return groups.stream()
        .filter(group -> match.group(group) != null)
        .map(group -> new Part(group, match.group(group), match.start(group), match.end(group)))
        .toList();
  }

  @Override
  public String toString() {
    return pattern.pattern();
  }
}
