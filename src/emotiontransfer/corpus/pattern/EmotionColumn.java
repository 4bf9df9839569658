package emotiontransfer.corpus.pattern;

import emotiontransfer.corpus.pattern.NameColumns.Column;
import emotiontransfer.corpus.pattern.NameColumns.Kind;
import emotiontransfer.corpus.scheme.Emotion;
import emotiontransfer.corpus.scheme.EmotionLabels;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The column of names that says the emotion: words that are known, else codes that begin as the
 * English words do ({@code AN}, {@code DI}).
 *
 * @param labels of the codes; none where the words are known
 */
record EmotionColumn(int index, EmotionLabels labels) {

  private static final int FEWEST_CODES = 3;

  /** One letter begins many a word, but four of them hardly begin those of emotions by chance. */
  private static final int FEWEST_LETTERS = 4;

  private static final Map<Emotion, String> WORDS =
      Map.of(
          Emotion.ANGER, "anger angry",
          Emotion.BOREDOM, "boredom bored",
          Emotion.CALM, "calm",
          Emotion.DISGUST, "disgust",
          Emotion.FEAR, "fear",
          Emotion.HAPPINESS, "happiness happy joy",
          Emotion.NEUTRAL, "neutral",
          Emotion.SADNESS, "sadness",
          Emotion.SURPRISE, "surprise",
          Emotion.CONTEMPT, "contempt");

  static Optional<EmotionColumn> find(NameColumns names) {
    List<Integer> letters =
        IntStream.range(0, names.size())
            .filter(i -> names.get(i).kind() == Kind.LETTERS)
            .boxed()
            .toList();
    int best = -1;
    int most = 1;
    for (int index : letters) {
      int known = knownEmotions(names.get(index));
      if (known > most) {
        best = index;
        most = known;
      }
    }
    if (best >= 0) {
      return Optional.of(new EmotionColumn(best, EmotionLabels.NONE));
    }
    return letters.stream()
        .flatMap(
            index ->
                codes(names.get(index)).map(labels -> new EmotionColumn(index, labels)).stream())
        .findFirst();
  }

  /** Returns how many emotions a column shows, if most of its values are some. */
  private static int knownEmotions(Column column) {
    long known =
        column.values().stream().filter(value -> Emotion.ofLabel(value).isPresent()).count();
    return known * 2 <= column.values().size()
        ? 0
        : (int)
            column.values().stream().flatMap(v -> Emotion.ofLabel(v).stream()).distinct().count();
  }

  /** Returns labels where each value of a column begins the word of an emotion of its own. */
  private static Optional<EmotionLabels> codes(Column column) {
    Map<String, Optional<Emotion>> labels = new LinkedHashMap<>();
    Set<Emotion> emotions = new HashSet<>();
    boolean longer = false;
    for (String code : column.distinct()) {
      List<Emotion> meant = Arrays.stream(Emotion.values()).filter(e -> begins(code, e)).toList();
      if (meant.size() != 1 || !emotions.add(meant.get(0))) {
        return Optional.empty();
      }
      labels.put(code, Optional.of(meant.get(0)));
      longer |= code.length() > 1;
    }
    int fewest = longer ? FEWEST_CODES : FEWEST_LETTERS;
    return labels.size() < fewest ? Optional.empty() : Optional.of(new EmotionLabels(labels));
  }

  private static boolean begins(String code, Emotion emotion) {
    String lower = code.toLowerCase(Locale.ROOT);
    return Stream.of(WORDS.get(emotion).split(" ")).anyMatch(word -> word.startsWith(lower));
  }
}
