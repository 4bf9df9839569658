package emotiontransfer.corpus.scheme;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * Surrey Audio-Visual Expressed Emotion: {@code DC/a01.wav}, as the corpus comes, or {@code
 * DC_a01.wav}, as copies have it, is subject DC, anger, sentence 1. The video clips write {@code
 * DC/a1.avi}.
 *
 * <p>Source: Haq and Jackson, "Multimodal Emotion Recognition", 2010, and the corpus's Info.txt.
 */
final class Savee implements NamingScheme {

  private static final String SUBJECT = "(DC|JE|JK|KL)";

  private static final NamePattern NAME =
      new NamePattern(
          "(?:" + SUBJECT + "_)?(a|d|f|h|n|sa|su)([0-9]{1,2})",
          "DC_a01, or a01 in a folder DC (a speaker of DC, JE, JK, KL; one of the codes a, d, f, h,"
              + " n, sa, su; a sentence)");

  private static final NamePattern FOLDER = new NamePattern(SUBJECT, "DC");

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
  public ParseResult parse(ClipPath path) {
    return NAME.parse(path.stem(), name -> label(name, path.parent()));
  }

  private static ParseResult label(Matcher name, String folder) {
    Optional<String> subject =
        Optional.ofNullable(name.group(1)).or(() -> FOLDER.match(folder).map(Matcher::group));
    if (subject.isEmpty()) {
      return new ParseResult.Rejection(
          Reject.Kind.SUBJECT, "neither name nor folder says the subject (DC, JE, JK or KL)");
    }
    String upper = subject.get().toUpperCase(Locale.ROOT);
    String code = name.group(2).toLowerCase(Locale.ROOT);
    int sentence = Integer.parseInt(name.group(3));
    return new ParseResult.Label(upper, CODES.get(code), upper + "/" + code + sentence);
  }
}
