package emotiontransfer.corpus.scheme;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * RAVDESS: {@code 03-01-06-01-02-01-12.wav} is modality (01 picture and sound, 02 picture alone, 03
 * sound alone), vocal channel (01 speech, 02 song), emotion, intensity, statement, repetition,
 * actor.
 *
 * <p>The three modalities of one performance are one performance. Source: Livingstone and Russo,
 * "The Ryerson Audio-Visual Database of Emotional Speech and Song", PLoS ONE 2018, table of the
 * file names.
 */
public final class Ravdess implements NamingScheme {

  private static final String PICTURE_ALONE = "02";

  private static final NamePattern NAME =
      new NamePattern(
          "(0[1-3])-((?:0[12])-([0-9]{2})-(?:0[12])-(?:0[12])-(?:0[12])-([0-9]{2}))",
          "03-01-06-01-02-01-12"
              + " (modality-channel-emotion-intensity-statement-repetition-actor)");

  private static final Map<String, Emotion> NUMBERS =
      Map.of(
          "01", Emotion.NEUTRAL,
          "02", Emotion.CALM,
          "03", Emotion.HAPPINESS,
          "04", Emotion.SADNESS,
          "05", Emotion.ANGER,
          "06", Emotion.FEAR,
          "07", Emotion.DISGUST,
          "08", Emotion.SURPRISE);

  @Override
  public ParseResult read(ClipPath path) {
    Optional<Matcher> match = NAME.match(path.stem());
    if (match.isEmpty()) {
      return NAME.rejection();
    }
    Emotion emotion = NUMBERS.get(match.get().group(3));
    if (emotion == null) {
      return new ParseResult.Rejection(
          Reject.Kind.EMOTION, "number " + match.get().group(3) + " is none of 01 to 08");
    }
    return new ParseResult.Label(
        match.get().group(4),
        emotion,
        match.get().group(2),
        match.get().group(1).equals(PICTURE_ALONE),
        "");
  }
}
