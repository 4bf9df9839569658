package emotiontransfer.weka.filter;

import emotiontransfer.data.SegmentBlock;
import emotiontransfer.media.ClipReader;
import emotiontransfer.weka.table.BagCache;
import java.io.File;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/**
 * Clips by the paths that a table gives them, out of the cache where it has them.
 *
 * @param relativeTo folder that relative paths start from
 * @param cacheMegabytes bound of the cache in MB; 0 for none, below 0 for the default
 * @param settings all that changes a value
 * @param reader decodes with these settings
 */
record CachedClips(File relativeTo, int cacheMegabytes, String settings, ClipReader reader) {

  private static final int MEGABYTE_BITS = 20;

  /** Sets the shared cache's bound. */
  CachedClips {
    if (cacheMegabytes != 0) {
      long bytes = (long) cacheMegabytes << MEGABYTE_BITS;
      BagCache.shared().bound(cacheMegabytes < 0 ? BagCache.defaultBytes() : bytes);
    }
  }

  /**
   * Returns a clip's segments.
   *
   * @param path as the table has it
   * @throws IOException if the clip cannot be read
   */
  SegmentBlock decode(String path) throws IOException {
    Path file = resolve(path);
    return cacheMegabytes == 0 ? reader.read(file) : BagCache.shared().get(file, settings, reader);
  }

  /** Returns whether no clip needs decoding; paths may be null. */
  boolean haveAll(List<String> paths) {
    for (String path : paths) {
      if (path != null && (cacheMegabytes == 0 || !has(path))) {
        return false;
      }
    }
    return true;
  }

  private boolean has(String path) {
    try {
      return BagCache.shared().contains(resolve(path), settings, reader);
    } catch (IOException e) {
      // What is wrong with the path, decoding it will tell.
      return false;
    }
  }

  private Path resolve(String path) throws IOException {
    try {
      return relativeTo.toPath().resolve(path).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw new IOException("Clip '" + path + "' has a path that this system does not allow.", e);
    }
  }
}
