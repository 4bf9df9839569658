package emotiontransfer.store;

import emotiontransfer.file.WholeFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * The table {@code index.csv}: for each recording the array that was made of it, and the hash of
 * its contents as long as size and time of last change stay the same, so that a corpus need not be
 * read to be recognised.
 *
 * <p>Processes append whole rows, each by one call. What is lost or damaged, say by a process that
 * was killed, costs reading a recording again and nothing else; hence there is no lock.
 */
final class StoreIndex {

  static final String NAME = "index.csv";

  private static final String HEADER = "array,recording,bytes,modified_ns,sha256,settings\n";
  private static final int COLUMNS = 6;
  private static final int ROWS_AT_ONCE = 256;

  /** Of a recording that was changed so lately that its time does not show a further change. */
  private static final long UNSETTLED = -1;

  private record Known(long bytes, long modified, String hash) {}

  private final Path file;
  private final Map<String, Known> recordings = new ConcurrentHashMap<>();
  private final Map<String, Entry> entries = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<String> fresh = new ConcurrentLinkedQueue<>();

  /** Reads the table, if there is one; rows that are none are passed over. */
  StoreIndex(Path folder) throws IOException {
    file = folder.resolve(NAME);
    if (Files.exists(file)) {
      try (BufferedReader in = reader()) {
        for (String line = in.readLine(); line != null; line = in.readLine()) {
          take(line);
        }
      }
    }
  }

  /** Damage must not end the reading: bytes that are no UTF-8 become other characters. */
  private BufferedReader reader() throws IOException {
    return new BufferedReader(
        new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8));
  }

  private void take(String line) {
    columns(line).ifPresent(this::take);
  }

  private void take(List<String> columns) {
    entry(columns).ifPresent(entry -> entries.put(entry.key().digits(), entry));
    Known known =
        new Known(Long.parseLong(columns.get(2)), Long.parseLong(columns.get(3)), columns.get(4));
    if (known.modified != UNSETTLED) {
      recordings.put(columns.get(1), known);
    }
  }

  private static Optional<Entry> entry(List<String> columns) {
    return Entry.ofName(columns.get(0).replaceFirst("^[0-9a-f]{2}/", ""));
  }

  /** Returns the columns of a row, or nothing for a line that is none. */
  private static Optional<List<String>> columns(String line) {
    try {
      List<CSVRecord> rows = CSVFormat.DEFAULT.parse(new StringReader(line)).getRecords();
      if (rows.size() != 1 || rows.get(0).size() != COLUMNS) {
        return Optional.empty();
      }
      List<String> columns = rows.get(0).toList();
      boolean valid =
          columns.get(2).matches("\\d{1,18}")
              && columns.get(3).matches("-?\\d{1,19}")
              && columns.get(4).matches("[0-9a-f]{64}");
      return valid ? Optional.of(columns) : Optional.empty();
    } catch (IOException | RuntimeException e) {
      // A torn row: an open quotation mark, say.
      return Optional.empty();
    }
  }

  /** Returns the hash of a recording that is as it was when it was hashed. */
  Optional<String> hash(Recording recording) {
    return Optional.ofNullable(recordings.get(recording.path()))
        .filter(it -> it.bytes == recording.bytes() && it.modified == recording.modified())
        .map(Known::hash);
  }

  Optional<Entry> entry(StoreKey key) {
    return Optional.ofNullable(entries.get(key.digits()));
  }

  void put(Entry entry) {
    entries.put(entry.key().digits(), entry);
  }

  void remove(StoreKey key) {
    entries.remove(key.digits());
  }

  /** Adds rows for the recordings of a clip, which {@link #flush} writes. */
  void add(Entry entry, List<Recording> files, List<String> hashes, String settings)
      throws IOException {
    put(entry);
    for (int i = 0; i < files.size(); i++) {
      Recording of = files.get(i);
      long modified = of.isSettled() ? of.modified() : UNSETTLED;
      if (modified != UNSETTLED) {
        recordings.put(of.path(), new Known(of.bytes(), modified, hashes.get(i)));
      }
      if (of.path().chars().noneMatch(Character::isISOControl)) {
        fresh.add(
            CSVFormat.DEFAULT.format(
                    entry.path(), of.path(), of.bytes(), modified, hashes.get(i), settings)
                + "\n");
      }
    }
    if (fresh.size() >= ROWS_AT_ONCE) {
      flush();
    }
  }

  /** Appends the rows that are new. */
  synchronized void flush() throws IOException {
    StringBuilder text = new StringBuilder();
    for (String row = fresh.poll(); row != null; row = fresh.poll()) {
      text.append(row);
    }
    if (text.isEmpty()) {
      return;
    }
    if (!Files.exists(file)) {
      text.insert(0, HEADER);
    }
    StandardOpenOption[] append = {StandardOpenOption.CREATE, StandardOpenOption.APPEND};
    try (FileChannel out = FileChannel.open(file, append)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
    }
  }

  /** Writes the table anew with the rows of arrays that are kept, each once. */
  synchronized void keepOnly(Predicate<Entry> kept) throws IOException {
    flush();
    entries.values().removeIf(entry -> !kept.test(entry));
    if (!Files.exists(file)) {
      return;
    }
    Set<String> rows = new LinkedHashSet<>();
    try (BufferedReader in = reader()) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (columns(line).flatMap(StoreIndex::entry).filter(kept).isPresent()) {
          rows.add(line);
        }
      }
    }
    WholeFile.write(file, part -> Files.write(part, lines(rows)));
  }

  private static List<String> lines(Collection<String> rows) {
    List<String> lines = new ArrayList<>(rows.size() + 1);
    lines.add(HEADER.strip());
    lines.addAll(rows);
    return lines;
  }
}
