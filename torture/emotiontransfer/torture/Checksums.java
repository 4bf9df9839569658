package emotiontransfer.torture;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/**
 * Gives damaged files right checksums again, where their format has any that readers look at, so
 * that the damage reaches what is behind them. FLAC's are not among them: FFmpeg reads frames whose
 * sums are wrong.
 */
final class Checksums {

  private static final int PNG_SIGNATURE = 8;
  private static final int OGG_HEADER = 27;
  private static final int OGG_SUM = 22;
  private static final int OGG_POLYNOMIAL = 0x04C11DB7;
  private static final int OGG_CAPTURE = 0x4F676753;

  private Checksums() {}

  static void repair(Format format, byte[] bytes) {
    switch (format) {
      case PNG -> png(bytes);
      case OGG, OPUS -> ogg(bytes);
      default -> {}
    }
  }

  /** Each chunk: length, type, data, CRC-32 of type and data. */
  private static void png(byte[] bytes) {
    ByteBuffer file = ByteBuffer.wrap(bytes);
    for (int at = PNG_SIGNATURE; at + 12 <= bytes.length; ) {
      int length = file.getInt(at);
      if (length < 0 || length > bytes.length - at - 12) {
        return;
      }
      CRC32 crc = new CRC32();
      crc.update(bytes, at + 4, length + 4);
      file.putInt(at + 8 + length, (int) crc.getValue());
      at += length + 12;
    }
  }

  /** Each page: header with the number of segments, their lengths, data; the sum over all of it. */
  private static void ogg(byte[] bytes) {
    ByteBuffer file = ByteBuffer.wrap(bytes);
    for (int at = 0; at + OGG_HEADER <= bytes.length; at++) {
      if (file.getInt(at) == OGG_CAPTURE) {
        int end = Math.min(bytes.length, at + pageLength(bytes, at));
        file.putInt(at + OGG_SUM, 0);
        file.putInt(at + OGG_SUM, Integer.reverseBytes(oggSum(bytes, at, end)));
      }
    }
  }

  private static int pageLength(byte[] bytes, int at) {
    int segments = bytes[at + OGG_HEADER - 1] & 0xFF;
    int length = OGG_HEADER + segments;
    for (int i = 0; i < segments && at + OGG_HEADER + i < bytes.length; i++) {
      length += bytes[at + OGG_HEADER + i] & 0xFF;
    }
    return length;
  }

  private static int oggSum(byte[] bytes, int from, int to) {
    int sum = 0;
    for (int i = from; i < to; i++) {
      sum ^= bytes[i] << 24;
      for (int bit = 0; bit < 8; bit++) {
        sum = sum < 0 ? sum << 1 ^ OGG_POLYNOMIAL : sum << 1;
      }
    }
    return sum;
  }
}
