package emotiontransfer.media.format;

import static org.apache.commons.lang3.Validate.isTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The chunks of a RIFF, RIFX, RF64, BW64 or Sony Wave64 file that have to do with samples.
 *
 * @param data in the order of the file; there is usually one
 */
record WaveHeader(WaveFormat format, List<Data> data) {

  /** A chunk of samples: where it begins, the bytes it holds, and those it declares; 0: unknown. */
  record Data(long start, long bytes, long declared) {}

  /** From here on a declared size stands for "unknown" where the file is shorter. */
  private static final long STREAMED = 0x7FFF0000L;

  private static final int LARGEST_FORMAT = 1 << 16;
  private static final int SMALLEST_FORMAT = 14;

  /**
   * Reads a header; empty where the file is of another family, or has no sound.
   *
   * @throws IllegalArgumentException if it contradicts itself; the message continues "Clip 'x' "
   */
  static Optional<WaveHeader> of(RandomAccessFile file) throws IOException {
    ByteBuffer start = bytes(file, 0, 40, ByteOrder.LITTLE_ENDIAN);
    String name = start.limit() < 12 ? "" : name(start, 0);
    boolean wave64 = name.equals("riff") && start.limit() == 40 && name(start, 24).equals("wave");
    boolean known = List.of("RIFF", "RIFX", "RF64", "BW64").contains(name);
    if (!wave64 && !(known && name(start, 8).equals("WAVE"))) {
      return Optional.empty();
    }
    ByteOrder order = name.equals("RIFX") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    start.order(order);
    long size = wave64 ? start.getLong(16) : 8 + Integer.toUnsignedLong(start.getInt(4));
    Walk walk = new Walk(file, order, wave64, size == file.length());
    walk.run();
    return walk.format == null || walk.data.isEmpty()
        ? Optional.empty()
        : Optional.of(new WaveHeader(walk.format, List.copyOf(walk.data)));
  }

  /** A walk from chunk to chunk. */
  private static final class Walk {
    private final RandomAccessFile file;
    private final ByteOrder order;
    private final boolean wave64;
    private final boolean finished;
    private final List<Data> data = new ArrayList<>();
    private WaveFormat format;
    private long longSize;

    /** Prepares one; it is finished if its writer went back to the header. */
    Walk(RandomAccessFile file, ByteOrder order, boolean wave64, boolean finished) {
      this.file = file;
      this.order = order;
      this.wave64 = wave64;
      this.finished = finished;
    }

    void run() throws IOException {
      int header = wave64 ? 24 : 8;
      long at = wave64 ? 40 : 12;
      long left = file.length() - at - header;
      while (left >= 0) {
        ByteBuffer chunk = bytes(file, at, header, order);
        at += header;
        long size = wave64 ? chunk.getLong(16) - header : Integer.toUnsignedLong(chunk.getInt(4));
        switch (name(chunk, 0)) {
          case "data" -> size = addData(at, size, left);
          case "fmt " -> setFormat(bytes(file, at, (int) Math.min(size, LARGEST_FORMAT), order));
          case "ds64" -> longSize = left < 16 ? 0 : bytes(file, at + 8, 8, order).getLong();
          default -> {}
        }
        if (size < 0 || size > left) {
          return;
        }
        at += size + padding(at + size, size);
        left = file.length() - at - header;
      }
    }

    private void setFormat(ByteBuffer chunk) {
      isTrue(chunk.limit() >= SMALLEST_FORMAT, "is damaged: its header is cut off");
      WaveFormat found = WaveFormat.of(chunk);
      String two = "has two headers that differ (chunks 'fmt'); export it again";
      isTrue(format == null || format.equals(found), two);
      format = found;
    }

    /** Adds a data chunk and returns its size, which those who write to a pipe leave open. */
    private long addData(long start, long size, long left) {
      boolean isLong = size == 0xFFFFFFFFL && longSize > 0;
      long declared = isLong ? longSize : size;
      boolean streamed = !isLong && declared >= STREAMED && declared > left;
      boolean open = declared < 0 || declared == 0 && !finished || streamed;
      long held = open ? left : Math.min(left, declared);
      data.add(new Data(start, held, open ? 0 : declared));
      return held;
    }

    /** Chunks begin at each second or eighth byte, but some writers forget it. */
    private long padding(long end, long size) throws IOException {
      boolean forgotten = !wave64 && end < file.length() && bytes(file, end, 1, order).get() >= ' ';
      return forgotten ? 0 : -size & (wave64 ? 7 : 1);
    }
  }

  private static ByteBuffer bytes(RandomAccessFile file, long at, int count, ByteOrder order)
      throws IOException {
    byte[] bytes = new byte[(int) Math.max(0, Math.min(count, file.length() - at))];
    file.seek(at);
    file.readFully(bytes);
    return ByteBuffer.wrap(bytes).order(order);
  }

  private static String name(ByteBuffer bytes, int at) {
    return new String(bytes.array(), at, 4, StandardCharsets.ISO_8859_1);
  }

  /** Returns how much the data chunks hold of what they declare; 1 where one leaves it open. */
  double heldFraction() {
    boolean all = data.stream().allMatch(chunk -> chunk.declared > 0);
    double held = data.stream().mapToLong(Data::bytes).asDoubleStream().sum();
    return all ? held / data.stream().mapToLong(Data::declared).asDoubleStream().sum() : 1;
  }

  /** Returns the seconds that all data chunks declare together; 0 where one does not. */
  double declaredSeconds() {
    boolean all = data.stream().allMatch(chunk -> chunk.declared > 0);
    double bytes = data.stream().mapToLong(Data::declared).asDoubleStream().sum();
    return all ? bytes / format.blockBytes() / format.rate() : 0;
  }
}
