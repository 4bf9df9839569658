package emotiontransfer.media.picture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * What FFmpeg does not say of a picture's file: its orientation in PNG (chunk eXIf), WebP (chunk
 * EXIF) and TIFF, which is tag 274 of the first directory of TIFF data, as which EXIF is written;
 * and the size of PNG, which FFmpeg says only when it has the memory for it.
 */
public final class PictureHeader {

  private static final String PNG = "\u0089PNG\r\n\u001A\n";
  private static final int UPRIGHT = 1;
  private static final int TAG = 274;

  /** Far more chunks or tags than pictures have: a hostile file must not keep the reader busy. */
  private static final int MOST_ENTRIES = 10_000;

  private final FileChannel file;

  private PictureHeader(FileChannel file) {
    this.file = file;
  }

  /** Rejects PNG of too many pixels by an IllegalArgumentException. */
  public static void requireAtMost(long mostPixels, Path path) throws IOException {
    try (FileChannel file = FileChannel.open(path)) {
      ByteBuffer start = new PictureHeader(file).read(0, 24, ByteOrder.BIG_ENDIAN);
      if (start.remaining() == 24 && text(start).startsWith(PNG)) {
        long width = Integer.toUnsignedLong(start.getInt(16));
        long height = Integer.toUnsignedLong(start.getInt(20));
        PictureConverter.requireAtMost(mostPixels, width, height);
      }
    }
  }

  /** Returns the EXIF orientation of a file, 1 to 8; 1 where it names none. */
  static int orientation(Path path) throws IOException {
    try (FileChannel file = FileChannel.open(path)) {
      return new PictureHeader(file).find();
    }
  }

  private int find() throws IOException {
    String start = text(read(0, 12, ByteOrder.BIG_ENDIAN));
    if (start.startsWith(PNG)) {
      return inChunks(8, ByteOrder.BIG_ENDIAN, "eXIf");
    }
    if (start.startsWith("RIFF") && start.endsWith("WEBP")) {
      return inChunks(12, ByteOrder.LITTLE_ENDIAN, "EXIF");
    }
    return inTiff(0);
  }

  private static String text(ByteBuffer bytes) {
    return StandardCharsets.ISO_8859_1.decode(bytes.duplicate()).toString();
  }

  /** Reads some bytes, or as many as there are. */
  private ByteBuffer read(long position, int length, ByteOrder order) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    int count = 1;
    while (count > 0 && bytes.hasRemaining()) {
      count = file.read(bytes, position + bytes.position());
    }
    return bytes.flip().order(order);
  }

  /** A chunk of PNG has its length before its name and a checksum behind; of RIFF, the reverse. */
  private int inChunks(long first, ByteOrder order, String wanted) throws IOException {
    boolean png = order == ByteOrder.BIG_ENDIAN;
    long position = first;
    for (int i = 0; i < MOST_ENTRIES; i++) {
      ByteBuffer head = read(position, 8, order);
      if (head.remaining() < 8) {
        return UPRIGHT;
      }
      long length = Integer.toUnsignedLong(head.getInt(png ? 0 : 4));
      if (text(head.duplicate().position(png ? 4 : 0)).startsWith(wanted)) {
        boolean prefixed = text(read(position + 8, 6, order)).equals("Exif\0\0");
        return inTiff(position + (prefixed ? 14 : 8));
      }
      position += 8 + length + (png ? 4 : length % 2);
    }
    return UPRIGHT;
  }

  private int inTiff(long base) throws IOException {
    String start = text(read(base, 4, ByteOrder.BIG_ENDIAN));
    boolean big = start.equals("MM\0*");
    if (!big && !start.equals("II*\0")) {
      return UPRIGHT;
    }
    ByteOrder order = big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    ByteBuffer offset = read(base + 4, 4, order);
    if (offset.remaining() < 4) {
      return UPRIGHT;
    }
    long directory = base + Integer.toUnsignedLong(offset.getInt());
    ByteBuffer count = read(directory, 2, order);
    int tags = count.remaining() < 2 ? 0 : Short.toUnsignedInt(count.getShort());
    ByteBuffer entries = read(directory + 2, 12 * Math.min(tags, MOST_ENTRIES), order);
    for (; entries.remaining() >= 12; entries.position(entries.position() + 12)) {
      if (Short.toUnsignedInt(entries.getShort(entries.position())) == TAG) {
        int value = entries.getShort(entries.position() + 8);
        return value >= 1 && value <= 8 ? value : UPRIGHT;
      }
    }
    return UPRIGHT;
  }
}
