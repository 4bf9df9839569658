package emotiontransfer.media;

import java.io.IOException;
import java.nio.file.Path;

/** Turns a clip into segments. Implementations are immutable and safe for use by many threads. */
public interface ClipReader {

  /**
   * Reads a clip.
   *
   * @param file the clip
   * @return its segments, possibly none
   * @throws IOException if it cannot be read; the message names the file and the reason
   */
  SegmentBlock read(Path file) throws IOException;

  /** Frees what is kept from one clip to the next; the reader stays usable. */
  default void release() {}
}
