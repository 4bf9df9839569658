package emotiontransfer.media.format;

import java.io.Closeable;
import java.io.IOException;

/** The decoded samples of a file, block after block. For one thread. */
public interface SampleSource extends Closeable {

  /** Returns the samples of a channel in a second, whatever the file declares. */
  int sampleRate();

  int channels();

  /** Returns how many seconds the container declares; 0 where it declares none. */
  double declaredSeconds();

  /** Returns how much of the sound that it declares the file holds; 1 where it holds all of it. */
  default double heldFraction() throws IOException {
    return 1;
  }

  /**
   * Reads the next block.
   *
   * @return its samples a channel, 0 behind the last block
   * @throws IOException if it cannot be read
   */
  int read() throws IOException;

  /** Returns the block, channels interleaved, full scale at -1 and 1, valid until the next one. */
  float[] interleaved();
}
