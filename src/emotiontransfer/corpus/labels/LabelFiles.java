package emotiontransfer.corpus.labels;

import emotiontransfer.corpus.scheme.ClipPath;
import emotiontransfer.corpus.scheme.NamingScheme;
import emotiontransfer.corpus.scheme.Scheme;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The label files of corpora that have such files. */
public final class LabelFiles {

  private static final Map<Scheme, String> WHERE =
      Map.of(
          Scheme.IEMOCAP, IemocapLabels.WHERE,
          Scheme.MELD, MeldLabels.WHERE,
          Scheme.CK_PLUS, CkPlusLabels.WHERE);

  /** Label files have some kilobytes each, the largest a megabyte. */
  private static final long MOST_BYTES = 1 << 25;

  private LabelFiles() {}

  /** Returns what the label files of a scheme are called; empty where it has none. */
  public static Optional<String> where(Scheme scheme) {
    return Optional.ofNullable(WHERE.get(scheme));
  }

  /**
   * Returns how the clips of a folder are labelled by its label files.
   *
   * @param files all files below the folder
   * @return empty where the scheme has no label files, or the folder has none of this scheme
   * @throws IOException if one cannot be read or understood; the message is a sentence
   */
  public static Optional<NamingScheme> read(Scheme scheme, Path folder, List<ClipPath> files)
      throws IOException {
    return switch (scheme) {
      case IEMOCAP -> IemocapLabels.read(folder, files);
      case MELD -> MeldLabels.read(folder, files);
      case CK_PLUS -> CkPlusLabels.read(folder, files);
      default -> Optional.empty();
    };
  }

  static String text(Path file, Charset charset) throws IOException {
    if (Files.size(file) > MOST_BYTES) {
      throw new IOException("Label file '" + file + "' is too large for one; move it elsewhere.");
    }
    try {
      return Files.readString(file, charset);
    } catch (IOException e) {
      throw new IOException(
          "Label file '%s' cannot be read: %s.".formatted(file, e.getMessage()), e);
    }
  }
}
