package emotiontransfer.store;

import emotiontransfer.file.WholeFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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

  /** So many rows more than there are recordings and arrays are written anew. */
  private static final int ROWS_TOO_MANY = 1 << 10;

  private static final Pattern COUNT = Pattern.compile("\\d{1,18}");
  private static final Pattern TIME = Pattern.compile("-?\\d{1,19}");
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
  private static final Logger LOG = LoggerFactory.getLogger(StoreIndex.class);

  private record Known(long bytes, long modified, String hash) {}

  /** What a row stands for; a later row replaces it. */
  private record About(String array, String recording) {}

  private final Path file;
  private final Map<String, Known> recordings = new ConcurrentHashMap<>();
  private final Map<String, Entry> entries = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<String> fresh = new ConcurrentLinkedQueue<>();
  private long position;

  /** Reads the table, if there is one; rows that are none are passed over. */
  StoreIndex(Path folder) throws IOException {
    file = folder.resolve(NAME);
    if (read() > ROWS_TOO_MANY) {
      try {
        keepOnly(entry -> true);
      } catch (IOException e) {
        LOG.debug("Index '{}' stays as long as it is", file, e);
      }
    }
  }

  /** Reads the rows that other processes have added. */
  synchronized void refresh() throws IOException {
    read();
  }

  /** Reads what is behind the position; returns how many rows say again what others say. */
  private int read() throws IOException {
    if (!Files.exists(file)) {
      return 0;
    }
    long size = Files.size(file);
    // A table that was written anew is shorter; a row that begins before the position is passed
    // over.
    long start = size < position ? 0 : position;
    if (size == start) {
      return 0;
    }
    int again = 0;
    Set<About> seen = new HashSet<>();
    try (BufferedReader in = reader(start)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        Optional<List<String>> columns = columns(line);
        columns.ifPresent(this::take);
        again += columns.map(StoreIndex::about).filter(it -> !seen.add(it)).isPresent() ? 1 : 0;
      }
    }
    position = size;
    return again;
  }

  /** Damage must not end the reading: bytes that are no UTF-8 become other characters. */
  private BufferedReader reader(long start) throws IOException {
    InputStream in = Files.newInputStream(file);
    in.skipNBytes(start);
    return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
  }

  private static About about(List<String> columns) {
    return new About(columns.get(0), columns.get(1));
  }

  private void take(List<String> columns) {
    entry(columns).ifPresent(entry -> entries.put(entry.key().digits(), entry));
    Known known =
        new Known(Long.parseLong(columns.get(2)), Long.parseLong(columns.get(3)), columns.get(4));
    recordings.put(columns.get(1), known);
  }

  private static Optional<Entry> entry(List<String> columns) {
    String path = columns.get(0);
    return Entry.ofName(path.substring(path.indexOf('/') + 1));
  }

  /** Returns the columns of a row, or nothing for a line that is none. */
  private static Optional<List<String>> columns(String line) {
    List<String> columns = line.indexOf('"') < 0 ? List.of(line.split(",", -1)) : quoted(line);
    boolean valid =
        columns.size() == COLUMNS
            && COUNT.matcher(columns.get(2)).matches()
            && TIME.matcher(columns.get(3)).matches()
            && HASH.matcher(columns.get(4)).matches();
    return valid ? Optional.of(columns) : Optional.empty();
  }

  private static List<String> quoted(String line) {
    try {
      List<CSVRecord> rows = CSVFormat.DEFAULT.parse(new StringReader(line)).getRecords();
      return rows.size() == 1 ? rows.get(0).toList() : List.of();
    } catch (IOException | RuntimeException e) {
      // A torn row: an open quotation mark, say.
      return List.of();
    }
  }

  /** Returns the hash of a recording that is as it was when it was hashed. */
  Optional<String> hash(Recording recording) {
    return Optional.ofNullable(recordings.get(recording.path()))
        .filter(it -> it.modified != UNSETTLED)
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

  /**
   * Adds rows for the recordings of a clip, which {@link #flush} writes.
   *
   * @param isNew whether the array is; otherwise what is known of a recording is not said again
   */
  void add(Entry entry, boolean isNew, List<Recording> files, List<String> hashes, String settings)
      throws IOException {
    put(entry);
    for (int i = 0; i < files.size(); i++) {
      Recording of = files.get(i);
      long modified = of.isSettled() ? of.modified() : UNSETTLED;
      Known known = new Known(of.bytes(), modified, hashes.get(i));
      boolean isKnown = known.equals(recordings.put(of.path(), known));
      boolean isRow = of.path().chars().noneMatch(Character::isISOControl);
      if (isRow && (isNew || !isKnown)) {
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
    text.insert(0, beginning());
    // By a stream, which an interrupt does not close, and by one call.
    StandardOpenOption[] append = {StandardOpenOption.CREATE, StandardOpenOption.APPEND};
    try (OutputStream out = Files.newOutputStream(file, append)) {
      out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Returns what stands between the rows of the file and further ones. */
  private String beginning() throws IOException {
    long size = Files.exists(file) ? Files.size(file) : 0;
    if (size == 0) {
      return HEADER;
    }
    try (InputStream in = Files.newInputStream(file)) {
      in.skipNBytes(size - 1);
      // Behind half a row, which a killed process or a full disk has left.
      return in.read() == '\n' ? "" : "\n";
    }
  }

  /** Writes the table anew with the rows of arrays that are kept, each once. */
  synchronized void keepOnly(Predicate<Entry> kept) throws IOException {
    flush();
    entries.values().removeIf(entry -> !kept.test(entry));
    if (!Files.exists(file)) {
      return;
    }
    Map<About, String> rows = new LinkedHashMap<>();
    try (BufferedReader in = reader(0)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        Optional<List<String>> columns = columns(line);
        if (columns.flatMap(StoreIndex::entry).filter(kept).isPresent()) {
          rows.put(about(columns.get()), line);
        }
      }
    }
    try (WholeFile.Part part = WholeFile.begin(file)) {
      Files.write(part.path(), lines(rows.values()));
      position = Files.size(part.path());
      part.keepUnforced();
    }
  }

  private static List<String> lines(Collection<String> rows) {
    List<String> lines = new ArrayList<>(rows.size() + 1);
    lines.add(HEADER.strip());
    lines.addAll(rows);
    return lines;
  }
}
