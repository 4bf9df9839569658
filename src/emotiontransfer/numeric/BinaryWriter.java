package emotiontransfer.numeric;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.lang3.function.FailableConsumer;

/** Writes the values of a model, big-endian, lengths first, and hashes them. */
public final class BinaryWriter {

  private final MessageDigest digest = Sha256.digest();
  private final DataOutputStream out;

  public BinaryWriter(OutputStream target) {
    this.out = new DataOutputStream(new DigestOutputStream(target, digest));
  }

  /** Returns the SHA-256, in hexadecimal digits, of what some content writes. */
  public static String hash(FailableConsumer<BinaryWriter, IOException> content) {
    BinaryWriter out = new BinaryWriter(OutputStream.nullOutputStream());
    try {
      content.accept(out);
      return HexFormat.of().formatHex(out.hash());
    } catch (IOException e) {
      throw new UncheckedIOException("hashing does not fail", e);
    }
  }

  /** Returns the stream that is written to. */
  public OutputStream stream() {
    return out;
  }

  public void integers(int... values) throws IOException {
    for (int value : values) {
      out.writeInt(value);
    }
  }

  public void real(double value) throws IOException {
    out.writeDouble(value);
  }

  public void text(String text) throws IOException {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(encoded.length);
    out.write(encoded);
  }

  public <T> void list(List<T> elements, FailableConsumer<T, IOException> element)
      throws IOException {
    out.writeInt(elements.size());
    for (T each : elements) {
      element.accept(each);
    }
  }

  public void floats(float... values) throws IOException {
    out.writeInt(values.length);
    uncounted(values);
  }

  public void uncounted(float... values) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(Float.BYTES, values.length));
    bytes.asFloatBuffer().put(values);
    out.write(bytes.array());
  }

  /** Returns the SHA-256 of everything written; nothing must be written afterwards. */
  public byte[] hash() throws IOException {
    out.flush();
    return digest.digest();
  }
}
