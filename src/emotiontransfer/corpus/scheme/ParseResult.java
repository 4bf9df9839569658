package emotiontransfer.corpus.scheme;

import java.util.Optional;

/** What a naming scheme reads off a path. */
public sealed interface ParseResult {

  /** Returns a label; where the emotion is unknown, a rejection that says what is wrong. */
  static ParseResult of(
      String subject, Optional<Emotion> emotion, String performance, String wrong) {
    return emotion.isPresent()
        ? new Label(subject, emotion.get(), performance)
        : new Rejection(Reject.Kind.EMOTION, wrong);
  }

  /**
   * The path names a clip.
   *
   * @param subject as the corpus calls them, without the scheme
   * @param emotion what is shown
   * @param performance names what was performed; two files with the same performance are the same
   *     recording in two formats, or copies
   * @param silent whether it is known to have no sound
   * @param note what is odd about the name, or empty
   */
  record Label(String subject, Emotion emotion, String performance, boolean silent, String note)
      implements ParseResult {

    Label(String subject, Emotion emotion, String performance) {
      this(subject, emotion, performance, false, "");
    }
  }

  /**
   * The path does not name a clip of the scheme.
   *
   * @param kind of the obstacle
   * @param detail what is wrong with this path
   */
  record Rejection(Reject.Kind kind, String detail) implements ParseResult {}
}
