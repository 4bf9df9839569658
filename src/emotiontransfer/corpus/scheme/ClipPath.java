package emotiontransfer.corpus.scheme;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The path of a file below the corpus folder, in pieces.
 *
 * @param relative with {@code /} between folders
 * @param folders names of the folders on the way, outermost first
 * @param stem file name without extension
 * @param extension without dot, in lower case; empty where there is none. Where a database gives
 *     its pictures none, that of their format
 */
public record ClipPath(String relative, List<String> folders, String stem, String extension) {

  /** The Yale Face Database calls its GIF pictures so. */
  private static final Pattern GIF_WITHOUT_EXTENSION =
      Pattern.compile(
          "(?i)subject[0-9]{2}\\.(?:centerlight|glasses|happy|leftlight|noglasses|normal|rightlight"
              + "|sad|sleepy|surprised|wink)");

  public static ClipPath of(Path relative) {
    String path = relative.toString().replace(relative.getFileSystem().getSeparator(), "/");
    List<String> names = List.of(path.split("/"));
    String name = names.get(names.size() - 1);
    if (GIF_WITHOUT_EXTENSION.matcher(name).matches()) {
      return new ClipPath(path, names.subList(0, names.size() - 1), name, "gif");
    }
    int dot = name.lastIndexOf('.');
    return new ClipPath(
        path,
        names.subList(0, names.size() - 1),
        dot > 0 ? name.substring(0, dot) : name,
        dot > 0 ? name.substring(dot + 1).toLowerCase(Locale.ROOT) : "");
  }

  /** Returns what the file holds by its extension. */
  public Optional<Modality> modality() {
    return modality(List.of(Modality.values()));
  }

  /** Returns which of some kinds the file holds by its extension. */
  public Optional<Modality> modality(Collection<Modality> kinds) {
    return kinds.stream().filter(kind -> kind.extensions().contains(extension)).findFirst();
  }

  /** Returns whether the innermost folder has a name. */
  public boolean isIn(String folder) {
    return parent().equals(folder);
  }

  /** Returns the name of the innermost folder, or an empty text where there is none. */
  String parent() {
    return folders.isEmpty() ? "" : folders.get(folders.size() - 1);
  }
}
