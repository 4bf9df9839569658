package emotiontransfer.media.format;

import static org.apache.commons.lang3.Validate.isTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a WAVE file says that its samples are stored.
 *
 * @param codec Microsoft's number of it: 1 for integers, 3 for floats
 * @param rate samples of a channel in a second
 * @param sampleBytes bytes of one sample with its padding; integers fill them from the top
 */
record WaveFormat(int codec, int rate, int channels, int sampleBytes, ByteOrder order) {

  private static final int INTEGERS = 1;
  private static final int FLOATS = 3;
  private static final int EXTENSIBLE = 0xFFFE;
  private static final int EXTENSIBLE_BYTES = 40;
  private static final int VALID_BITS = 18;
  private static final int SUB_FORMAT = 24;

  /** What the sub-format holds behind the codec's number, from its eighth byte on. */
  private static final long SUB_FORMAT_END = 0x800000AA00389B71L;

  /**
   * Reads a chunk named {@code fmt}.
   *
   * @throws IllegalArgumentException if its numbers contradict each other
   */
  static WaveFormat of(ByteBuffer chunk) {
    int codec = chunk.getShort(0) & 0xFFFF;
    int channels = chunk.getShort(2) & 0xFFFF;
    int block = chunk.getShort(12) & 0xFFFF;
    int bits = chunk.limit() < 16 ? 8 * block / Math.max(1, channels) : chunk.getShort(14) & 0xFFFF;
    int valid = bits;
    if (codec == EXTENSIBLE && chunk.limit() >= EXTENSIBLE_BYTES) {
      valid = chunk.getShort(VALID_BITS) & 0xFFFF;
      long end = chunk.duplicate().order(ByteOrder.BIG_ENDIAN).getLong(SUB_FORMAT + 8);
      codec = end == SUB_FORMAT_END ? chunk.getInt(SUB_FORMAT) : codec;
    }
    int bytes = (bits + 7) / 8;
    WaveFormat format = new WaveFormat(codec, chunk.getInt(4), channels, bytes, chunk.order());
    if (format.isPcm()) {
      format.check(bits, valid, block);
    }
    return format;
  }

  private void check(int bits, int valid, int block) {
    String contradiction =
        "has a header that contradicts itself: samples of %s bits, %s of them valid, in blocks of"
            + " %s bytes for %s channel(s); export it again";
    boolean fits = block == 0 || block == blockBytes();
    boolean holds = bits > 0 && valid <= bits && channels > 0;
    isTrue(fits && holds, contradiction, bits, valid, block, channels);
    boolean known = codec == FLOATS ? bits == 32 || bits == 64 : bits <= 32;
    String kind = codec == FLOATS ? "floats" : "integers";
    isTrue(known, "has %s of %s bits, which no format defines; export it again", kind, bits);
  }

  /** Returns whether samples are stored as they are. */
  boolean isPcm() {
    return codec == INTEGERS || codec == FLOATS;
  }

  /** Returns the bytes of one sample of all channels. */
  int blockBytes() {
    return channels * sampleBytes;
  }

  /** Returns a sample, full scale at -1 and 1: integers are divided by half their range. */
  float sample(ByteBuffer bytes, int at) {
    if (codec == FLOATS) {
      return sampleBytes == Float.BYTES ? bytes.getFloat(at) : (float) bytes.getDouble(at);
    }
    return switch (sampleBytes) {
      case 1 -> ((bytes.get(at) & 0xFF) - 128) / 128f; // 8 bits are unsigned in this family
      case 2 -> bytes.getShort(at) / 32768f;
      case 3 -> threeBytes(bytes, at) / 8388608f;
      default -> bytes.getInt(at) / 2147483648f;
    };
  }

  private int threeBytes(ByteBuffer bytes, int at) {
    boolean little = order == ByteOrder.LITTLE_ENDIAN;
    int high = bytes.get(little ? at + 2 : at);
    int low = bytes.get(little ? at : at + 2) & 0xFF;
    return high << 16 | (bytes.get(at + 1) & 0xFF) << 8 | low;
  }
}
