package emotiontransfer.corpus.scheme;

import java.util.List;

/**
 * RAVDESS: {@code 03-01-06-01-02-01-12.wav} is modality (01 picture and sound, 02 picture alone, 03
 * sound alone), vocal channel (01 speech, 02 song), emotion, intensity, statement, repetition,
 * subject.
 *
 * <p>The three modalities of one performance are one performance. Source: Livingstone and Russo,
 * "The Ryerson Audio-Visual Database of Emotional Speech and Song", PLoS ONE 2018, table of the
 * file names.
 */
final class Ravdess implements NamingScheme {

  private static final String PICTURE_ALONE = "02";

  private static final NamePattern NAME =
      new NamePattern(
          "(0[1-3])-((?:0[12])-([0-9]{2})-(?:0[12])-(?:0[12])-(?:0[12])-([0-9]{2}))",
          "03-01-06-01-02-01-12"
              + " (modality-channel-emotion-intensity-statement-repetition-actor)");

  /** Numbered from 01. */
  private static final List<Emotion> EMOTIONS =
      List.of(
          Emotion.NEUTRAL,
          Emotion.CALM,
          Emotion.HAPPINESS,
          Emotion.SADNESS,
          Emotion.ANGER,
          Emotion.FEAR,
          Emotion.DISGUST,
          Emotion.SURPRISE);

  @Override
  public ParseResult parse(ClipPath path) {
    return NAME.parse(
        path.stem(),
        name -> {
          int number = Integer.parseInt(name.group(3));
          return number >= 1 && number <= EMOTIONS.size()
              ? new ParseResult.Label(
                  name.group(4),
                  EMOTIONS.get(number - 1),
                  name.group(2),
                  name.group(1).equals(PICTURE_ALONE),
                  "")
              : new ParseResult.Rejection(
                  Reject.Kind.EMOTION, "number " + name.group(3) + " is none of 01 to 08");
        });
  }
}
