package emotiontransfer.corpus.pattern;

import emotiontransfer.corpus.pattern.NameColumns.Column;
import emotiontransfer.corpus.pattern.NameColumns.Kind;
import emotiontransfer.corpus.scheme.ClipPath;
import emotiontransfer.corpus.scheme.EmotionLabels;
import emotiontransfer.corpus.scheme.Modality;
import emotiontransfer.corpus.scheme.NamingScheme.Label;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A pattern that the names of a corpus suggest. It is a guess that a person should look at: what
 * varies as subjects do need not be the subject.
 *
 * @param assumption what is taken for subjects and emotions, as a clause
 * @param fits how many names fit and have an emotion
 * @param names how many names there are
 */
public record PatternProposal(
    String pattern, EmotionLabels labels, String assumption, int fits, int names) {

  /** Fewer names than these suggest nothing. */
  private static final int FEWEST = 4;

  private static final int EXAMPLES = 4;
  private static final int LONGEST_COUNT = 3;

  /**
   * Returns a proposal where a piece of the names says emotions; pictures beside recordings do not
   * count.
   */
  public static Optional<PatternProposal> of(List<ClipPath> paths) {
    List<ClipPath> recordings =
        paths.stream()
            .filter(path -> !path.modality().equals(Optional.of(Modality.IMAGE)))
            .toList();
    List<ClipPath> clips = recordings.isEmpty() ? paths : recordings;
    if (clips.size() < FEWEST) {
      return Optional.empty();
    }
    NameColumns columns = NameColumns.ofMost(clips);
    return EmotionColumn.find(columns)
        .map(emotion -> of(columns, emotion, clips))
        .filter(proposal -> proposal.fits * 5 >= proposal.names * 4);
  }

  private static PatternProposal of(
      NameColumns columns, EmotionColumn emotion, List<ClipPath> clips) {
    Optional<SubjectColumns> subject = SubjectColumns.find(columns, emotion.index());
    String text = pattern(columns, emotion, subject);
    NamePattern pattern = NamePattern.of(text);
    int fits =
        (int)
            clips.stream()
                .filter(clip -> pattern.parse(clip, emotion.labels()) instanceof Label)
                .count();
    String who =
        subject
            .map(some -> "%s for subjects".formatted(examples(columns, some.first(), some.last())))
            .orElse("nothing for subjects");
    String assumption =
        "takes %s, %s for emotions"
            .formatted(who, examples(columns, emotion.index(), emotion.index()));
    return new PatternProposal(text, emotion.labels(), assumption, fits, clips.size());
  }

  private static String examples(NameColumns columns, int first, int last) {
    List<String> values =
        IntStream.range(0, columns.names())
            .mapToObj(
                name ->
                    IntStream.rangeClosed(first, last)
                        .mapToObj(i -> columns.get(i).values().get(name))
                        .collect(Collectors.joining()))
            .distinct()
            .sorted()
            .toList();
    String some = values.stream().limit(EXAMPLES).collect(Collectors.joining("', '", "'", "'"));
    return values.size() > EXAMPLES ? some + ", ... (" + values.size() + ")" : some;
  }

  private static String pattern(
      NameColumns columns, EmotionColumn emotion, Optional<SubjectColumns> subject) {
    int code = emotion.index();
    int first =
        columns.firstOfPart(Math.min(code, subject.map(SubjectColumns::first).orElse(code)));
    int last = Math.max(code, subject.map(SubjectColumns::last).orElse(code));
    StringBuilder text = new StringBuilder();
    for (int i = first; i <= last; i++) {
      int column = i;
      text.append(
          subject.filter(some -> some.first() == column).map(s -> "(?<subject>").orElse(""));
      String piece = piece(columns.get(i), i == code || inside(subject, i));
      text.append(i == code ? "(?<emotion>" + piece + ")" : piece);
      text.append(subject.filter(some -> some.last() == column).map(s -> ")").orElse(""));
    }
    if (last + 1 < columns.size()) {
      Column next = columns.get(last + 1);
      String border = next.kind() == Kind.NUMBERS ? "\\d" : "\\p{L}";
      text.append(next.isSeparator() ? quoted(next.values().get(0)) : border).append(".*");
    }
    return text.toString();
  }

  private static boolean inside(Optional<SubjectColumns> subject, int index) {
    return subject.filter(some -> some.first() <= index && index <= some.last()).isPresent();
  }

  /** Returns what stands for a column: its text where it is always the same and no group's. */
  private static String piece(Column column, boolean inGroup) {
    if (column.isSeparator() || column.kind() == Kind.LETTERS && column.isConstant() && !inGroup) {
      return quoted(column.values().get(0));
    }
    if (column.kind() == Kind.NUMBERS) {
      return "\\d+";
    }
    String letters =
        List.of("[A-Z]", "[a-z]", "[A-Za-z]").stream()
            .filter(some -> column.values().stream().allMatch(v -> v.matches(some + "+")))
            .findFirst()
            .orElse("[\\p{L}\\p{M}]");
    int length = column.values().get(0).length();
    boolean same = column.values().stream().allMatch(value -> value.length() == length);
    String count = same && length <= LONGEST_COUNT ? "{" + length + "}" : "+";
    return letters + (count.equals("{1}") ? "" : count);
  }

  private static String quoted(String text) {
    return text.replaceAll("[\\\\.\\[\\]{}()<>*+\\-=!?^$|]", "\\\\$0").replace("\\-", "-");
  }

  /** Returns the options that read the folder so, quoted for the system's shell. */
  public String options(Path folder) {
    return "-dir "
        + argument(folder.toString())
        + " -scheme pattern -pattern "
        + argument(pattern)
        + (labels.isEmpty() ? "" : " -labels " + argument(labels.toString()));
  }

  private static String argument(String text) {
    return File.separatorChar == '\\'
        ? "\"" + text.replace("\"", "\\\"") + "\""
        : "'" + text.replace("'", "'\\''") + "'";
  }
}
