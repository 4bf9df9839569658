package emotiontransfer.numeric;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.lang3.function.FailableSupplier;

/**
 * Reads what {@link BinaryWriter} wrote and hashes it. Every length is compared with the bytes that
 * are left before memory is reserved for it; a wrong one ends in an {@link IOException} with a
 * clause such as "is truncated or damaged".
 */
public final class BinaryReader {

  private static final String TRUNCATED = "is truncated or damaged";

  private final DigestInputStream in;
  private long left;

  /**
   * Reads from a stream, and no byte further than asked for.
   *
   * @param left the bytes that the stream has, or more where that is not known
   */
  public BinaryReader(InputStream source, long left) {
    this.in = new DigestInputStream(source, Sha256.digest());
    this.left = left;
  }

  private ByteBuffer bytes(int count) throws IOException {
    require(count, Byte.BYTES);
    byte[] bytes = in.readNBytes(count);
    left -= count;
    if (bytes.length < count) {
      throw new IOException(TRUNCATED);
    }
    return ByteBuffer.wrap(bytes);
  }

  /** Checks, before memory is reserved for some values, that there are bytes for all of them. */
  public void require(long values, int bytesEach) throws IOException {
    if (values < 0 || values > left / bytesEach) {
      throw new IOException(TRUNCATED);
    }
  }

  /** Reads the magic number of a kind of model and the version of its format. */
  public int version(int magic, String kind, int oldest, int newest) throws IOException {
    if (integer() != magic) {
      throw new IOException("is not " + kind);
    }
    int version = integer();
    if (version < oldest || version > newest) {
      throw new IOException(
          "has the format version %s, but this package reads %s to %s; build the model again"
              .formatted(version, oldest, newest));
    }
    return version;
  }

  public int integer() throws IOException {
    return bytes(Integer.BYTES).getInt();
  }

  public int length() throws IOException {
    int length = integer();
    if (length < 0) {
      throw new IOException("is damaged (a length of " + length + ")");
    }
    return length;
  }

  public double real() throws IOException {
    return bytes(Double.BYTES).getDouble();
  }

  public String text() throws IOException {
    return new String(bytes(length()).array(), StandardCharsets.UTF_8);
  }

  /** Reads a list; every element must take at least a byte. */
  public <T> List<T> list(FailableSupplier<T, IOException> element) throws IOException {
    int length = length();
    require(length, Byte.BYTES);
    List<T> elements = new ArrayList<>();
    while (elements.size() < length) {
      elements.add(element.get());
    }
    return elements;
  }

  /** Reads numbers whose count stands before them and must be as expected. */
  public float[] floats(int expected) throws IOException {
    int length = integer();
    if (length != expected) {
      throw new IOException("is damaged (" + length + " numbers where " + expected + " belong)");
    }
    return uncounted(length);
  }

  public void floats(float[] target) throws IOException {
    System.arraycopy(floats(target.length), 0, target, 0, target.length);
  }

  /** Reads what a network computes with; each number must be finite. */
  public void parameters(float[] target) throws IOException {
    floats(target);
    for (float value : target) {
      if (!Float.isFinite(value)) {
        throw new IOException("is damaged (a weight of " + value + ")");
      }
    }
  }

  public float[] uncounted(int count) throws IOException {
    require(count, Float.BYTES);
    float[] values = new float[count];
    bytes(Math.multiplyExact(Float.BYTES, count)).asFloatBuffer().get(values);
    return values;
  }

  /** Returns the SHA-256 of everything read; nothing must be read afterwards. */
  public byte[] hash() {
    return in.getMessageDigest().digest();
  }
}
