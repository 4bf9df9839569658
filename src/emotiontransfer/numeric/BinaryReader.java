package emotiontransfer.numeric;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what {@link BinaryWriter} wrote, distrusts every length, and hashes what it read: a false
 * length takes no more memory than there are bytes, and ends in an {@link IOException} whose
 * message is a clause, such as "is truncated or damaged".
 */
public final class BinaryReader {

  private final MessageDigest digest = Sha256.digest();
  private final InputStream in;

  /** Reads from a stream, and not a byte further than it is asked for. */
  public BinaryReader(InputStream source) {
    this.in = new DigestInputStream(source, digest);
  }

  /** Reads one element of a list. */
  @FunctionalInterface
  public interface Element<T> {
    T read() throws IOException;
  }

  private ByteBuffer bytes(int count) throws IOException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw new IOException("is truncated or damaged");
    }
    return ByteBuffer.wrap(bytes);
  }

  public int integer() throws IOException {
    return bytes(Integer.BYTES).getInt();
  }

  /** Reads a number of elements. */
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

  public List<String> texts() throws IOException {
    return list(this::text);
  }

  /** Reads a list; every element must take at least a byte. */
  public <T> List<T> list(Element<T> element) throws IOException {
    List<T> elements = new ArrayList<>();
    for (int left = length(); left > 0; left--) {
      elements.add(element.read());
    }
    return elements;
  }

  /** Reads numbers that stand behind their number, which must be as expected. */
  public float[] floats(int expected) throws IOException {
    int length = integer();
    if (length != expected) {
      throw new IOException("is damaged (" + length + " numbers where " + expected + " belong)");
    }
    return uncounted(length);
  }

  /** Reads as many numbers as there is room for, which stand behind their number. */
  public void floats(float[] target) throws IOException {
    System.arraycopy(floats(target.length), 0, target, 0, target.length);
  }

  /** Reads numbers without their number. */
  public float[] uncounted(int count) throws IOException {
    ByteBuffer bytes = bytes(Math.multiplyExact(Float.BYTES, count));
    float[] values = new float[count];
    bytes.asFloatBuffer().get(values);
    return values;
  }

  /** Returns the SHA-256 of what was read; nothing must be read afterwards. */
  public byte[] hash() {
    return digest.digest();
  }
}
