package emotiontransfer.corpus.scheme;

import java.util.List;
import java.util.Locale;

/**
 * CREMA-D: {@code 1001_DFA_ANG_XX.wav} is subject, sentence, emotion, level (LO, MD, HI or XX for
 * unspecified; one file of the corpus has a single X).
 *
 * <p>Source: Cao, Cooper, Keutmann, Gur, Nenkova and Verma, "CREMA-D", IEEE Transactions on
 * Affective Computing 2014, and the corpus's read-me on its file names.
 */
final class CremaD implements NamingScheme {

  private static final NamePattern NAME =
      new NamePattern(
          "(1[0-9]{3})_[A-Z]{3}_([A-Z]{3})_(?:LO|MD|HI|XX?)",
          "1001_DFA_ANG_XX (actor, sentence, emotion, level)");

  /** The first letters of the English words. */
  private static final List<String> CODES = List.of("ANG", "DIS", "FEA", "HAP", "NEU", "SAD");

  @Override
  public ParseResult parse(ClipPath path) {
    return NAME.parse(
        path.stem(),
        name -> {
          String code = name.group(2).toUpperCase(Locale.ROOT);
          return ParseResult.of(
              name.group(1),
              Emotion.ofLabel(code).filter(emotion -> CODES.contains(code)),
              path.lowerCaseStem(),
              "code " + code + " is none of " + String.join(", ", CODES));
        });
  }
}
