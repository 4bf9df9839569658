package emotiontransfer.store;

import static org.apache.commons.lang3.Validate.isTrue;

import emotiontransfer.data.SegmentBlock;
import emotiontransfer.file.WholeFile;
import emotiontransfer.media.ClipRemark;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder of decoded clips that all processes of this and other machines may use at once: a {@code
 * .npy} file for each clip and kind of features, and {@link StoreIndex}.
 *
 * <p>A file is known by the contents of its recording and the settings that it was decoded with, is
 * written under another name and renamed, and never changed afterwards. So there are no locks:
 * whoever finds no file decodes the clip, and of two that do so at once the second replaces a file
 * by an equal one. Safe for use by many threads.
 */
public final class SegmentStore {

  /** Shared, so that the folds of a cross-validation read the index once. */
  private static final Map<Path, SegmentStore> OPEN = new ConcurrentHashMap<>();

  private static final Logger LOG = LoggerFactory.getLogger(SegmentStore.class);

  /** How exactly is known when a file was used. */
  private static final Duration USE = Duration.ofHours(1);

  /** Fills the unfinished file of an array. */
  interface Writer {
    void write(Path part, byte[] bytes) throws IOException;
  }

  /**
   * A clip as it is now.
   *
   * @param hashes of the contents of its files
   * @param isRead whether a file had to be read for its hash
   */
  record Contents(List<Recording> files, List<String> hashes, StoreKey key, boolean isRead) {}

  private final Path folder;
  private final Writer writer;
  private final StoreBound bound;
  private final StoreFolders folders;
  private final Set<StoreKey> used = ConcurrentHashMap.newKeySet();
  private final Set<String> said = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean isOff = new AtomicBoolean();
  private StoreIndex index;

  SegmentStore(Path folder, Writer writer) {
    this.folder = folder;
    this.writer = writer;
    this.bound = new StoreBound(folder);
    this.folders = new StoreFolders(folder);
  }

  /** Returns the store in a folder, which is made when the first clip is written. */
  public static SegmentStore at(Path folder) {
    return OPEN.computeIfAbsent(
        folder.toAbsolutePath().normalize(), path -> new SegmentStore(path, ArrayFile::write));
  }

  public Path folder() {
    return folder;
  }

  /** Sets how many bytes all files may take; those not used for the longest time are deleted. */
  public void bound(long bytes) {
    isTrue(bytes > 0, "a store needs room for at least one byte, not %s", bytes);
    bound.set(bytes);
  }

  /** Tries to write clips again. */
  void switchOn() {
    isOff.set(false);
  }

  /** Returns whether something about this store is said for the first time in this process. */
  boolean isNew(String sentence) {
    return said.add(sentence);
  }

  /** Writes no more clips; returns whether it did until now. */
  boolean switchOff() {
    return isOff.compareAndSet(false, true);
  }

  boolean isOff() {
    return isOff.get();
  }

  /** Reads the index, or what other processes have added to it. */
  void open() throws IOException {
    index().refresh();
  }

  private synchronized StoreIndex index() throws IOException {
    if (index == null) {
      index = new StoreIndex(folder);
    }
    return index;
  }

  /** Returns what the files of a clip hold. */
  Contents contents(List<Path> files, String settings) throws IOException {
    List<Recording> recordings = recordings(files);
    List<String> hashes = new ArrayList<>();
    boolean isRead = false;
    for (Recording recording : recordings) {
      Optional<String> known = index().hash(recording);
      hashes.add(known.isPresent() ? known.get() : recording.hash());
      isRead |= known.isEmpty();
    }
    return new Contents(recordings, hashes, StoreKey.of(settings, hashes), isRead);
  }

  /** Looks at the files of a clip. */
  static List<Recording> recordings(List<Path> files) throws IOException {
    List<Recording> recordings = new ArrayList<>();
    for (Path file : files) {
      recordings.add(Recording.of(file));
    }
    return recordings;
  }

  /** Returns a clip's file, if there is one of the right length. */
  Optional<Entry> find(StoreKey key) throws IOException {
    // At first, as another thread may be making room.
    used.add(key);
    Optional<Entry> found = index().entry(key).filter(this::isWhole);
    return found.isPresent() ? found : listed(key);
  }

