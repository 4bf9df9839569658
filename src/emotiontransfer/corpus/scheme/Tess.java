package emotiontransfer.corpus.scheme;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * Toronto emotional speech set: {@code OAF_back_angry.wav} is subject (OAF older, YAF younger),
 * word, emotion; {@code ps} is pleasant surprise. One file of the corpus writes {@code OA} for OAF.
 *
 * <p>Source: Pichora-Fuller and Dupuis, "Toronto emotional speech set", 2010 (doi
 * 10.5683/SP2/E8H2MF).
 */
final class Tess implements NamingScheme {

  private static final NamePattern NAME =
      new NamePattern("([OY]A)F?_([^_]+)_(.+)", "OAF_back_angry (OAF or YAF, word, emotion)");

  @Override
  public ParseResult parse(ClipPath path) {
    return NAME.parse(path.stem(), Tess::label);
  }

  private static ParseResult label(Matcher name) {
    Optional<Emotion> emotion = Emotion.ofLabel(name.group(3));
    if (emotion.isEmpty()) {
      return new ParseResult.Rejection(
          Reject.Kind.EMOTION,
          "'" + name.group(3) + "' is none of angry, disgust, fear, happy, neutral, ps, sad");
    }
    String subject = name.group(1).toUpperCase(Locale.ROOT) + "F";
    String word = name.group(2).toLowerCase(Locale.ROOT);
    return new ParseResult.Label(
        subject, emotion.get(), String.join("/", subject, word, emotion.get().keyword()));
  }
}
