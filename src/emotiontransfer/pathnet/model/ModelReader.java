package emotiontransfer.pathnet.model;

import emotiontransfer.pathnet.network.PathNetShape;
import emotiontransfer.pathnet.network.Pathway;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the values of a model and distrusts every length. */
final class ModelReader {

  private final ByteBuffer in;

  ModelReader(byte[] bytes, int from) {
    in = ByteBuffer.wrap(bytes, from, bytes.length - from);
  }

  /** Reads one element of a list. */
  interface Element<T> {
    T read() throws IOException;
  }

  void require(long bytes) throws IOException {
    if (bytes < 0 || bytes > in.remaining()) {
      throw new IOException("is truncated or damaged");
    }
  }

  int integer() throws IOException {
    require(Integer.BYTES);
    return in.getInt();
  }

  double real() throws IOException {
    require(Double.BYTES);
    return in.getDouble();
  }

  String text() throws IOException {
    int length = integer();
    require(length);
    byte[] encoded = new byte[length];
    in.get(encoded);
    return new String(encoded, StandardCharsets.UTF_8);
  }

  List<String> texts() throws IOException {
    return list(this::text);
  }

  <T> List<T> list(Element<T> element) throws IOException {
    int size = integer();
    // Every element has at least the four bytes of a length or number.
    require((long) Integer.BYTES * size);
    List<T> elements = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      elements.add(element.read());
    }
    return elements;
  }

  Pathway pathway() throws IOException {
    return new Pathway(list(() -> list(this::integer)));
  }

  int[][] genes(PathNetShape shape) throws IOException {
    int[][] genes = new int[shape.layers()][shape.maxActive()];
    for (int[] layer : genes) {
      for (int i = 0; i < layer.length; i++) {
        layer[i] = integer();
        if (layer[i] < 0 || layer[i] >= shape.modules()) {
          throw new IOException("is damaged (a gene leaves the grid)");
        }
      }
    }
    return genes;
  }

  float[] floats(int length) throws IOException {
    require((long) Float.BYTES * length);
    float[] values = new float[length];
    floats(values);
    return values;
  }

  void floats(float[] values) throws IOException {
    int length = integer();
    if (length != values.length) {
      throw new IOException(
          "is damaged (" + length + " numbers where " + values.length + " belong)");
    }
    long bytes = (long) Float.BYTES * length;
    require(bytes);
    in.slice().asFloatBuffer().get(values);
    in.position(in.position() + (int) bytes);
  }
}
