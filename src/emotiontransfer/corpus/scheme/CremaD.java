package emotiontransfer.corpus.scheme;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * CREMA-D: {@code 1001_DFA_ANG_XX.wav} is actor, sentence, emotion, level (LO, MD, HI or XX for
 * unspecified; one file of the corpus has a single X).
 *
 * <p>Source: Cao, Cooper, Keutmann, Gur, Nenkova and Verma, "CREMA-D", IEEE Transactions on
 * Affective Computing 2014, and the corpus's read-me on its file names.
 */
public final class CremaD implements NamingScheme {

  private static final NamePattern NAME =
      new NamePattern(
          "(1[0-9]{3})_([A-Z]{3})_([A-Z]{3})_(LO|MD|HI|XX?)",
          "1001_DFA_ANG_XX (actor, sentence, emotion, level)");

  private static final Map<String, Emotion> CODES =
      Map.of(
          "ANG", Emotion.ANGER,
          "DIS", Emotion.DISGUST,
          "FEA", Emotion.FEAR,
          "HAP", Emotion.HAPPINESS,
          "NEU", Emotion.NEUTRAL,
          "SAD", Emotion.SADNESS);

  @Override
  public ParseResult read(ClipPath path) {
    Optional<Matcher> match = NAME.match(path.stem());
    if (match.isEmpty()) {
      return NAME.rejection();
    }
    String code = match.get().group(3).toUpperCase(Locale.ROOT);
    Emotion emotion = CODES.get(code);
    if (emotion == null) {
      return new ParseResult.Rejection(
          Reject.Kind.EMOTION, "code " + code + " is none of ANG, DIS, FEA, HAP, NEU, SAD");
    }
    return new ParseResult.Label(
        match.get().group(1), emotion, path.stem().toLowerCase(Locale.ROOT));
  }
}
