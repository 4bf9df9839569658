package emotiontransfer.corpus.scheme;

import java.util.List;
import java.util.Map;

/** Reads subject and emotion of a clip off its name and its folders. */
public interface NamingScheme {

  /**
   * Returns who shows which emotion, or why the path does not say so.
   *
   * @param labels codes that stand above those of the scheme
   */
  Result parse(ClipPath path, EmotionLabels labels);

  /** Returns who shows which emotion by the codes of the scheme alone. */
  default Result parse(ClipPath path) {
    return parse(path, EmotionLabels.NONE);
  }

  /** Returns what labels say beside subject and emotion. */
  default List<String> extraColumns() {
    return List.of();
  }

  /** A label, or why there is none. */
  sealed interface Result permits Label, Reject, LeftOut {}

  /**
   * The path names a clip.
   *
   * @param subject as the corpus calls them, without the scheme
   * @param performance names what was performed; two files with the same performance are the same
   *     recording in two formats, or copies
   * @param silent whether it is known to have no sound
   * @param note what is odd about the name, or empty
   * @param extras value by extra column
   */
  record Label(
      String subject,
      Emotion emotion,
      String performance,
      boolean silent,
      String note,
      Map<String, String> extras)
      implements Result {

    public Label {
      extras = Map.copyOf(extras);
    }

    /** Makes a label without extra columns. */
    public Label(String subject, Emotion emotion, String performance, boolean silent, String note) {
      this(subject, emotion, performance, silent, note, Map.of());
    }

    /** Returns this label with another subject. */
    public Label of(String other) {
      return new Label(other, emotion, performance, silent, note, extras);
    }
  }

  /**
   * The path names a clip that is none of the corpus on purpose.
   *
   * @param what it is, for the report
   */
  record LeftOut(String what) implements Result {

    /** Makes the result for a code that the labels leave out. */
    public static LeftOut byLabels(String code) {
      return new LeftOut("left out by the labels: " + code);
    }
  }
}
