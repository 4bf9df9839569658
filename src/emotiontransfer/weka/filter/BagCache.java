package emotiontransfer.weka.filter;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import emotiontransfer.data.SegmentBlock;
import emotiontransfer.media.ClipReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.commons.lang3.function.Failable;

/**
 * Decoded clips in memory, shared by all filters of the JVM, so that the folds of a
 * cross-validation decode a clip once.
 *
 * <p>A clip is known by its path, the sizes and times of last change of its files, and by the
 * settings it was decoded with. The tables use the same arrays. It is bounded by the bytes given to
 * {@link #bound}, and by the garbage collector, which clears it before memory runs out. Safe for
 * use by many threads; a clip that two threads ask for at once is decoded once.
 */
public final class BagCache {

  /** The cache of this JVM. */
  public static final BagCache SHARED = new BagCache(defaultBytes());

  private record Key(Path file, List<Long> sizesAndTimes, String settings) {}

  private final Cache<Key, SegmentBlock> blocks;

  BagCache(long bytes) {
    blocks =
        Caffeine.newBuilder()
            // so that clips that are decoded at once seldom wait for each other
            .initialCapacity(8192)
            .maximumWeight(bytes)
            .<Key, SegmentBlock>weigher(
                (key, block) -> (int) Math.min(Integer.MAX_VALUE, block.bytes()))
            .softValues()
            .executor(Runnable::run)
            .recordStats()
            .build();
  }

  private static long defaultBytes() {
    return Runtime.getRuntime().maxMemory() / 3;
  }

  /** Sets how many MB the cache may take, below 0 the default; it drops clips beyond. */
  void bound(int megabytes) {
    long bytes = megabytes < 0 ? defaultBytes() : (long) megabytes << 20;
    blocks
        .policy()
        .eviction()
        .filter(eviction -> eviction.getMaximum() != bytes)
        .ifPresent(eviction -> eviction.setMaximum(bytes));
  }

  /**
   * Returns a clip's segments, decoding them where they are not cached.
   *
   * @param settings all that changes a value
   * @throws IOException if the clip cannot be read; nothing is cached then
   */
  SegmentBlock get(Path file, String settings, ClipReader reader) throws IOException {
    Optional<Key> key = key(file, settings, reader);
    if (key.isEmpty()) {
      return reader.read(file);
    }
    try {
      return blocks.get(key.get(), Failable.asFunction(wanted -> reader.read(wanted.file())));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  boolean contains(Path file, String settings, ClipReader reader) {
    return key(file, settings, reader).map(blocks.policy()::getIfPresentQuietly).isPresent();
  }

  /** Returns how many clips were decoded through this cache since the JVM started. */
  public long decodedClips() {
    return blocks.stats().loadSuccessCount();
  }

  public void clear() {
    blocks.invalidateAll();
  }

  /** Returns no key for what is not there: reading it reports best what is wrong with it. */
  private static Optional<Key> key(Path clip, String settings, ClipReader reader) {
    List<Long> sizesAndTimes = new ArrayList<>();
    try {
      for (Path file : reader.files(clip)) {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        if (!attributes.isRegularFile()) {
          return Optional.empty();
        }
        sizesAndTimes.add(attributes.size());
        sizesAndTimes.add(attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS));
      }
    } catch (IOException e) {
      return Optional.empty();
    }
    return Optional.of(new Key(clip.toAbsolutePath().normalize(), sizesAndTimes, settings));
  }
}
