package emotiontransfer.weka.table;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import emotiontransfer.data.SegmentBlock;
import emotiontransfer.media.ClipReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Decoded clips in memory, shared by all filters of the JVM, so that the folds of a
 * cross-validation decode a clip once.
 *
 * <p>A clip is known by its path, the sizes and times of last change of its files, and by the
 * settings it was decoded with. The cache and the tables made from it share the same arrays. It is
 * bounded twice: by the bytes given to {@link #bound}, and by the garbage collector, which clears
 * it before memory runs out. Safe for use by many threads; a clip that two threads ask for at once
 * is decoded once.
 */
public final class BagCache {

  private static final BagCache SHARED = new BagCache(defaultBytes());

  /** Of the largest heap, what the cache takes unless told otherwise. */
  private static final int HEAP_SHARE = 3;

  /** Slots made beforehand, so that clips decoded at once seldom wait for each other. */
  private static final int INITIAL_SLOTS = 8192;

  private record Key(Path file, List<Long> sizesAndTimes, String settings) {}

  private final Cache<Key, SegmentBlock> blocks;

  /** Creates a cache of at most so many bytes. */
  BagCache(long bytes) {
    blocks =
        Caffeine.newBuilder()
            .initialCapacity(INITIAL_SLOTS)
            .maximumWeight(bytes)
            .<Key, SegmentBlock>weigher((key, block) -> weight(block))
            .softValues()
            .executor(Runnable::run)
            .recordStats()
            .build();
  }

  /** Returns the cache of this JVM. */
  public static BagCache shared() {
    return SHARED;
  }

  /** Returns a third of the largest heap, in bytes. */
  public static long defaultBytes() {
    return Runtime.getRuntime().maxMemory() / HEAP_SHARE;
  }

  private static int weight(SegmentBlock block) {
    return (int) Math.min(Integer.MAX_VALUE, block.bytes());
  }

  /**
   * Sets how many bytes the cache may take; it drops clips where it holds more.
   *
   * @param bytes at least 0
   */
  public void bound(long bytes) {
    blocks
        .policy()
        .eviction()
        .ifPresent(
            eviction -> {
              if (eviction.getMaximum() != bytes) {
                eviction.setMaximum(bytes);
              }
            });
  }

  /**
   * Returns a clip's segments, decoding them where they are not cached.
   *
   * @param settings all that changes a value
   * @param reader decodes with these settings
   * @throws IOException if the clip cannot be read; nothing is cached then
   */
  public SegmentBlock get(Path file, String settings, ClipReader reader) throws IOException {
    Key key;
    try {
      key = key(file, settings, reader);
    } catch (IOException e) {
      // Reading the clip tells better than looking at it what is wrong with it.
      return reader.read(file);
    }
    try {
      return blocks.get(key, wanted -> read(reader, wanted.file()));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Returns whether a clip's segments are cached. */
  public boolean contains(Path file, String settings, ClipReader reader) {
    try {
      return blocks.policy().getIfPresentQuietly(key(file, settings, reader)) != null;
    } catch (IOException e) {
      // A clip that cannot be looked at is not cached; what is wrong with it, reading it will tell.
      return false;
    }
  }

  /** Returns how many clips were decoded successfully through this cache since the JVM started. */
  public long decodedClips() {
    return blocks.stats().loadSuccessCount();
  }

  /** Drops all clips. */
  public void clear() {
    blocks.invalidateAll();
  }

  private static SegmentBlock read(ClipReader reader, Path file) {
    try {
      return reader.read(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Key key(Path clip, String settings, ClipReader reader) throws IOException {
    List<Long> sizesAndTimes = new ArrayList<>();
    for (Path file : reader.files(clip)) {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      if (!attributes.isRegularFile()) {
        throw new NoSuchFileException(file.toString());
      }
      sizesAndTimes.add(attributes.size());
      sizesAndTimes.add(attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS));
    }
    return new Key(clip.toAbsolutePath().normalize(), sizesAndTimes, settings);
  }
}
