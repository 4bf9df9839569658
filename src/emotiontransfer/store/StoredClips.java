package emotiontransfer.store;

import emotiontransfer.data.SegmentBlock;
import emotiontransfer.media.ClipReader;
import emotiontransfer.media.ClipRemark;
import emotiontransfer.store.ArrayFile.DamagedFileException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads clips out of a store, and those that it does not have by another reader, whose segments it
 * then keeps there: the same values either way, bit for bit, and the same remarks.
 *
 * <p>A store that cannot be read or written is no obstacle: clips are decoded as without it, which
 * is said once. The next reader tries again: a disk may have room by then.
 */
public final class StoredClips implements ClipReader {

  private static final Logger LOG = LoggerFactory.getLogger(StoredClips.class);

  /** Another process that makes room may delete many at once. */
  private static final String GONE =
      "In the store '%s' files are gone that were there when their clips were opened; such clips"
          + " are decoded anew. Where another process needs the room, raise the bound (-store-gb).";

  private final ClipReader reader;
  private final SegmentStore store;
  private final String settings;
  private final Consumer<String> warnings;
  private final ConcurrentLinkedQueue<ClipRemark> remarks = new ConcurrentLinkedQueue<>();
  private final AtomicInteger decoded = new AtomicInteger();
  private final AtomicBoolean isOpen = new AtomicBoolean();

  /**
   * Creates a reader.
   *
   * @param settings all that changes a value, the version of this package included
   * @param warnings takes a sentence about a store that cannot be used; called by many threads
   */
  public StoredClips(
      ClipReader reader, SegmentStore store, String settings, Consumer<String> warnings) {
    this.reader = reader;
    this.store = store;
    this.settings = settings;
    this.warnings = warnings;
    store.switchOn();
  }

  @Override
  public List<Path> files(Path clip) throws IOException {
    return reader.files(clip);
  }

  @Override
  public SegmentBlock read(Path clip) throws IOException {
    Optional<SegmentStore.Contents> contents = contents(clip);
    Optional<SegmentBlock> stored = contents.flatMap(it -> stored(clip, it));
    return stored.isPresent() ? stored.get() : decode(clip, contents);
  }

  /** Returns nothing for what is not there: reading it reports best what is wrong with it. */
  private Optional<SegmentStore.Contents> contents(Path clip) {
    try {
      if (!isOpen.getAndSet(true)) {
        store.open();
      }
    } catch (IOException e) {
      switchOff(e);
      return Optional.empty();
    }
    try {
      return Optional.of(store.contents(reader.files(clip), settings));
    } catch (IOException e) {
      LOG.debug("Clip '{}' has no place in the store", clip, e);
      return Optional.empty();
    }
  }

  private Optional<SegmentBlock> stored(Path clip, SegmentStore.Contents contents) {
    try {
      Optional<Entry> entry = store.find(contents.key());
      if (entry.isEmpty()) {
        return Optional.empty();
      }
      if (!takeRemarks(entry.get(), clip)) {
        store.delete(entry.get());
        return Optional.empty();
      }
      if (contents.isRead()) {
        store.note(entry.get(), false, contents, settings);
      }
      return Optional.of(view(clip, entry.get()));
    } catch (IOException e) {
      switchOff(e);
      return Optional.empty();
    }
  }

  private boolean takeRemarks(Entry entry, Path clip) {
    try {
      remarks.addAll(store.remarks(entry, clip));
      return true;
    } catch (IOException e) {
      LOG.debug("Clip '{}' is decoded anew for its remarks", clip, e);
      return false;
    }
  }

  private SegmentBlock decode(Path clip, Optional<SegmentStore.Contents> contents)
      throws IOException {
    decoded.incrementAndGet();
    SegmentBlock block = reader.read(clip);
    if (store.isOff() || contents.isEmpty() || ArrayLayout.of(block).isEmpty()) {
      return block;
    }
    try {
      return isSame(clip, contents.get()) ? keep(clip, contents.get(), block) : block;
    } catch (IOException e) {
      switchOff(e);
      return block;
    }
  }

  /** Of a recording that was changed in the meantime nobody knows what was decoded. */
  private boolean isSame(Path clip, SegmentStore.Contents before) {
    try {
      return SegmentStore.recordings(reader.files(clip)).equals(before.files());
    } catch (IOException e) {
      LOG.debug("Clip '{}' was deleted while it was decoded", clip, e);
      return false;
    }
  }

  private SegmentBlock keep(Path clip, SegmentStore.Contents contents, SegmentBlock block)
      throws IOException {
    Optional<Entry> entry = store.write(contents.key(), block, reader.remarks(clip));
    if (entry.isEmpty()) {
      throw new IOException("it is full of clips in use (-store-gb)");
    }
    store.note(entry.get(), true, contents, settings);
    return view(clip, entry.get());
  }

  private void switchOff(IOException e) {
    if (store.switchOff()) {
      LOG.debug("Store '{}'", store.folder(), e);
      String why = StringUtils.removeEnd(reason(e), ".");
      warn(
          "The store '%s' takes no more clips: %s. What it does not have is decoded for this process alone."
              .formatted(store.folder(), why));
    }
  }

  private void warn(String sentence) {
    if (store.isNew(sentence)) {
      warnings.accept(sentence);
    }
  }

  /** Leaves out the name of an unfinished file, which is another one each time. */
  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "there is no permission to write or read it";
    }
    if (e instanceof NoSuchFileException) {
      return "it was deleted";
    }
    String reason = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
    return StringUtils.defaultIfEmpty(reason, "" + e);
  }

  private SegmentBlock view(Path clip, Entry entry) {
    return new StoredSegments(
        entry.layout(),
        new StoredSegments.Source() {

          @Override
          public StoredSegments.Opened open(boolean verify) throws IOException {
            return store.open(entry, verify);
          }

          @Override
          public SegmentBlock decode(IOException why) throws IOException {
            return again(clip, entry, why);
          }
        });
  }

  /** Decodes a clip whose file was damaged or deleted after it was found. */
  private SegmentBlock again(Path clip, Entry entry, IOException why) throws IOException {
    if (!store.contents(reader.files(clip), settings).key().equals(entry.key())) {
      throw new IOException("the recording '" + clip + "' has changed since");
    }
    boolean isGone = why instanceof DamagedFileException damaged && damaged.isGone();
    warn(
        isGone
            ? GONE.formatted(store.folder())
            : "In the store '%s' a file cannot be used: %s; clip '%s' is decoded anew."
                .formatted(store.folder(), why.getMessage(), clip));
    try {
      decoded.incrementAndGet();
      SegmentBlock block = reader.read(clip);
      if (why instanceof DamagedFileException) {
        replace(entry, block, reader.remarks(clip));
      }
      return block;
    } finally {
      reader.release();
    }
  }

  private void replace(Entry entry, SegmentBlock block, List<ClipRemark> found) {
    try {
      store.delete(entry);
      store.write(entry.key(), block, found);
    } catch (IOException e) {
      switchOff(e);
    }
  }

  /** Returns how many clips were decoded rather than found. */
  public int decoded() {
    return decoded.get();
  }

  @Override
  public List<ClipRemark> remarks() {
    return Stream.concat(remarks.stream(), reader.remarks().stream()).toList();
  }

  @Override
  public void finish() throws IOException {
    reader.finish();
  }

  @Override
  public void release() {
    reader.release();
    try {
      store.flush();
    } catch (IOException e) {
      switchOff(e);
    }
  }
}
