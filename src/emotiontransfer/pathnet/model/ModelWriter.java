package emotiontransfer.pathnet.model;

import emotiontransfer.pathnet.network.Pathway;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/** Writes the values of a model, lengths first. */
final class ModelWriter {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);

  private interface Writing {
    void run() throws IOException;
  }

  private static void write(Writing writing) {
    try {
      writing.run();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory does not fail", e);
    }
  }

  void integers(int... values) {
    for (int value : values) {
      write(() -> out.writeInt(value));
    }
  }

  void real(double value) {
    write(() -> out.writeDouble(value));
  }

  void text(String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    integers(encoded.length);
    write(() -> out.write(encoded));
  }

  void texts(List<String> texts) {
    list(texts, this::text);
  }

  <T> void list(List<T> elements, Consumer<T> element) {
    integers(elements.size());
    elements.forEach(element);
  }

  void pathway(Pathway pathway) {
    list(pathway.layers(), layer -> list(layer, this::integers));
  }

  void genes(int[][] genes) {
    for (int[] layer : genes) {
      integers(layer);
    }
  }

  void floats(float[] values) {
    ByteBuffer buffer = ByteBuffer.allocate(Math.multiplyExact(Float.BYTES, values.length));
    buffer.asFloatBuffer().put(values);
    integers(values.length);
    write(() -> out.write(buffer.array()));
  }

  byte[] toBytes() {
    return bytes.toByteArray();
  }
}
