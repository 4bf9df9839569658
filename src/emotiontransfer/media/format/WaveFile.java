package emotiontransfer.media.format;

import static org.apache.commons.lang3.Validate.isTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Uncompressed sound of a RIFF, RIFX, RF64, BW64 or Sony Wave64 file.
 *
 * <p>It is read here and not by FFmpeg, which takes the bits that are valid for those that are
 * stored, the big-endian samples of RIFX for little-endian ones, the last data chunk for the only
 * one, and the end of the file for the end that the header declares.
 */
public final class WaveFile implements SampleSource {

  private static final int BUFFER = 1 << 16;

  private final RandomAccessFile file;
  private final WaveHeader header;
  private final WaveFormat format;
  private final ByteBuffer buffer;
  private final float[] interleaved;
  private int chunk;
  private long done;

  private WaveFile(RandomAccessFile file, WaveHeader header) {
    this.file = file;
    this.header = header;
    format = header.format();
    int blocks = Math.max(1, BUFFER / format.blockBytes());
    buffer = ByteBuffer.allocate(blocks * format.blockBytes()).order(format.order());
    interleaved = new float[blocks * format.channels()];
  }

  /**
   * Opens a file; empty where it is of another family, or its sound is compressed.
   *
   * @throws IllegalArgumentException if its header contradicts itself; the message continues "Clip
   *     'x' "
   * @throws IOException if it cannot be read
   */
  public static Optional<SampleSource> open(Path path) throws IOException {
    RandomAccessFile file = new RandomAccessFile(path.toFile(), "r");
    Optional<SampleSource> opened = Optional.empty();
    try {
      opened = WaveHeader.of(file).filter(WaveFile::isPcm).map(h -> new WaveFile(file, h));
    } finally {
      if (opened.isEmpty()) {
        file.close();
      }
    }
    return opened;
  }

  /** Returns how much of its declared sound a file of this family holds, 1 if it is of another. */
  public static double heldFraction(Path path) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      return WaveHeader.of(file).map(WaveHeader::heldFraction).orElse(1.0);
    }
  }

  private static boolean isPcm(WaveHeader header) {
    boolean pcm = header.format().isPcm();
    int chunks = header.data().size();
    isTrue(pcm || chunks == 1, "has compressed sound in %s data chunks; export it again", chunks);
    boolean little = header.format().order() == ByteOrder.LITTLE_ENDIAN;
    isTrue(pcm || little, "has compressed sound in a big-endian file (RIFX); export it again");
    return pcm;
  }

  @Override
  public int sampleRate() {
    return format.rate();
  }

  @Override
  public int channels() {
    return format.channels();
  }

  @Override
  public double declaredSeconds() {
    return header.declaredSeconds();
  }

  @Override
  public int read() throws IOException {
    for (; chunk < header.data().size(); chunk++) {
      WaveHeader.Data data = header.data().get(chunk);
      file.seek(data.start() + done);
      int samples = convert(fill((int) Math.min(buffer.capacity(), data.bytes() - done)));
      if (samples > 0) {
        done += (long) samples * format.blockBytes();
        return samples;
      }
      done = 0;
    }
    return 0;
  }

  private int fill(int wanted) throws IOException {
    int count = 0;
    int more = 0;
    while (count < wanted && more >= 0) {
      more = file.read(buffer.array(), count, wanted - count);
      count += Math.max(0, more);
    }
    return count;
  }

  private int convert(int bytes) {
    int samples = bytes / format.blockBytes();
    for (int i = 0; i < samples * format.channels(); i++) {
      interleaved[i] = format.sample(buffer, i * format.sampleBytes());
    }
    return samples;
  }

  @Override
  public float[] interleaved() {
    return interleaved;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
