package emotiontransfer.corpus.scheme;

import emotiontransfer.data.Keyword;
import java.util.List;
import java.util.Optional;

/**
 * Folders named after subjects and emotions: {@code SUBJECT/EMOTION/...} or {@code EMOTION/...}.
 *
 * <p>The second layout has no subjects: all its clips get the one subject {@link #UNKNOWN_SUBJECT},
 * so that evaluation by subjects is rejected rather than done with wrong subjects. Where a corpus
 * mixes both layouts, the clips without subject are rejected for the same reason.
 */
public final class EmotionFolders implements NamingScheme {

  /** The subject of all clips where the folders name none. */
  public static final String UNKNOWN_SUBJECT = "unknown";

  @Override
  public Result parse(ClipPath path) {
    List<String> folders = path.folders();
    if (folders.isEmpty()) {
      return new Reject(
          path.relative(), Reject.Kind.NAME, "not in a folder SUBJECT/EMOTION or EMOTION");
    }
    Optional<Emotion> first = Emotion.ofLabel(folders.get(0));
    Optional<Emotion> second = folders.stream().skip(1).findFirst().flatMap(Emotion::ofLabel);
    if (first.isPresent() || second.isPresent()) {
      return new Label(
          second.isPresent() ? folders.get(0).strip() : UNKNOWN_SUBJECT,
          second.or(() -> first).get(),
          String.join("/", folders) + "/" + path.stem(),
          false,
          "");
    }
    String wrong =
        folders.size() == 1
            ? "folder '" + folders.get(0) + "' is none of "
            : "neither '" + folders.get(0) + "' nor '" + folders.get(1) + "' is one of ";
    return new Reject(
        path.relative(), Reject.Kind.EMOTION, wrong + Keyword.keywords(Emotion.class));
  }
}
