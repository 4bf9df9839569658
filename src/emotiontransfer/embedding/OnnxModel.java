package emotiontransfer.embedding;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import emotiontransfer.media.Natives;
import emotiontransfer.numeric.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.apache.commons.lang3.StringUtils;
import org.slf4j.LoggerFactory;

/**
 * A model in a file of ONNX's format. Who asks for the same file gets the same model, whose memory
 * is freed once nobody holds it. It computes on the thread that asks, so that the number of threads
 * changes no bit. Safe for several threads at once.
 */
final class OnnxModel {

  private static final Cleaner CLEANER = Cleaner.create();

  private record Key(Path file, long size, FileTime changed) {}

  private static final Cache<Key, OnnxModel> OPEN =
      Caffeine.newBuilder().weakValues().executor(Runnable::run).build();

  private final Path file;
  private final String hash;
  private final OrtEnvironment environment;
  private final OrtSession session;
  private final Map<String, NodeInfo> inputs;
  private final Map<String, NodeInfo> outputs;
  private final Map<String, String> metadata;

  private OnnxModel(Path file) throws IOException, OrtException {
    this.file = file;
    this.hash = hash(file);
    this.environment = OrtEnvironment.getEnvironment();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.setDeterministicCompute(true);
      this.session = environment.createSession(file.toString(), options);
    }
    CLEANER.register(this, closing(session));
    this.inputs = session.getInputInfo();
    this.outputs = session.getOutputInfo();
    this.metadata = session.getMetadata().getCustomMetadata();
  }

  private static Runnable closing(OrtSession session) {
    return () -> {
      try {
        session.close();
      } catch (OrtException e) {
        LoggerFactory.getLogger(OnnxModel.class).warn("A model's memory was not freed.", e);
      }
    };
  }

  /**
   * Opens a model.
   *
   * @throws IllegalArgumentException if the file cannot be read or is no model that can be run,
   *     with a sentence that says why
   * @throws IllegalStateException if there are no natives for this platform
   */
  static OnnxModel of(Path path) {
    Path file = path.toAbsolutePath().normalize();
    try {
      Key key = new Key(file, Files.size(file), Files.getLastModifiedTime(file));
      OnnxModel open = OPEN.getIfPresent(key);
      if (open == null) {
        open = open(file);
        OPEN.put(key, open);
      }
      return open;
    } catch (IOException e) {
      String why = Files.exists(file) ? "cannot be read: " + e.getMessage() : "does not exist";
      throw new IllegalArgumentException("Model %s %s.".formatted(file, why), e);
    }
  }

  private static synchronized OnnxModel open(Path file) throws IOException {
    Natives.loadOnnxRuntime();
    if (isExternal(file)) {
      throw new IllegalArgumentException(
          ("Model %s keeps its weights in other files (external data), which are not read; save it"
                  + " as one file of at most 2 GB.")
              .formatted(file));
    }
    try {
      return new OnnxModel(file);
    } catch (OrtException e) {
      throw new IllegalArgumentException(
          "Model %s cannot be used: %s".formatted(file, reason(e)), e);
    }
  }

  private static boolean isExternal(Path file) throws IOException {
    try {
      return ExternalData.isNamedIn(file);
    } catch (org.nd4j.shade.protobuf.InvalidProtocolBufferException damaged) {
      // ONNX Runtime will say so.
      return false;
    }
  }

  private static String hash(Path file) throws IOException {
    MessageDigest digest = Sha256.digest();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] block = new byte[1 << 16];
      for (int read = in.read(block); read >= 0; read = in.read(block)) {
        digest.update(block, 0, read);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Returns what ONNX Runtime says as a clause with a full stop. */
  static String reason(OrtException e) {
    String text = StringUtils.substringAfter(e.getMessage(), "message: ");
    if (text.contains("Protobuf parsing failed")) {
      return "it is not a file in ONNX's format, or is damaged.";
    }
    if (text.contains("is not a registered function/op")) {
      String operation = StringUtils.substringBetween(text + " ", ": ", "(");
      return "it has operations of its own that ONNX Runtime does not know (%s)."
          .formatted(operation);
    }
    String line = StringUtils.normalizeSpace(text.isEmpty() ? e.getMessage() : text);
    return "ONNX Runtime says '" + StringUtils.abbreviate(line, 300) + "'.";
  }

  private IllegalArgumentException unfit(String why, Object... values) {
    return new IllegalArgumentException("Model " + file + " " + why.formatted(values));
  }

  /** Returns the SHA-256 of the file. */
  String hash() {
    return hash;
  }

  Path file() {
    return file;
  }

  Map<String, String> metadata() {
    return metadata;
  }

  /** Finds the input with a name, or where it is empty the only one of numbers. */
  ModelInput input(String name) {
    List<String> numeric = inputs.keySet().stream().filter(it -> isFloat(inputs.get(it))).toList();
    String found = name.isEmpty() && numeric.size() == 1 ? numeric.get(0) : name;
    if (found.isEmpty()) {
      throw unfit(
          numeric.isEmpty()
              ? "has no input of 32-bit floats, but %s; export it with one."
              : "has several inputs, %s; choose one (-input NAME).",
          texts(inputs));
    }
    if (!inputs.containsKey(found)) {
      throw unfit("has no input '%s', but %s (option -input).", found, texts(inputs));
    }
    if (!numeric.contains(found)) {
      throw unfit("takes %s, but only 32-bit floats can be given.", text(inputs.get(found)));
    }
    for (NodeInfo other : inputs.values()) {
      if (!other.getName().equals(found)) {
        Companion.of(other, this::unfit);
      }
    }
    ModelInput input = new ModelInput(found, tensor(inputs.get(found)).getShape());
    if (input.shape().length > 1 && input.shape()[0] > 1) {
      throw unfit("takes %s clips at once, but they are given one by one.", input.shape()[0]);
    }
    return input;
  }

  /** Returns the outputs that are named, or the first one. */
  List<String> outputs(List<String> named) {
    List<String> chosen = named.isEmpty() ? List.of(outputs.keySet().iterator().next()) : named;
    for (String name : chosen) {
      if (!outputs.containsKey(name)) {
        throw unfit("has no output '%s', but %s (option -output).", name, texts(outputs));
      }
      if (!isFloat(outputs.get(name))) {
        throw unfit("gives %s, but only 32-bit floats are taken.", text(outputs.get(name)));
      }
    }
    return chosen;
  }

  private static boolean isFloat(NodeInfo node) {
    return node.getInfo() instanceof TensorInfo tensor && tensor.type == OnnxJavaType.FLOAT;
  }

  private static TensorInfo tensor(NodeInfo node) {
    return (TensorInfo) node.getInfo();
  }

  private static String texts(Map<String, NodeInfo> nodes) {
    return StringUtils.join(nodes.values().stream().map(OnnxModel::text).toList(), ", ");
  }

  private static String text(NodeInfo node) {
    return node.getInfo() instanceof TensorInfo tensor
        ? node.getName() + " " + tensor.type + " " + ModelInput.text(tensor.getShape())
        : node.getName() + ", which is no tensor";
  }

  /**
   * Computes outputs.
   *
   * @param shape of the input's values
   * @param length number of samples or frames, for the inputs that ask for it
   */
  List<Rows> run(ModelInput input, float[] values, long[] shape, int length, List<String> wanted)
      throws OrtException {
    Map<String, OnnxTensor> given = new LinkedHashMap<>();
    try {
      given.put(
          input.name(), OnnxTensor.createTensor(environment, FloatBuffer.wrap(values), shape));
      for (NodeInfo other : inputs.values()) {
        if (!other.getName().equals(input.name())) {
          Companion companion = Companion.of(other, this::unfit);
          given.put(other.getName(), companion.tensor(environment, length));
        }
      }
      try (OrtSession.Result result = session.run(given, new LinkedHashSet<>(wanted))) {
        List<Rows> rows = new ArrayList<>();
        for (String name : wanted) {
          rows.add(rows(name, (OnnxTensor) result.get(name).orElseThrow()));
        }
        return rows;
      }
    } finally {
      given.values().forEach(OnnxTensor::close);
      // The session must not be closed before.
      Reference.reachabilityFence(this);
    }
  }

  private Rows rows(String name, OnnxTensor output) {
    long[] shape = output.getInfo().getShape();
    FloatBuffer buffer = output.getFloatBuffer();
    float[] values = new float[buffer.remaining()];
    buffer.get(values);
    if (values.length == 0) {
      throw unfit("gives nothing in its output '%s' for so short a clip.", name);
    }
    int width = shape.length == 0 ? 1 : (int) shape[shape.length - 1];
    return new Rows(width, values, shape.length > 2 || values.length > width);
  }
}
