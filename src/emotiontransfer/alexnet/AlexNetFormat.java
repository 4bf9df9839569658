package emotiontransfer.alexnet;

import emotiontransfer.alexnet.AlexNetModel.EpochRecord;
import emotiontransfer.data.Provenance;
import emotiontransfer.data.SourceInfo;
import emotiontransfer.layers.LayerWeights;
import emotiontransfer.numeric.BinaryReader;
import emotiontransfer.numeric.BinaryWriter;
import emotiontransfer.numeric.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
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

  private AlexNetFormat() {}

  /** Writes a network. */
  public static void write(TrainedAlexNet trained, OutputStream target) throws IOException {
    BinaryWriter out = new BinaryWriter(target);
    out.integers(MAGIC, VERSION);
    Provenance provenance = trained.provenance();
    provenance.write(out);
    out.text(trained.beginning());
    out.texts(List.copyOf(provenance.sourceSubjects()));
    writeNetwork(out, trained.network());
    TemporalPyramid pyramid = trained.pyramid();
    out.list(pyramid == null ? List.<Double>of() : pyramid.exponents(), out::real);
    out.real(pyramid == null ? 0 : pyramid.scale());
    target.write(out.hash());
  }

  private static void writeNetwork(BinaryWriter out, AlexNetModel network) throws IOException {
    AlexNetShape shape = network.shape();
    out.integers(shape.inputSize());
    out.real(shape.width());
    out.integers(shape.classes(), network.scaling().inputs());
    out.uncounted(network.scaling().mean());
    out.uncounted(network.scaling().factor());
    out.list(
        network.history(),
        epoch -> {
          out.real(epoch.loss());
          out.real(epoch.accuracy());
        });
    for (LayerWeights layer : network.weights().layers()) {
      out.uncounted(layer.biases());
      for (int from = 0; from < layer.weights().length(); from += CHUNK) {
        int count = Math.min(CHUNK, layer.weights().length() - from);
        out.uncounted(layer.weights().get(from, count));
      }
    }
  }

  /**
   * Returns a hash of everything in a network: equal for equal seed, data and options.
   *
   * @return 64 hexadecimal digits (SHA-256)
   */
  public static String fingerprint(TrainedAlexNet trained) {
    MessageDigest digest = Sha256.digest();
    try {
      write(trained, new DigestOutputStream(OutputStream.nullOutputStream(), digest));
    } catch (IOException e) {
      throw new UncheckedIOException("hashing does not fail", e);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /**
   * Reads a network, and not a byte further.
   *
   * @param source gives the bytes as {@link #write} makes them
   * @throws IOException if the bytes are anything else, with a clause that says what
   */
  public static TrainedAlexNet read(InputStream source) throws IOException {
    BinaryReader in = new BinaryReader(source);
    if (in.integer() != MAGIC) {
      throw new IOException("is not an AlexNet model");
    }
    int version = in.integer();
    if (version != VERSION) {
      throw new IOException(
          "has the format version " + version + ", but this package reads " + VERSION);
    }
    try {
      TrainedAlexNet trained = read(in);
      if (!MessageDigest.isEqual(source.readNBytes(HASH_BYTES), in.hash())) {
        throw new IOException("is damaged (its checksum does not fit)");
      }
      return trained;
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new IOException("is damaged (" + e.getMessage() + ")", e);
    }
  }

  private static TrainedAlexNet read(BinaryReader in) throws IOException {
    Provenance provenance = Provenance.read(in);
    String beginning = in.text();
    List<SourceInfo> sources = TrainedAlexNet.sources(in.texts());
    AlexNetShape shape = new AlexNetShape(in.integer(), in.real(), in.integer());
    // Before memory is reserved for that many outputs.
    provenance.checkClasses(shape.classes());
    AlexNetModel network = readNetwork(in, shape);
    provenance = provenance.with(network.scaling().inputs(), sources);
    List<Double> exponents = in.list(in::real);
    double scale = in.real();
    TemporalPyramid pyramid = exponents.isEmpty() ? null : new TemporalPyramid(exponents, scale);
    return new TrainedAlexNet(provenance, beginning, network, pyramid);
  }

  private static AlexNetModel readNetwork(BinaryReader in, AlexNetShape shape) throws IOException {
    InputScaling scaling =
        new InputScaling(
            in.length(), in.uncounted(AlexNetShape.CHANNELS), in.uncounted(AlexNetShape.CHANNELS));
    List<EpochRecord> history = in.list(() -> new EpochRecord(in.real(), in.real()));
    NetworkWeights weights = NetworkWeights.zeros(shape);
    for (LayerWeights layer : weights.layers()) {
      System.arraycopy(in.uncounted(layer.outputs()), 0, layer.biases(), 0, layer.outputs());
      for (int from = 0; from < layer.weights().length(); from += CHUNK) {
        int count = Math.min(CHUNK, layer.weights().length() - from);
        layer.weights().put(from, in.uncounted(count), 0, count);
      }
    }
    return new AlexNetModel(weights, scaling, history, Double.NaN);
  }
}
