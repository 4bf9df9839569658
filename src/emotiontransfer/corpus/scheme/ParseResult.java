package emotiontransfer.corpus.scheme;

/** What a naming scheme reads off a path: a label, or why there is none. */
public sealed interface ParseResult permits ParseResult.Label, Reject {

  /**
   * The path names a clip.
   *
   * @param subject as the corpus calls them, without the scheme
   * @param performance names what was performed; two files with the same performance are the same
   *     recording in two formats, or copies
   * @param silent whether it is known to have no sound
   * @param note what is odd about the name, or empty
   */
  record Label(String subject, Emotion emotion, String performance, boolean silent, String note)
      implements ParseResult {}
}
