package emotiontransfer.corpus;

import emotiontransfer.corpus.FolderWalk.Found;
import emotiontransfer.corpus.scheme.ClipPath;
import emotiontransfer.corpus.scheme.Emotion;
import emotiontransfer.corpus.scheme.Modality;
import emotiontransfer.corpus.scheme.Reject;
import emotiontransfer.corpus.scheme.Scheme;
import emotiontransfer.data.Keyword;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Takes the clips that a CSV file lists. */
final class TableScan {

  private static final Pattern PATTERN = Pattern.compile("%0?[0-9]*d|[*?]");

  private final CorpusSettings settings;
  private final Map<Path, Long> lineByFile = new HashMap<>();
  private ScanResult result;

  TableScan(CorpusSettings settings) {
    this.settings = settings;
  }

  /**
   * Reads the rows.
   *
   * @param table the CSV file; relative paths in it start from its folder
   * @param reason why this scheme
   * @param around files of the corpus folder, to count those that are not listed
   */
  ScanResult read(LabelTable table, String reason, List<Found> around) {
    result = new ScanResult(new SchemeChoice(Scheme.CSV, reason), table.extraColumns());
    Path folder = table.path().toAbsolutePath().getParent();
    table.rows().forEach(row -> read(row, folder));
    for (Found found : around) {
      if (found.path().modality().isPresent() && !lineByFile.containsKey(found.file())) {
        result.passOver("not listed in " + table.path().getFileName(), found.relative());
      }
    }
    return result;
  }

  private void read(LabelTable.Row row, Path folder) {
    Optional<Path> file = resolve(row.file(), folder);
    if (file.isEmpty()) {
      reject(row, Reject.Kind.MISSING, "there is no such file");
      return;
    }
    Long earlier = lineByFile.putIfAbsent(file.get(), row.line());
    Optional<Modality> modality = modality(file.get());
    Optional<Emotion> emotion = Emotion.ofLabel(row.emotion());
    if (earlier != null) {
      reject(row, Reject.Kind.COPY, "line " + earlier + " lists the same file");
    } else if (modality.isEmpty()) {
      reject(row, Reject.Kind.NO_MEDIA, "its extension is that of no media format");
    } else if (!settings.wanted().contains(modality.get())) {
      result.passOver("of another modality: " + modality.get(), row.file());
    } else if (Files.exists(file.get()) && !Files.isReadable(file.get())) {
      reject(row, Reject.Kind.UNREADABLE, "the system does not let us read it");
    } else if (row.subject().isEmpty()) {
      reject(row, Reject.Kind.SUBJECT, "the cell is empty");
    } else if (emotion.isEmpty()) {
      reject(
          row,
          Reject.Kind.EMOTION,
          "'" + row.emotion() + "' is none of " + Keyword.keywords(Emotion.class));
    } else {
      String subject = settings.prefix(Scheme.CSV) + row.subject();
      result.take(
          new Clip(file.get(), row.file(), modality.get(), subject, emotion.get(), row.extras()));
    }
  }

  /** Finds a file also where the table was written on Windows and is read elsewhere. */
  private static Optional<Path> resolve(String cell, Path folder) {
    for (String spelling : List.of(cell, cell.replace('\\', '/'))) {
      try {
        Path file = folder.resolve(spelling).normalize();
        if (!spelling.isEmpty() && (Files.isRegularFile(file) || isRowOfFrames(file))) {
          return Optional.of(file);
        }
      } catch (InvalidPathException e) {
        // A text that cannot be a path on this system names no file.
        continue;
      }
    }
    return Optional.empty();
  }

  /** A folder, or a pattern such as {@code f%04d.png}, stands for the frames of a clip. */
  private static boolean isRowOfFrames(Path file) {
    return Files.isDirectory(file)
        || PATTERN.matcher(String.valueOf(file.getFileName())).find()
            && Files.isDirectory(file.toAbsolutePath().getParent());
  }

  private static Optional<Modality> modality(Path file) {
    return Files.isRegularFile(file)
        ? ClipPath.of(file.getFileName()).modality()
        : Optional.of(Modality.VIDEO);
  }

  private void reject(LabelTable.Row row, Reject.Kind kind, String detail) {
    String path = row.file().isEmpty() ? "(empty cell)" : row.file();
    result.reject(new Reject(path, kind, "line " + row.line() + ": " + detail));
  }
}
