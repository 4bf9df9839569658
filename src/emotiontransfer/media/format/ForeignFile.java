package emotiontransfer.media.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Files that are no recordings or pictures, whatever they are named, by their first bytes. */
public final class ForeignFile {

  private static final int LOOKED_AT = 512;
  private static final int QUOTED = 40;

  private static final String UNPACK = "archive; unpack it and give the files in it";
  private static final String PLAYLIST =
      "is a playlist, which only names other files or addresses; give the files themselves";

  /** Formats of media that begin with text: NIST Sphere, AMR, YUV4MPEG2, Netpbm. */
  private static final String TEXT_OF_MEDIA = "(?s)(NIST_1A|#!AMR|YUV4MPEG2|P[1-7fF]\\s).*";

  /** How a kind of file begins, in Latin-1, and what to say of it behind "Clip 'x' ". */
  private record Kind(int at, String start, String reason) {}

  private static final List<Kind> BINARY =
      List.of(
          new Kind(0, "PK\3\4", "is a ZIP " + UNPACK),
          new Kind(0, "PK\5\6", "is an empty ZIP archive"),
          new Kind(0, "\37\213", "is a gzip " + UNPACK),
          new Kind(0, "BZh", "is a bzip2 " + UNPACK),
          new Kind(0, "\3757zXZ", "is an xz " + UNPACK),
          new Kind(0, "(\265/\375", "is a zstd " + UNPACK),
          new Kind(0, "7z\274\257\47\34", "is a 7z " + UNPACK),
          new Kind(0, "Rar!\32\7", "is a RAR " + UNPACK),
          new Kind(257, "ustar", "is a tar " + UNPACK),
          new Kind(0, "%PDF-", "is a PDF document"),
          new Kind(0, "\320\317\21\340", "is a document of Microsoft Office"),
          new Kind(0, "\177ELF", "is a program"),
          new Kind(0, "MZ", "is a program"),
          new Kind(0, "\211HDF\r\n", "is an HDF5 file of numbers"),
          new Kind(0, "\223NUMPY", "is a NumPy array"),
          new Kind(0, "MATLAB 5.0 MAT-file", "is a MATLAB file of numbers"),
          new Kind(0, "SQLite format 3\0", "is an SQLite database"),
          new Kind(0, "\254\355\0\5", "is a saved Java object"),
          new Kind(
              0,
              "\0\5\26\7",
              "holds only what macOS keeps beside a file (AppleDouble); delete it"));

  private static final List<Kind> TEXTS =
      List.of(
          new Kind(
              0,
              "version https://git-lfs.github.com",
              "is a Git LFS pointer, not the file itself; fetch it (git lfs pull)"),
          new Kind(
              0,
              "/annex/objects/",
              "is a git-annex pointer, not the file itself; fetch it (git annex get)"),
          new Kind(0, "#extm3u", PLAYLIST),
          new Kind(0, "ffconcat", PLAYLIST),
          new Kind(0, "[playlist]", PLAYLIST),
          new Kind(0, "v=0", PLAYLIST),
          new Kind(
              0,
              "<!doctype html",
              "is an HTML page, as a failed download leaves; download it again"),
          new Kind(0, "<html", "is an HTML page, as a failed download leaves; download it again"),
          new Kind(0, "{\\rtf", "is a document of rich text"));

  private ForeignFile() {}

  /** Returns what the file is instead of media, to follow "Clip 'x' "; empty where it may be. */
  public static Optional<String> reason(Path file) throws IOException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(LOOKED_AT);
    }
    if (bytes.length == 0) {
      return Optional.of("is empty (0 bytes)");
    }
    String start = new String(bytes, StandardCharsets.ISO_8859_1);
    Optional<String> binary = first(BINARY, start);
    if (binary.isPresent() || !isText(start) || start.matches(TEXT_OF_MEDIA)) {
      return binary;
    }
    String text = new String(bytes, StandardCharsets.UTF_8).replace("\uFEFF", "").strip();
    return first(TEXTS, text.toLowerCase(Locale.ROOT))
        .or(() -> Optional.of("is a text file; it begins '" + quoted(text) + "'"));
  }

  private static Optional<String> first(List<Kind> kinds, String start) {
    return kinds.stream()
        .filter(kind -> start.startsWith(kind.start, kind.at))
        .map(Kind::reason)
        .findFirst();
  }

  /** Media have control characters within their first bytes, texts have none but white space. */
  private static boolean isText(String start) {
    return start.chars().allMatch(c -> c >= ' ' && c != 0x7F || c >= '\t' && c <= '\r');
  }

  private static String quoted(String text) {
    String line = text.replaceAll("[\\s\\p{C}]+", " ");
    return line.length() <= QUOTED ? line : line.substring(0, QUOTED) + "...";
  }
}
