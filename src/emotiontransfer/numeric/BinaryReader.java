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
 * Reads what {@link BinaryWriter} wrote and hashes it. A wrong length takes no more memory than
 * there are bytes, and ends in an {@link IOException} with a clause such as "is truncated or
 * damaged".
 */
public final class BinaryReader {

  private final DigestInputStream in;

  /** Reads from a stream, and no byte further than asked for. */
  public BinaryReader(InputStream source) {
    this.in = new DigestInputStream(source, Sha256.digest());
  }

  private ByteBuffer bytes(int count) throws IOException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw new IOException("is truncated or damaged");
    }
    return ByteBuffer.wrap(bytes);
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
    List<T> elements = new ArrayList<>();
    for (int left = length(); left > 0; left--) {
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

  public float[] uncounted(int count) throws IOException {
    float[] values = new float[count];
    bytes(Math.multiplyExact(Float.BYTES, count)).asFloatBuffer().get(values);
    return values;
  }

  /** Returns the SHA-256 of everything read; nothing must be read afterwards. */
  public byte[] hash() {
    return in.getMessageDigest().digest();
  }
}
