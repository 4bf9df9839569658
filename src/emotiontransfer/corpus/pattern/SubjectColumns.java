package emotiontransfer.corpus.pattern;

import emotiontransfer.corpus.pattern.NameColumns.Column;
import emotiontransfer.corpus.pattern.NameColumns.Kind;
import emotiontransfer.corpus.scheme.EmotionFolders;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The columns of names that say who is heard or seen: one, or a letter for the sex and a number.
 *
 * <p>A person shows several emotions and comes several times. Of the columns that do, points count:
 * for a word such as {@code actor} before, for letters, for the place, and for other columns that
 * are the same wherever the person is.
 */
record SubjectColumns(int first, int last) {

  private static final Set<String> PERSON_WORDS =
      Set.of("spk", "spkr", "speaker", "actor", "actress", "subject", "subj", "sub", "person");

  /** Letters that mean a person only where the number follows at once. */
  private static final Set<String> PERSON_LETTERS =
      Set.of("s", "p", "f", "m", "w", "id", "pid", "sid", "participant", "user", "talker", "a");

  private static final Set<String> OTHER_WORDS =
      Set.of(
          "session",
          "sess",
          "ses",
          "take",
          "rep",
          "repetition",
          "trial",
          "sentence",
          "sent",
          "utt",
          "utterance",
          "text",
          "clip",
          "file",
          "img",
          "image",
          "frame",
          "fold",
          "part",
          "v",
          "ver",
          "version",
          "level",
          "day",
          "set",
          "sample",
          "t",
          "c",
          "r",
          "n",
          "no",
          "nr");

  private static final Set<String> SEXES =
      Set.of("f", "m", "w", "male", "female", "man", "woman", "men", "women", "c", "child");

  private static final int ENOUGH = 2;

  /** Finds the columns of the subject beside that of the emotion. */
  static Optional<SubjectColumns> find(NameColumns names, int emotion) {
    SubjectColumns best = null;
    int most = ENOUGH - 1;
    boolean isFirst = true;
    for (int i = 0; i < names.size(); i++) {
      if (!isPlausible(names, i, emotion)) {
        continue;
      }
      int points = points(names, i, emotion, isFirst);
      isFirst = false;
      if (points > most) {
        most = points;
        best = new SubjectColumns(sexBefore(names, i).orElse(i), i);
      }
    }
    return Optional.ofNullable(best);
  }

  private static boolean isPlausible(NameColumns names, int index, int emotion) {
    Column column = names.get(index);
    int count = column.distinct().size();
    boolean isOther = wordBefore(names, index, 1).filter(OTHER_WORDS::contains).isPresent();
    return index != emotion
        && !column.isSeparator()
        && count > 1
        && count * 2 <= names.names()
        && !isOther
        && !column.distinct().stream().allMatch(SubjectColumns::isNobody)
        && showsSeveral(column, names.get(emotion));
  }

  private static boolean isNobody(String value) {
    return SEXES.contains(value.toLowerCase(Locale.ROOT)) || EmotionFolders.isPart(value);
  }

  /** Returns whether at least half of the values come with more than one emotion. */
  private static boolean showsSeveral(Column column, Column emotion) {
    Map<String, Set<String>> shown = new HashMap<>();
    for (int i = 0; i < column.values().size(); i++) {
      String value = column.values().get(i);
      shown.computeIfAbsent(value, key -> new HashSet<>()).add(emotion.values().get(i));
    }
    return shown.values().stream().filter(some -> some.size() > 1).count() * 2 >= shown.size();
  }

  private static int points(NameColumns names, int index, int emotion, boolean isFirst) {
    Column column = names.get(index);
    boolean letters = column.kind() == Kind.LETTERS;
    int points = letters ? 1 : 0;
    if (wordBefore(names, index, 1).filter(SubjectColumns::isPersonWord).isPresent()
        || wordBefore(names, index, 2).filter(PERSON_WORDS::contains).isPresent()) {
      points += 4;
    }
    if (sexBefore(names, index).isPresent()) {
      points += 3;
    }
    if (IntStream.range(index, names.size()).anyMatch(i -> names.get(i).endsFolder())) {
      points += 2;
    }
    if (isFirst && (letters || index < emotion || hasFurther(names, index, emotion))) {
      points += 2;
    }
    for (int i = 0; i < names.size(); i++) {
      Column other = names.get(i);
      boolean counts = i != index && i != emotion && !other.isConstant() && !isSplit(other);
      points += counts && column.determines(other) ? 2 : 0;
    }
    return points;
  }

  /**
   * Returns whether a column says which part of a corpus a clip is in, which its number may, too.
   */
  private static boolean isSplit(Column column) {
    return column.distinct().stream()
        .allMatch(value -> EmotionFolders.isPart(value) && !SEXES.contains(value));
  }

  private static boolean isPersonWord(String word) {
    return PERSON_WORDS.contains(word) || PERSON_LETTERS.contains(word);
  }

  /** Returns whether another column could count the clips of a person. */
  private static boolean hasFurther(NameColumns names, int index, int emotion) {
    return IntStream.range(index + 1, names.size())
        .anyMatch(i -> i != emotion && !names.get(i).isConstant());
  }

  /** Returns the constant letters some columns before a number; two are past a separator. */
  private static Optional<String> wordBefore(NameColumns names, int index, int distance) {
    int before = index - distance;
    boolean fits =
        names.get(index).kind() == Kind.NUMBERS
            && before >= 0
            && names.get(before).kind() == Kind.LETTERS
            && (distance == 1 || names.get(index - 1).isSeparator())
            && names.get(before).isConstant();
    return fits
        ? Optional.of(names.get(before).values().get(0).toLowerCase(Locale.ROOT))
        : Optional.empty();
  }

  /** Returns the column of the sex before a number that counts men and women anew. */
  private static Optional<Integer> sexBefore(NameColumns names, int index) {
    if (names.get(index).kind() != Kind.NUMBERS) {
      return Optional.empty();
    }
    return IntStream.of(index - 1, index - 2)
        .filter(i -> i >= 0 && names.get(i).kind() == Kind.LETTERS && !names.get(i).isConstant())
        .filter(i -> i == index - 1 || names.get(i + 1).isSeparator())
        .filter(
            i ->
                names.get(i).distinct().stream()
                    .allMatch(value -> SEXES.contains(value.toLowerCase(Locale.ROOT))))
        .boxed()
        .findFirst();
  }
}
