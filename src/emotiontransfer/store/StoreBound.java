package emotiontransfer.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the files of a store within a number of bytes: those that were not used for the longest
 * time go first, those that this process has used never.
 *
 * <p>The time of last change of a file is when it was last used. Other processes write, too, so
 * that the files are counted again now and then; in between a store may be a little above its
 * bound.
 */
final class StoreBound {

  private static final Logger LOG = LoggerFactory.getLogger(StoreBound.class);

  /** What is left after files were deleted, so that not every clip deletes one. */
  private static final double REMAINDER = 0.9;

  /** What a process writes before it counts again, as a fraction of the bound. */
  private static final int COUNTS = 16;

  /** Unfinished files that are older were left by a killed process, perhaps of another machine. */
  private static final Duration OLDEST_PART = Duration.ofDays(1);

  private final Path folder;
  private long bound = Long.MAX_VALUE;
  private long total;
  private long written = Long.MAX_VALUE;

  private record Found(Path file, Entry entry, long bytes, Instant used) {}

  StoreBound(Path folder) {
    this.folder = folder;
  }

  /** Sets the most bytes of all files. */
  synchronized void set(long bytes) {
    if (bytes != bound) {
      bound = bytes;
      written = Long.MAX_VALUE;
    }
  }

  /**
   * Makes room for a file.
   *
   * @param used the entries that this process has used
   * @return whether there is room, and which entries are left where some were deleted
   */
  synchronized Room makeRoom(long bytes, Predicate<Entry> used) throws IOException {
    Optional<Set<Entry>> left = Optional.empty();
    if (written > bound / COUNTS || total + bytes > bound) {
      left = count(bytes, used);
      written = 0;
    }
    boolean isRoom = total + bytes <= bound;
    if (isRoom) {
      total += bytes;
      written += bytes;
    }
    return new Room(isRoom, left);
  }

  /**
   * What {@link #makeRoom} has found.
   *
   * @param left the entries that are still there, if some were deleted
   */
  record Room(boolean exists, Optional<Set<Entry>> left) {}

  private Optional<Set<Entry>> count(long bytes, Predicate<Entry> used) throws IOException {
    List<Found> files = files();
    total = files.stream().mapToLong(Found::bytes).sum();
    if (total + bytes <= bound) {
      return Optional.empty();
    }
    files.sort(Comparator.comparing(Found::used));
    Set<Entry> left = new HashSet<>();
    for (Found found : files) {
      boolean tooMany = total + bytes > REMAINDER * bound;
      if (tooMany && !used.test(found.entry) && delete(found)) {
        total -= found.bytes;
      } else {
        left.add(found.entry);
      }
    }
    return Optional.of(left);
  }

  /** Windows keeps files that another process has mapped. */
  private boolean delete(Found found) {
    try {
      Files.deleteIfExists(found.file);
      if (found.entry.remarked()) {
        Files.deleteIfExists(folder.resolve(found.entry.remarksPath()));
      }
      return true;
    } catch (IOException e) {
      LOG.debug("File '{}' of the store is kept", found.file, e);
      return false;
    }
  }

  private List<Found> files() throws IOException {
    List<Found> found = new ArrayList<>();
    for (Path one : StoreFolders.list(folder, "[0-9a-f][0-9a-f]")) {
      for (Path file : StoreFolders.list(one, "*")) {
        found(file).ifPresent(found::add);
      }
    }
    return found;
  }

  private static Optional<Found> found(Path file) {
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      Instant used = now.lastModifiedTime().toInstant();
      String name = file.getFileName().toString();
      if (name.endsWith(".part") && used.isBefore(Instant.now().minus(OLDEST_PART))) {
        Files.deleteIfExists(file);
      }
      return Entry.ofName(name).map(entry -> new Found(file, entry, now.size(), used));
    } catch (IOException e) {
      // Another process has deleted it, or it belongs to somebody else.
      LOG.debug("File '{}' of the store", file, e);
      return Optional.empty();
    }
  }
}
