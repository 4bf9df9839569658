package emotiontransfer.corpus.scheme;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * Surrey Audio-Visual Expressed Emotion: {@code DC/a01.wav}, as the corpus comes, or {@code
 * DC_a01.wav}, as copies have it, is speaker DC, anger, sentence 1. The video clips write {@code
 * DC/a1.avi}.
 *
 * <p>Source: Haq and Jackson, "Multimodal Emotion Recognition", 2010, and the corpus's Info.txt.
 */
public final class Savee implements NamingScheme {

  private static final String SPEAKER = "(DC|JE|JK|KL)";

  private static final NamePattern NAME =
      new NamePattern(
          "(?:" + SPEAKER + "_)?(a|d|f|h|n|sa|su)([0-9]{1,2})",
          "DC_a01, or a01 in a folder DC (a speaker of DC, JE, JK, KL; one of the codes a, d, f, h,"
              + " n, sa, su; a sentence)");

  private static final NamePattern FOLDER = new NamePattern(SPEAKER, "DC");

  private static final Map<String, Emotion> CODES =
      Map.of(
          "a", Emotion.ANGER,
          "d", Emotion.DISGUST,
          "f", Emotion.FEAR,
          "h", Emotion.HAPPINESS,
          "n", Emotion.NEUTRAL,
          "sa", Emotion.SADNESS,
          "su", Emotion.SURPRISE);

  @Override
  public ParseResult read(ClipPath path) {
    Optional<Matcher> name = NAME.match(path.stem());
    if (name.isEmpty()) {
      return NAME.rejection();
    }
    String speaker = name.get().group(1);
    if (speaker == null) {
      Optional<Matcher> folder = FOLDER.match(path.parent());
      if (folder.isEmpty()) {
        return new ParseResult.Rejection(
            Reject.Kind.SUBJECT, "neither name nor folder tells the speaker (DC, JE, JK or KL)");
      }
      speaker = folder.get().group(1);
    }
    speaker = speaker.toUpperCase(Locale.ROOT);
    String code = name.get().group(2).toLowerCase(Locale.ROOT);
    int sentence = Integer.parseInt(name.get().group(3));
    return new ParseResult.Label(speaker, CODES.get(code), speaker + "/" + code + sentence);
  }
}
