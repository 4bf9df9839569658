package emotiontransfer.corpus.scheme;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The path of a media file below the corpus folder, in pieces.
 *
 * @param folders names of the folders on the way, outermost first; empty for a file that lies in
 *     the corpus folder itself
 * @param stem file name without extension
 * @param extension without dot, in lower case; empty where there is none
 */
public record ClipPath(List<String> folders, String stem, String extension)
    implements Comparable<ClipPath> {

  /** Keeps the folders from being changed. */
  public ClipPath {
    folders = List.copyOf(folders);
  }

  /**
   * Cuts a path into pieces.
   *
   * @param relative path below the corpus folder
   */
  public static ClipPath of(Path relative) {
    List<String> folders = new ArrayList<>();
    for (int i = 0; i < relative.getNameCount() - 1; i++) {
      folders.add(relative.getName(i).toString());
    }
    String name = relative.getFileName().toString();
    int dot = name.lastIndexOf('.');
    boolean hasExtension = dot > 0;
    return new ClipPath(
        folders,
        hasExtension ? name.substring(0, dot) : name,
        hasExtension ? name.substring(dot + 1).toLowerCase(Locale.ROOT) : "");
  }

  /** Returns what the file holds by its extension. */
  public Optional<Modality> modality() {
    return Modality.ofExtension(extension);
  }

  /** Returns the name of the innermost folder, or an empty text where there is none. */
  public String parent() {
    return folders.isEmpty() ? "" : folders.get(folders.size() - 1);
  }

  /** Orders by folders, then stem, then extension, character by character. */
  @Override
  public int compareTo(ClipPath other) {
    return toString().compareTo(other.toString());
  }

  /** Returns the path with {@code /} between the pieces; the extension is in lower case. */
  @Override
  public String toString() {
    String prefix = folders.isEmpty() ? "" : String.join("/", folders) + "/";
    return prefix + stem + (extension.isEmpty() ? "" : "." + extension);
  }
}
