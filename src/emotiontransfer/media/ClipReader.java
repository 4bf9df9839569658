package emotiontransfer.media;

import emotiontransfer.data.SegmentBlock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Turns clips into segments. Safe for use by many threads, without effect on the segments. */
public interface ClipReader {

  /**
   * Returns a clip's segments, possibly none.
   *
   * @throws IOException if it cannot be read; the message names the file and the reason
   */
  SegmentBlock read(Path file) throws IOException;

  /**
   * Returns the files that a clip consists of, so that a change of one is seen: the clip itself, or
   * the files of its frames.
   */
  default List<Path> files(Path clip) throws IOException {
    return List.of(clip);
  }

  /** Returns what was odd about the clips that this reader has read, in no order. */
  default List<ClipRemark> remarks() {
    return List.of();
  }

  /** Returns what was odd about a clip that this reader has read. */
  default List<ClipRemark> remarks(Path clip) {
    return remarks().stream().filter(remark -> remark.clip().equals(clip)).toList();
  }

  /**
   * Is called when all clips of a table were read.
   *
   * @throws IOException if what is written about all of them cannot be; the message names the file
   */
  default void finish() throws IOException {}

  /** Frees what is kept from one clip to the next; the reader stays usable. */
  default void release() {}
}
