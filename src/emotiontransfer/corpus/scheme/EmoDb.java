package emotiontransfer.corpus.scheme;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * Berlin Database of Emotional Speech: {@code 03a01Fa.wav} is speaker 03, text a01, emotion letter
 * F (the first letter of the German word), version a.
 *
 * <p>Source: Burkhardt, Paeschke, Rolfes, Sendlmeier and Weiss, "A Database of German Emotional
 * Speech", Interspeech 2005, and the corpus's own page on its file names.
 */
public final class EmoDb implements NamingScheme {

  private static final NamePattern NAME =
      new NamePattern(
          "([0-9]{2})([ab][0-9]{2})([A-Z])([a-z]?)",
          "03a01Fa (speaker, text, emotion letter, version)");

  private static final Map<String, Emotion> LETTERS =
      Map.of(
          "W", Emotion.ANGER,
          "L", Emotion.BOREDOM,
          "E", Emotion.DISGUST,
          "A", Emotion.FEAR,
          "F", Emotion.HAPPINESS,
          "N", Emotion.NEUTRAL,
          "T", Emotion.SADNESS);

  @Override
  public ParseResult read(ClipPath path) {
    Optional<Matcher> match = NAME.match(path.stem());
    if (match.isEmpty()) {
      return NAME.rejection();
    }
    String letter = match.get().group(3).toUpperCase(Locale.ROOT);
    Emotion emotion = LETTERS.get(letter);
    if (emotion == null) {
      return new ParseResult.Rejection(
          Reject.Kind.EMOTION, "letter " + letter + " is none of W, L, E, A, F, N, T");
    }
    return new ParseResult.Label(
        match.get().group(1), emotion, path.stem().toLowerCase(Locale.ROOT));
  }
}
