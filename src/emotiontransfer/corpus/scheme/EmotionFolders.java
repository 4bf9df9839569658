package emotiontransfer.corpus.scheme;

import emotiontransfer.data.Keyword;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Folders named after subjects and emotions: {@code SUBJECT/EMOTION/...} or {@code EMOTION/...}.
 *
 * <p>The second layout has no subjects: all its clips get the one subject {@link #UNKNOWN_SUBJECT},
 * so that evaluation by subjects is rejected rather than done with wrong subjects. Where a corpus
 * mixes both layouts, the clips without subject are rejected for the same reason.
 *
 * <p>Folders called after a part of a corpus ({@code train}, {@code fold_1}, {@code audio}) are no
 * subjects, unless that is wanted.
 */
public final class EmotionFolders implements NamingScheme {

  /** The subject of all clips where the folders name none. */
  public static final String UNKNOWN_SUBJECT = "unknown";

  /** Words, or several in a row ({@code Train_Set}, {@code testdata}), beside digits and signs. */
  private static final Pattern PART =
      Pattern.compile(
          "(train|training|trn|tests?|testing|tst|val|valid|validation|dev|devel|development|eval"
              + "|evaluation|holdout|splits?|folds?|parts?|sub|sets?|data|raw|all|public|private"
              + "|corpus|corpora|archive|audios?|speech|song|sounds?|voices?|waves?|wavs?|images?"
              + "|imgs?|pictures?|pics?|photos?|videos?|clips?|files?|faces?|frames?|samples?"
              + "|recordings?|emotions?|male|female|men|women)+");

  private static final String NO_PERSON =
      "in folder '%s', which is called after a part of a corpus, not after a person (if it is one,"
          + " give -subjects-from-folders)";

  private final boolean anyFolder;

  EmotionFolders() {
    this(false);
  }

  /** Makes the scheme; {@code anyFolder} takes folders of all names for subjects. */
  public EmotionFolders(boolean anyFolder) {
    this.anyFolder = anyFolder;
  }

  @Override
  public Result parse(ClipPath path, EmotionLabels labels) {
    List<String> folders = path.folders();
    if (folders.isEmpty()) {
      return new Reject(
          path.relative(), Reject.Kind.NAME, "not in a folder SUBJECT/EMOTION or EMOTION");
    }
    String outer = folders.get(0);
    Function<String, Optional<Emotion>> emotion = code -> labels.emotion(code, Emotion::ofLabel);
    Optional<Emotion> first = emotion.apply(outer);
    Optional<Emotion> second = folders.stream().skip(1).findFirst().flatMap(emotion);
    Optional<String> leftOut = folders.stream().limit(2).filter(labels::leaveOut).findFirst();
    if (second.isEmpty() && leftOut.isPresent()) {
      return LeftOut.byLabels(leftOut.get());
    }
    if (first.isPresent() || second.isPresent()) {
      boolean isPart = second.isPresent() && !anyFolder && isPart(outer);
      return new Label(
          second.isPresent() && !isPart ? outer.strip() : UNKNOWN_SUBJECT,
          second.or(() -> first).get(),
          String.join("/", folders) + "/" + path.stem(),
          false,
          isPart ? NO_PERSON.formatted(outer) : "");
    }
    String wrong =
        folders.size() == 1
            ? "folder '" + outer + "' is none of "
            : "neither '" + outer + "' nor '" + folders.get(1) + "' is one of ";
    return new Reject(
        path.relative(),
        Reject.Kind.EMOTION,
        wrong + Keyword.keywords(Emotion.class) + "; -labels can say what it counts as");
  }

  /** Returns whether a folder is called after a part of a corpus, not after a person. */
  public static boolean isPart(String folder) {
    String letters = folder.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
    return PART.matcher(letters).matches();
  }
}
