package emotiontransfer.corpus.scheme;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Files that are given where a corpus is wanted, by their extension. */
public enum FileKind {
  SOUND("a sound file; give the folder that it lies in", Modality.AUDIO.extensions()),
  VIDEO("a video; give the folder that it lies in", Modality.VIDEO.extensions()),
  PICTURE("a picture; give the folder that it lies in", Modality.IMAGE.extensions()),
  SPREADSHEET("a spreadsheet; save it as CSV", List.of("xls", "xlsx", "ods", "numbers")),
  ARCHIVE(
      "an archive; unpack it and give the folder",
      List.of("zip", "tar", "gz", "tgz", "bz2", "xz", "7z", "rar", "zst")),
  MODEL("a saved model", List.of("model", "pathnet")),
  TABLE("a table of Weka; open it as it is", List.of("arff", "xrff", "bsi")),
  CORPUS_FILE("a corpus file; give it without -dir, or open it as a data file", List.of("corpus")),
  DOCUMENT(
      "a document; list the clips in a CSV file",
      List.of("html", "htm", "pdf", "doc", "docx", "odt", "json", "xml"));

  private final String what;
  private final List<String> extensions;

  FileKind(String what, List<String> extensions) {
    this.what = what;
    this.extensions = extensions;
  }

  /** Returns the kind of a file whose name is not that of a table of labels. */
  public static Optional<FileKind> of(Path file) {
    String extension = ClipPath.of(file.getFileName()).extension();
    return Arrays.stream(values()).filter(kind -> kind.extensions.contains(extension)).findFirst();
  }

  /** Returns what the file is and what to do. */
  @Override
  public String toString() {
    return what;
  }
}
