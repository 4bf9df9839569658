package emotiontransfer.corpus.scheme;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Berlin Database of Emotional Speech: {@code 03a01Fa.wav} is subject 03, text a01, emotion letter
 * F (the first letter of the German word), version a.
 *
 * <p>Source: Burkhardt, Paeschke, Rolfes, Sendlmeier and Weiss, "A Database of German Emotional
 * Speech", Interspeech 2005, and the corpus's own page on its file names.
 */
final class EmoDb implements NamingScheme {

  private static final NamePattern NAME =
      new NamePattern(
          "([0-9]{2})[ab][0-9]{2}([A-Z])[a-z]?",
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
  public ParseResult parse(ClipPath path) {
    return NAME.parse(
        path.stem(),
        name -> {
          String letter = name.group(2).toUpperCase(Locale.ROOT);
          return ParseResult.of(
              name.group(1),
              Optional.ofNullable(LETTERS.get(letter)),
              path.lowerCaseStem(),
              "letter " + letter + " is none of W, L, E, A, F, N, T");
        });
  }
}
