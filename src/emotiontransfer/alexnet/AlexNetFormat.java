package emotiontransfer.alexnet;

import emotiontransfer.alexnet.AlexNetModel.EpochRecord;
import emotiontransfer.data.Provenance;
import emotiontransfer.data.SourceInfo;
import emotiontransfer.layers.LayerWeights;
import emotiontransfer.numeric.BinaryReader;
import emotiontransfer.numeric.BinaryWriter;
import emotiontransfer.numeric.NativeFloats;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.List;

/**
 * The bytes of a trained network, big-endian: magic, format version, description, weights, SHA-256.
 *
 * <p>It has no Java classes in it, so that reading a stranger's model runs no stranger's code.
 * Weights go through a small buffer. Wall time is not among the values: equal seed, data and
 * options give equal bytes.
 */
public final class AlexNetFormat {

  private static final int VERSION = 1;
  private static final int MAGIC = 0x416c6578;
  private static final int HASH_BYTES = 32;
  private static final int CHUNK = 1 << 16;

  private AlexNetFormat() {}

  public static void write(TrainedAlexNet trained, OutputStream target) throws IOException {
    BinaryWriter out = new BinaryWriter(target);
    AlexNetModel network = trained.network();
    AlexNetShape shape = network.weights().shape();
    InputScaling scaling = network.scaling();
    TemporalPyramid pyramid = trained.pyramid();
    out.integers(MAGIC, VERSION);
    trained.provenance().write(out);
    out.text(trained.beginning());
    out.list(List.copyOf(trained.provenance().sourceSubjects()), out::text);
    out.integers(shape.inputSize());
    out.real(shape.width());
    out.integers(shape.classes(), scaling.inputs());
    out.uncounted(scaling.mean());
    out.uncounted(scaling.factor());
    out.list(
        network.history(),
        epoch -> {
          out.real(epoch.loss());
          out.real(epoch.accuracy());
        });
    for (LayerWeights layer : network.weights().layers()) {
      out.uncounted(layer.biases());
      NativeFloats all = layer.weights();
      for (int from = 0; from < all.length(); from += CHUNK) {
        out.uncounted(all.get(from, Math.min(CHUNK, all.length() - from)));
      }
    }
    out.list(pyramid == null ? List.<Double>of() : pyramid.exponents(), out::real);
    out.real(pyramid == null ? 0 : pyramid.scale());
    target.write(out.hash());
  }

  /** Returns the SHA-256 of everything in a network, in hexadecimal digits. */
  public static String fingerprint(TrainedAlexNet trained) {
    return BinaryWriter.hash(out -> write(trained, out.stream()));
  }

  /**
   * Reads a network, and no byte further; an IOException's message is a clause.
   *
   * @param left the bytes that the stream has, or more where that is not known
   */
  public static TrainedAlexNet read(InputStream source, long left) throws IOException {
    BinaryReader in = new BinaryReader(source, left);
    in.version(MAGIC, "an AlexNet model", VERSION, VERSION);
    try {
      TrainedAlexNet trained = read(in);
      if (!MessageDigest.isEqual(source.readNBytes(HASH_BYTES), in.hash())) {
        throw new IOException("is damaged (its checksum does not fit)");
      }
      return trained;
    } catch (RuntimeException e) {
      throw new IOException("is damaged (" + e.getMessage() + ")", e);
    }
  }

  private static TrainedAlexNet read(BinaryReader in) throws IOException {
    Provenance provenance = Provenance.read(in);
    String beginning = in.text();
    List<SourceInfo> sources = TrainedAlexNet.sources(in.list(in::text));
    AlexNetShape shape = new AlexNetShape(in.integer(), in.real(), in.integer());
    // Before memory is reserved for that many outputs.
    provenance.checkClasses(shape.classes());
    int inputs = in.length();
    int channels = AlexNetShape.CHANNELS;
    InputScaling scaling = new InputScaling(inputs, in.uncounted(channels), in.uncounted(channels));
    List<EpochRecord> history = in.list(() -> new EpochRecord(in.real(), in.real()));
    in.require(shape.parameters(), Float.BYTES);
    NetworkWeights weights = NetworkWeights.zeros(shape);
    for (LayerWeights layer : weights.layers()) {
      System.arraycopy(in.uncounted(layer.outputs()), 0, layer.biases(), 0, layer.outputs());
      for (int from = 0; from < layer.weights().length(); from += CHUNK) {
        int count = Math.min(CHUNK, layer.weights().length() - from);
        layer.weights().values().put(from, in.uncounted(count));
      }
    }
    List<Double> exponents = in.list(in::real);
    double scale = in.real();
    return new TrainedAlexNet(
        provenance.with(inputs, sources),
        beginning,
        new AlexNetModel(weights, scaling, history, Double.NaN),
        exponents.isEmpty() ? null : new TemporalPyramid(exponents, scale));
  }
}
