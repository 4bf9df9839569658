package emotiontransfer.alexnet;

import emotiontransfer.file.FileBytes;
import java.io.DataInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.io.input.CountingInputStream;

/**
 * Looks through a zip before Deeplearning4j reads it, which keeps all entries in memory, believes
 * their lengths and deserializes one that is named {@code preprocessor.bin}.
 */
final class WeightZip {

  private static final int MOST_JSON = 1 << 20;
  private static final int MOST_SHAPE = 100;
  private static final int CHUNK = 1 << 16;

  /** The entries of a network, and what they consist of. */
  private static final Map<String, Content> ENTRIES =
      Map.of(
          "configuration.json", WeightZip::checkText,
          "coefficients.bin", WeightZip::checkNumbers,
          "updaterState.bin", WeightZip::checkNumbers,
          "noParams.marker", in -> {});

  private interface Content {
    void check(CountingInputStream in) throws IOException;
  }

  private WeightZip() {}

  /** Checks all entries in constant memory; an IOException's message is a clause. */
  static void check(Path file) throws IOException {
    long packed = Files.size(file);
    long unpacked = 0;
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Content content = ENTRIES.get(entry.getName());
        if (content == null) {
          throw new IOException("has the entry '" + entry.getName() + "', which no weights need");
        }
        CountingInputStream in = new CountingInputStream(limited(zip, unpacked, packed));
        content.check(in);
        skip(in);
        unpacked += in.getByteCount();
      }
    }
  }

  private static InputStream limited(InputStream zip, long before, long packed) {
    return new FilterInputStream(zip) {

      private long unpacked = before;

      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        unpacked += Math.max(0, count);
        FileBytes.checkUnpacked(unpacked, packed);
        return count;
      }
    };
  }

  private static void skip(InputStream in) throws IOException {
    byte[] buffer = new byte[CHUNK];
    int read = 0;
    while (read >= 0) {
      read = in.read(buffer);
    }
  }

  private static void checkText(CountingInputStream in) throws IOException {
    if (in.readNBytes(MOST_JSON + 1).length > MOST_JSON) {
      throw new IOException("has a configuration of more than " + MOST_JSON + " bytes");
    }
  }

  /** Checks a matrix as ND4J writes it: its shape, then its numbers, each behind their count. */
  private static void checkNumbers(CountingInputStream in) throws IOException {
    DataInputStream data = new DataInputStream(in);
    long shape = count(data, "LONG");
    if (shape < 0 || shape > MOST_SHAPE) {
      throw new IOException("is damaged (a matrix of " + shape + " axes)");
    }
    data.readNBytes((int) shape * Long.BYTES);
    long numbers = count(data, "FLOAT");
    long start = in.getByteCount();
    skip(in);
    if (numbers < 0 || numbers != (in.getByteCount() - start) / Float.BYTES) {
      throw new IOException("is truncated or damaged (" + numbers + " weights are announced)");
    }
  }

  private static long count(DataInputStream data, String expected) throws IOException {
    data.readUTF();
    long count = data.readLong();
    String type = data.readUTF();
    if (!type.equals(expected)) {
      throw new IOException("has numbers of the type " + type + " instead of " + expected);
    }
    return count;
  }
}
