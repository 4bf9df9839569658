package emotiontransfer.corpus.scheme;

/** Reads subject and emotion of a clip off its name and its folders. */
public interface NamingScheme {

  /** Returns who shows which emotion, or why the path does not say so. */
  Result parse(ClipPath path);

  /** A label, or why there is none. */
  sealed interface Result permits Label, Reject {}

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
      implements Result {

    /** Returns this label with another subject. */
    public Label of(String other) {
      return new Label(other, emotion, performance, silent, note);
    }
  }
}
