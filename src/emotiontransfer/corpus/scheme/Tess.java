package emotiontransfer.corpus.scheme;

import java.util.Locale;
import java.util.Optional;

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
    return NAME.parse(
        path.stem(),
        name -> {
          Optional<Emotion> emotion = Emotion.ofLabel(name.group(3));
          String subject = name.group(1).toUpperCase(Locale.ROOT) + "F";
          String word = name.group(2).toLowerCase(Locale.ROOT);
          String wrong = "' is none of angry, disgust, fear, happy, neutral, ps, sad";
          return ParseResult.of(
              subject,
              emotion,
              String.join("/", subject, word, emotion.map(Emotion::keyword).orElse("")),
              "'" + name.group(3) + wrong);
        });
  }
}
