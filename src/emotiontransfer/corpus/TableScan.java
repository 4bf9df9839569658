package emotiontransfer.corpus;

import emotiontransfer.corpus.FolderWalk.Found;
import emotiontransfer.corpus.scheme.ClipPath;
import emotiontransfer.corpus.scheme.Emotion;
import emotiontransfer.corpus.scheme.Modality;
import emotiontransfer.corpus.scheme.NamingScheme.LeftOut;
import emotiontransfer.corpus.scheme.Reject;
import emotiontransfer.corpus.scheme.Scheme;
import emotiontransfer.data.Keyword;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;

/**
 * Takes the clips that a CSV file lists in columns file, subject and emotion, and any others.
 *
 * <p>Relative paths start from the file's folder; {@link LabelTable} says what it may look like.
 */
final class TableScan {

  private static final int BEGINNING = 1 << 16;
  private static final int LONGEST_NAME = 300;
  private static final int MOST_BYTES = 1 << 25;

  /** What data frames write where there is nothing. */
  private static final Pattern NOBODY = Pattern.compile("(?i)[?]|n/?a|nan|null");

  private static final Pattern FRAME_NUMBER = Pattern.compile("%0?[0-9]*d|[*?]");

  private final Path table;
  private final CorpusSettings settings;
  private final Map<Path, Long> lineByFile = new HashMap<>();

  TableScan(Path table, CorpusSettings settings) {
    this.table = table;
    this.settings = settings;
  }

  /** Returns whether a file in the corpus folder itself is a table, judged by its first rows. */
  static boolean isLabelTable(Found found) {
    if (!found.path().folders().isEmpty() || !found.path().extension().equals("csv")) {
      return false;
    }
    try {
      return LabelTable.isOne(TextFile.beginning(found.file(), BEGINNING));
    } catch (IOException e) {
      return false;
    }
  }

  /** Reads the table; {@code around} are the files of its folder, listed in it or not. */
  ScanResult read(String reason, List<Found> around) throws IOException {
    LabelTable labels = parsed();
    List<String> extras = new ArrayList<>(labels.columns());
    extras.removeAll(LabelTable.REQUIRED);
    ScanResult result = new ScanResult(new SchemeChoice(Scheme.CSV, reason), extras);
    labels.notes().forEach(result::note);
    labels.rows().forEach(row -> take(row, result));
    for (Found found : around) {
      if (found.path().modality().isPresent() && !lineByFile.containsKey(found.file())) {
        result.passOver("not listed in " + table.getFileName(), found.relative());
      }
    }
    return result;
  }

  private LabelTable parsed() throws IOException {
    try {
      return LabelTable.parse(TextFile.read(table, MOST_BYTES));
    } catch (IOException e) {
      throw new IOException("CSV file '%s' %s.".formatted(table, e.getMessage()), e);
    }
  }

  private void take(LabelTable.Row row, ScanResult result) {
    Map<String, String> cells = row.cells();
    long line = row.line();
    String name = cells.getOrDefault("file", "");
    String subject = cells.getOrDefault("subject", "");
    String label = cells.getOrDefault("emotion", "");
    LabelTable.REQUIRED.forEach(cells::remove);
    Optional<Path> file = resolve(name);
    Long earlier = file.map(path -> lineByFile.putIfAbsent(path, line)).orElse(null);
    Optional<Modality> modality = file.flatMap(this::modality);
    Optional<Emotion> emotion = settings.labels().emotion(label, Emotion::ofLabel);
    String path = abbreviated(StringUtils.defaultIfEmpty(name, "(empty cell)"));
    BiConsumer<Reject.Kind, String> reject =
        (kind, detail) -> result.reject(path, kind, "line " + line + ": " + detail);
    if (file.isEmpty()) {
      reject.accept(Reject.Kind.MISSING, "there is no such file");
    } else if (earlier != null) {
      reject.accept(Reject.Kind.COPY, "line " + earlier + " lists the same file");
    } else if (modality.isEmpty()) {
      reject.accept(Reject.Kind.NO_MEDIA, "its extension is that of no media format");
    } else if (!settings.modality().kinds().contains(modality.get())) {
      result.passOver("of another modality: " + modality.get().keyword(), name);
    } else if (Files.exists(file.get()) && !Files.isReadable(file.get())) {
      reject.accept(Reject.Kind.UNREADABLE, Reject.LOCKED);
    } else if (settings.labels().leaveOut(label)) {
      result.passOver(LeftOut.byLabels(label).what(), name);
    } else if (subject.isEmpty()) {
      reject.accept(Reject.Kind.SUBJECT, "the cell is empty");
    } else if (NOBODY.matcher(subject).matches()) {
      reject.accept(Reject.Kind.SUBJECT, "'" + subject + "' stands for an empty cell");
    } else if (emotion.isEmpty()) {
      String labels = Keyword.keywords(Emotion.class);
      reject.accept(
          Reject.Kind.EMOTION,
          "'%s' is none of %s; -labels can say what it counts as"
              .formatted(abbreviated(label), labels));
    } else {
      String prefixed = settings.prefix(Scheme.CSV) + subject;
      result.clips.add(new Clip(file.get(), name, modality.get(), prefixed, emotion.get(), cells));
    }
  }

  /** Keeps a report readable where a cell holds a text. */
  private static String abbreviated(String cell) {
    return StringUtils.abbreviateMiddle(cell, "...", LONGEST_NAME);
  }

  /** Finds a file also where the table was written on Windows and is read elsewhere. */
  private Optional<Path> resolve(String cell) {
    for (String spelling : List.of(cell, cell.replace('\\', '/'))) {
      try {
        Path file = table.toAbsolutePath().resolveSibling(spelling).normalize();
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

  /**
   * A folder beside the table, or a pattern such as {@code f%04d.png}, stands for the frames of a
   * clip.
   */
  private boolean isRowOfFrames(Path file) {
    return Files.isDirectory(file) && !table.toAbsolutePath().startsWith(file)
        || FRAME_NUMBER.matcher(String.valueOf(file.getFileName())).find()
            && Files.isDirectory(file.toAbsolutePath().getParent());
  }

  /** Returns what a file is wanted as, or what it holds where it is not wanted. */
  private Optional<Modality> modality(Path file) {
    if (!Files.isRegularFile(file)) {
      return Optional.of(Modality.VIDEO);
    }
    ClipPath path = ClipPath.of(file.getFileName());
    return path.modality(settings.modality().kinds()).or(path::modality);
  }
}
