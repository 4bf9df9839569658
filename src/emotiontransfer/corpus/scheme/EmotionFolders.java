package emotiontransfer.corpus.scheme;

import emotiontransfer.data.Keyword;
import java.util.List;
import java.util.Optional;

/**
 * Folders named after subjects and emotions: {@code SUBJECT/EMOTION/...} or {@code EMOTION/...}.
 *
 * <p>The second layout does not tell who is heard: all its clips get the one subject {@link
 * #UNKNOWN_SUBJECT}, so that evaluation by subjects is refused rather than done with wrong
 * subjects. Where a corpus mixes both layouts, the clips without subject are rejected for the same
 * reason.
 */
public final class EmotionFolders implements NamingScheme {

  /** The subject of all clips where the folders tell none. */
  public static final String UNKNOWN_SUBJECT = "unknown";

  @Override
  public ParseResult read(ClipPath path) {
    List<String> folders = path.folders();
    Optional<Emotion> first = emotionAt(folders, 0);
    Optional<Emotion> second = emotionAt(folders, 1);
    if (second.isPresent()) {
      return label(path, folders.get(0), second.get());
    }
    if (first.isPresent()) {
      return label(path, UNKNOWN_SUBJECT, first.get());
    }
    if (folders.isEmpty()) {
      return new ParseResult.Rejection(
          Reject.Kind.NAME, "not in a folder SUBJECT/EMOTION or EMOTION");
    }
    return new ParseResult.Rejection(
        Reject.Kind.EMOTION,
        (folders.size() == 1
                ? "folder '" + folders.get(0) + "' is none of "
                : "neither '" + folders.get(0) + "' nor '" + folders.get(1) + "' is one of ")
            + Keyword.keywords(Emotion.class));
  }

  private static Optional<Emotion> emotionAt(List<String> folders, int index) {
    return index < folders.size() ? Emotion.fromLabel(folders.get(index)) : Optional.empty();
  }

  private static ParseResult.Label label(ClipPath path, String subject, Emotion emotion) {
    return new ParseResult.Label(
        subject.strip(), emotion, String.join("/", path.folders()) + "/" + path.stem());
  }
}
