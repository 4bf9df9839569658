package emotiontransfer.corpus.scheme;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Files that are given where a corpus is wanted, by their extension or their first bytes. */
public enum FileKind {
  SOUND(
      "a sound file; give the folder that it lies in",
      Modality.AUDIO,
      "RIFF",
      "OggS",
      "fLaC",
      "ID3"),
  VIDEO("a video; give the folder that it lies in", Modality.VIDEO, "\u001aE\u00df\u00a3"),
  PICTURE(
      "a picture; give the folder that it lies in",
      Modality.IMAGE,
      "\u0089PNG",
      "\u00ff\u00d8\u00ff",
      "GIF8"),
  SPREADSHEET("a spreadsheet; save it as CSV", "xls xlsx ods numbers"),
  ARCHIVE(
      "an archive; unpack it and give the folder",
      "zip tar gz tgz bz2 xz 7z rar",
      "PK\u0003\u0004",
      "7z\u00bc\u00af",
      "Rar!",
      "\u001f\u008b"),
  MODEL("a saved model", "model pathnet", "\u00ac\u00ed"),
  TABLE("a table of Weka; open it as it is", "arff xrff bsi", "@relation"),
  CORPUS_FILE("a corpus file; give it without -dir, or open it as a data file", "corpus"),
  PAGE("an HTML page, as downloads that fail leave it", "html htm", "<!doctype html", "<html"),
  POINTER(
      "a pointer of Git LFS; fetch the file itself (git lfs pull)", " ", "version https://git-lfs"),
  DOCUMENT("a document; list the clips in a CSV file", "pdf doc docx odt", "%PDF");

  private static final int LONGEST_START = 32;

  private final String what;
  private final List<String> extensions;
  private final List<String> starts;

  FileKind(String what, String extensions, String... starts) {
    this(what, List.of(extensions.split(" ")), starts);
  }

  FileKind(String what, Modality modality, String... starts) {
    this(what, modality.extensions(), starts);
  }

  FileKind(String what, List<String> extensions, String... starts) {
    this.what = what;
    this.extensions = extensions;
    this.starts = List.of(starts);
  }

  /** Returns the kind of a file that is neither a folder nor, as it seems, a table of labels. */
  public static Optional<FileKind> of(Path file) throws IOException {
    String extension = ClipPath.of(file.getFileName()).extension();
    Optional<FileKind> named =
        Arrays.stream(values()).filter(kind -> kind.extensions.contains(extension)).findFirst();
    if (named.isPresent() || !Files.isRegularFile(file)) {
      return named;
    }
    String start = start(file);
    return Arrays.stream(values())
        .filter(
            kind ->
                kind.starts.stream()
                    .anyMatch(one -> start.startsWith(one.toLowerCase(Locale.ROOT))))
        .findFirst();
  }

  private static String start(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LONGEST_START);
      return new String(bytes, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    }
  }

  /** Returns what the file is and what to do. */
  @Override
  public String toString() {
    return what;
  }
}
