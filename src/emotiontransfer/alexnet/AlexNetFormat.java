package emotiontransfer.alexnet;

import emotiontransfer.layers.LayerWeights;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The bytes of a trained network, big-endian: magic, format version, description, weights, SHA-256.
 *
 * <p>It has no Java classes in it, so that reading a stranger's model runs no stranger's code.
 * Weights go through a small buffer, so that a file of 230 MB takes no such array. Wall time is not
 * among the values: equal seed, data and options give equal bytes.
 */
public final class AlexNetFormat {

  /** Version of the format that this package writes and reads. */
  public static final int VERSION = 1;

  private static final int MAGIC = 0x416c6578;
  private static final int HASH_BYTES = 32;
  private static final int CHUNK = 1 << 16;
  private static final int MOST_ELEMENTS = 1 << 20;

  private AlexNetFormat() {}

  /**
   * Writes a network.
   *
   * @param trained any
   * @param target takes the bytes
   * @throws IOException if the target fails
   */
  public static void write(TrainedAlexNet trained, DataOutput target) throws IOException {
    MessageDigest digest = sha256();
    DataOutputStream out =
        new DataOutputStream(new DigestOutputStream(new Through(target), digest));
    out.writeInt(MAGIC);
    out.writeInt(VERSION);
    writeLineage(out, trained.lineage());
    writeNetwork(out, trained.network());
    TemporalPyramid pyramid = trained.pyramid();
    writeReals(out, pyramid == null ? List.of() : pyramid.exponents());
    out.writeDouble(pyramid == null ? 0 : pyramid.scale());
    out.flush();
    target.write(digest.digest());
  }

  /** Hands bytes on to a {@link DataOutput}, which need not be a stream. */
  private static final class Through extends OutputStream {

    private final DataOutput target;

    Through(DataOutput target) {
      this.target = target;
    }

    @Override
    public void write(int value) throws IOException {
      target.write(value);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      target.write(bytes, from, count);
    }
  }

  private static void writeLineage(DataOutputStream out, Lineage lineage) throws IOException {
    writeText(out, lineage.version());
    writeText(out, lineage.options());
    writeText(out, lineage.corpus());
    writeTexts(out, lineage.subjects());
    writeTexts(out, lineage.classLabels());
    writeReals(out, lineage.classPriors());
    writeText(out, lineage.featureSignature());
    writeText(out, lineage.featureNamesHash());
    writeText(out, lineage.beginning());
    writeTexts(out, lineage.sourceSubjects());
  }

  private static void writeNetwork(DataOutputStream out, AlexNetModel network) throws IOException {
    out.writeInt(network.shape().inputSize());
    out.writeDouble(network.shape().width());
    out.writeInt(network.shape().classes());
    out.writeInt(network.scaling().inputs());
    writeFloats(out, network.scaling().mean());
    writeFloats(out, network.scaling().factor());
    out.writeInt(network.history().size());
    for (EpochRecord epoch : network.history()) {
      out.writeDouble(epoch.loss());
      out.writeDouble(epoch.accuracy());
    }
    float[] chunk = new float[CHUNK];
    for (LayerWeights layer : network.weights().layers()) {
      writeFloats(out, layer.biases());
      for (int from = 0; from < layer.weights().length(); from += CHUNK) {
        int count = Math.min(CHUNK, layer.weights().length() - from);
        layer.weights().get(from, chunk, 0, count);
        out.write(bytes(chunk, count));
      }
    }
  }

  private static void writeFloats(DataOutputStream out, float[] values) throws IOException {
    out.write(bytes(values, values.length));
  }

