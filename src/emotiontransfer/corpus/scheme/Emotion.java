package emotiontransfer.corpus.scheme;

import emotiontransfer.data.Keyword;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The emotions, in the paper's words and in the order that class lists have.
 *
 * <p>Other spellings of a word (upper case, accents, {@code happy} for {@code happiness}, the
 * German, French, Italian and Spanish words, {@code 03-angry}) are taken for the same emotion;
 * words for something else, such as {@code excitement}, are not.
 */
public enum Emotion implements Keyword {
  ANGER("angry, ang, rage, wut, ärger, aerger, zorn, colère, rabbia, ira"),
  BOREDOM("bored, bor, langeweile, ennui, noia, aburrimiento"),
  CALM("calmness, cal, ruhe, ruhig, calme, calma"),
  DISGUST("disgusted, dis, ekel, dégoût, disgusto, asco"),
  /** Fear; EMO-DB calls it anxiety or fear. */
  FEAR("fearful, fea, afraid, scared, anxiety, anxious, angst, peur, paura, miedo"),
  /** Happiness; EMO-DB and others call it joy. */
  HAPPINESS("happy, hap, joy, joyful, freude, joie, gioia, felicità, alegría"),
  NEUTRAL("neutrality, neu, neutre, neutrale"),
  SADNESS("sad, trauer, traurig, traurigkeit, tristesse, tristezza, tristeza"),
  /** Surprise; in TESS and others a pleasant one. */
  SURPRISE(
      "surprised, sur, ps, pleasant surprise, pleasant surprised, pleasantly surprised,"
          + " überraschung, ueberraschung, sorpresa"),
  CONTEMPT("contemptuous, con, verachtung, mépris, disprezzo, desprecio");

  private final Set<String> keys;

  Emotion(String otherSpellings) {
    keys =
        Stream.of((keyword() + "," + otherSpellings).split(","))
            .map(Emotion::key)
            .collect(Collectors.toSet());
  }

  /** Returns the emotion that a label means, empty where it means none of them. */
  public static Optional<Emotion> ofLabel(String label) {
    String key = key(label);
    return Arrays.stream(values()).filter(emotion -> emotion.keys.contains(key)).findFirst();
  }

  /**
   * Letters alone, in lower case and without accents, which file systems store differently. A
   * number in front gives the order of the classes only.
   */
  private static String key(String label) {
    return Normalizer.normalize(label, Normalizer.Form.NFD)
        .replaceAll("[\\p{M}\\s_.-]", "")
        .replaceFirst("^[(\\[]?[0-9]+[)\\]:]?", "")
        .toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return keyword();
  }
}