  /** Finds what another process has written since this one has read the index. */
  private Optional<Entry> listed(StoreKey key) throws IOException {
    for (Entry entry : folders.unknown(key)) {
      index().put(entry);
    }
    return index().entry(key).filter(this::isWhole);
  }

  private boolean isWhole(Entry entry) {
    Path file = folder.resolve(entry.path());
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      touch(file, now.lastModifiedTime());
      return now.size() == entry.layout().fileBytes();
    } catch (IOException e) {
      LOG.debug("File '{}' of the store", file, e);
      return false;
    }
  }

  /** Of a store that can only be read the time of use is not known, which harms nothing. */
  private static void touch(Path file, FileTime used) {
    Instant now = Instant.now();
    // A time that is still to come is that of a wrong clock.
    if (Duration.between(used.toInstant(), now).abs().compareTo(USE) > 0) {
      try {
        Files.setLastModifiedTime(file, FileTime.from(now));
      } catch (IOException e) {
        LOG.debug("File '{}' of the store", file, e);
      }
    }
  }

  /** Notes for which recordings a file stands, which may be new. */
  void note(Entry entry, boolean isNew, Contents contents, String settings) throws IOException {
    index().add(entry, isNew, contents.files(), contents.hashes(), settings);
  }

  /** Writes the rows of the index that are new. */
  void flush() throws IOException {
    index().flush();
  }

  /**
   * Opens a file.
   *
   * @param verify whether its checksum is compared
   * @throws ArrayFile.DamagedFileException if it is damaged or gone
   */
  StoredSegments.Opened open(Entry entry, boolean verify) throws IOException {
    Path file = folder.resolve(entry.path());
    StoredSegments.Opened opened = ArrayFile.open(file, entry, verify);
    // A table may be in use for longer than another process keeps what it does not see used.
    touch(file, Files.getLastModifiedTime(file));
    return opened;
  }

  /**
   * Writes the segments of a clip.
   *
   * @return their file, or nothing if there is no room for it
   * @throws IOException if it cannot be written
   */
  Optional<Entry> write(StoreKey key, SegmentBlock block, List<ClipRemark> remarks)
      throws IOException {
    ArrayLayout layout = ArrayLayout.of(block).orElseThrow();
    byte[] bytes = layout.file(block);
    Entry entry = Entry.of(key, layout, bytes, !remarks.isEmpty());
    makeFolder();
    StoreBound.Room room = bound.makeRoom(bytes.length, it -> used.contains(it.key()));
    if (room.left().isPresent()) {
      // Since the files were listed, others may have written some.
      index().keepOnly(it -> room.left().get().contains(it) || isWhole(it));
    }
    if (!room.exists()) {
      return Optional.empty();
    }
    if (entry.remarked()) {
      WholeFile.write(folder.resolve(entry.remarksPath()), Remarks.text(remarks));
    }
    Optional<FileTime> before = folders.changed(key);
    try (WholeFile.Part part = WholeFile.beginUnique(folder.resolve(entry.path()))) {
      writer.write(part.path(), bytes);
      // A file that a crash of the system has left half written is known by its checksum.
      part.keepUnforced();
    } catch (IOException e) {
      // Windows keeps a file that is mapped; then another process has just written the same.
      if (!isWhole(entry)) {
        throw e;
      }
    }
    folders.wrote(key, before);
    return Optional.of(entry);
  }

  /** The recordings may be anything that a person has said or shown. */
  private void makeFolder() throws IOException {
    if (!Files.isDirectory(folder)) {
      boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
      FileAttribute<?>[] mine =
          posix
              ? new FileAttribute<?>[] {
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
              }
              : new FileAttribute<?>[0];
      Files.createDirectories(folder, mine);
    }
  }

  List<ClipRemark> remarks(Entry entry, Path clip) throws IOException {
    return entry.remarked() ? Remarks.read(folder.resolve(entry.remarksPath()), clip) : List.of();
  }

  /** Deletes a file that is damaged. */
  void delete(Entry entry) throws IOException {
    index().remove(entry.key());
    Files.deleteIfExists(folder.resolve(entry.path()));
    Files.deleteIfExists(folder.resolve(entry.remarksPath()));
  }
}