  private static byte[] bytes(float[] values, int count) {
    ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * count);
    bytes.asFloatBuffer().put(values, 0, count);
    return bytes.array();
  }

  private static void writeText(DataOutputStream out, String text) throws IOException {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(encoded.length);
    out.write(encoded);
  }

  private static void writeTexts(DataOutputStream out, List<String> texts) throws IOException {
    out.writeInt(texts.size());
    for (String text : texts) {
      writeText(out, text);
    }
  }

  private static void writeReals(DataOutputStream out, List<Double> values) throws IOException {
    out.writeInt(values.size());
    for (double value : values) {
      out.writeDouble(value);
    }
  }

  /**
   * Returns a hash of everything in a network: equal for equal seed, data and options.
   *
   * @param trained any
   * @return 64 hexadecimal digits (SHA-256)
   */
  public static String fingerprint(TrainedAlexNet trained) {
    MessageDigest digest = sha256();
    OutputStream nowhere = new DigestOutputStream(OutputStream.nullOutputStream(), digest);
    try (DataOutputStream out = new DataOutputStream(nowhere)) {
      write(trained, out);
    } catch (IOException e) {
      throw new UncheckedIOException("hashing does not fail", e);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /**
   * Reads a network.
   *
   * @param source gives the bytes as {@link #write} makes them
   * @throws IOException if the bytes are anything else, with a clause that says what
   */
  public static TrainedAlexNet read(DataInput source) throws IOException {
    Checked bytes = new Checked(source);
    DataInputStream in = new DataInputStream(bytes);
    if (in.readInt() != MAGIC) {
      throw new IOException("is not an AlexNet model");
    }
    int version = in.readInt();
    if (version != VERSION) {
      throw new IOException(
          "has the format version " + version + ", but this package reads " + VERSION);
    }
    try {
      Lineage lineage = readLineage(in);
      AlexNetModel network = readNetwork(in);
      List<Double> exponents = readReals(in);
      double scale = in.readDouble();
      byte[] expected = new byte[HASH_BYTES];
      source.readFully(expected);
      if (!MessageDigest.isEqual(expected, bytes.digest.digest())) {
        throw new IOException("is damaged (its checksum does not fit)");
      }
      int classes = network.shape().classes();
      if (lineage.classLabels().size() != classes || lineage.classPriors().size() != classes) {
        throw new IOException("is damaged (its class labels do not fit its outputs)");
      }
      TemporalPyramid pyramid = exponents.isEmpty() ? null : new TemporalPyramid(exponents, scale);
      return new TrainedAlexNet(lineage, network, pyramid);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new IOException("is damaged (" + e.getMessage() + ")", e);
    }
  }

  /** Reads from a {@link DataInput}, which need not be a stream, and hashes what it read. */
  private static final class Checked extends InputStream {

    private final DataInput source;
    private final MessageDigest digest = sha256();

    Checked(DataInput source) {
      this.source = source;
    }

    @Override
    public int read() throws IOException {
      int value = source.readUnsignedByte();
      digest.update((byte) value);
      return value;
    }

    @Override
    public int read(byte[] target, int from, int count) throws IOException {
      source.readFully(target, from, count);
      digest.update(target, from, count);
      return count;
    }
  }

  private static Lineage readLineage(DataInputStream in) throws IOException {
    return new Lineage(
        readText(in),
        readText(in),
        readText(in),
        readTexts(in),
        readTexts(in),
        readReals(in),
        readText(in),
        readText(in),
        readText(in),
        readTexts(in));
  }

  private static AlexNetModel readNetwork(DataInputStream in) throws IOException {
    AlexNetShape shape = new AlexNetShape(in.readInt(), in.readDouble(), length(in));
    InputScaling scaling =
        new InputScaling(
            length(in),
            readFloats(in, AlexNetShape.CHANNELS),
            readFloats(in, AlexNetShape.CHANNELS));
    List<EpochRecord> history = new ArrayList<>();
    for (int epoch = length(in); epoch > 0; epoch--) {
      history.add(new EpochRecord(in.readDouble(), in.readDouble()));
    }
    NetworkWeights weights = NetworkWeights.zeros(shape);
    for (LayerWeights layer : weights.layers()) {
      float[] biases = readFloats(in, layer.outputs());
      System.arraycopy(biases, 0, layer.biases(), 0, biases.length);
      for (int from = 0; from < layer.weights().length(); from += CHUNK) {
        int count = Math.min(CHUNK, layer.weights().length() - from);
        layer.weights().put(from, readFloats(in, count), 0, count);
      }
    }
    return new AlexNetModel(weights, scaling, history, Double.NaN);
  }

  private static int length(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > MOST_ELEMENTS) {
      throw new IOException("is damaged (a length of " + length + ")");
    }
    return length;
  }

  private static float[] readFloats(DataInputStream in, int count) throws IOException {
    byte[] bytes = new byte[Float.BYTES * count];
    in.readFully(bytes);
    float[] values = new float[count];
    ByteBuffer.wrap(bytes).asFloatBuffer().get(values);
    return values;
  }

  private static String readText(DataInputStream in) throws IOException {
    byte[] encoded = new byte[length(in)];
    in.readFully(encoded);
    return new String(encoded, StandardCharsets.UTF_8);
  }

  private static List<String> readTexts(DataInputStream in) throws IOException {
    List<String> texts = new ArrayList<>();
    for (int left = length(in); left > 0; left--) {
      texts.add(readText(in));
    }
    return texts;
  }

  private static List<Double> readReals(DataInputStream in) throws IOException {
    List<Double> values = new ArrayList<>();
    for (int left = length(in); left > 0; left--) {
      values.add(in.readDouble());
    }
    return values;
  }
}
