package emotiontransfer.corpus.scheme;

import emotiontransfer.data.Keyword;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The emotions, in the paper's words and in the order that class lists have.
 *
 * <p>Other spellings of a word (upper case, accents, {@code happy} for {@code happiness}, the
 * German, French, Italian and Spanish words) are taken for the same emotion; words for something
 * else, such as {@code excitement}, are not.
 */
public enum Emotion implements Keyword {
  /** Anger. */
  ANGER("angry", "ang", "rage", "wut", "ärger", "aerger", "zorn", "colère", "rabbia", "ira"),
  /** Boredom. */
  BOREDOM("bored", "bor", "langeweile", "ennui", "noia", "aburrimiento"),
  /** Calm. */
  CALM("calmness", "cal", "ruhe", "ruhig", "calme", "calma"),
  /** Disgust. */
  DISGUST("disgusted", "dis", "ekel", "dégoût", "disgusto", "asco"),
  /** Fear; EMO-DB calls it anxiety or fear. */
  FEAR(
      "fearful", "fea", "afraid", "scared", "anxiety", "anxious", "angst", "peur", "paura",
      "miedo"),
  /** Happiness; EMO-DB and others call it joy. */
  HAPPINESS("happy", "hap", "joy", "joyful", "freude", "joie", "gioia", "felicità", "alegría"),
  /** No emotion. */
  NEUTRAL("neutrality", "neu", "neutre", "neutrale"),
  /** Sadness. */
  SADNESS("sad", "trauer", "traurig", "traurigkeit", "tristesse", "tristezza", "tristeza"),
  /** Surprise; in TESS and others a pleasant one. */
  SURPRISE(
      "surprised",
      "sur",
      "ps",
      "pleasant surprise",
      "pleasant surprised",
      "pleasantly surprised",
      "überraschung",
      "ueberraschung",
      "sorpresa"),
  /** Contempt. */
  CONTEMPT("contemptuous", "con", "verachtung", "mépris", "disprezzo", "desprecio");

  private static final Map<String, Emotion> BY_SPELLING = spellings();

  private final List<String> otherSpellings;

  Emotion(String... otherSpellings) {
    this.otherSpellings = List.of(otherSpellings);
  }

  /**
   * Finds the emotion that a label means.
   *
   * @param label any text
   * @return empty where the label means none of them
   */
  public static Optional<Emotion> fromLabel(String label) {
    return Optional.ofNullable(BY_SPELLING.get(key(label)));
  }

  private static Map<String, Emotion> spellings() {
    Map<String, Emotion> map = new HashMap<>();
    for (Emotion emotion : values()) {
      map.put(key(emotion.keyword()), emotion);
      emotion.otherSpellings.forEach(spelling -> map.put(key(spelling), emotion));
    }
    return Map.copyOf(map);
  }

  /**
   * Letters alone, in lower case and without accents: file systems differ in how they store these.
   */
  private static String key(String label) {
    return Normalizer.normalize(label, Normalizer.Form.NFD)
        .replaceAll("[\\p{M}\\s_.-]", "")
        .toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return keyword();
  }
}
