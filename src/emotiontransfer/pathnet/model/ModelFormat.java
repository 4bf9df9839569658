package emotiontransfer.pathnet.model;

import emotiontransfer.data.Provenance;
import emotiontransfer.data.Provenance.LevelRange;
import emotiontransfer.data.Scaling;
import emotiontransfer.numeric.BinaryReader;
import emotiontransfer.numeric.BinaryWriter;
import emotiontransfer.numeric.Sha256;
import emotiontransfer.pathnet.PathNetModel;
import emotiontransfer.pathnet.evolution.ClassTrace;
import emotiontransfer.pathnet.evolution.EvolutionTrace;
import emotiontransfer.pathnet.evolution.GenerationRecord;
import emotiontransfer.pathnet.kind.ModuleKinds;
import emotiontransfer.pathnet.network.Head;
import emotiontransfer.pathnet.network.ModuleGrid;
import emotiontransfer.pathnet.network.ModuleKind;
import emotiontransfer.pathnet.network.PathNetShape;
import emotiontransfer.pathnet.network.Pathway;
import emotiontransfer.pathnet.segment.TrainingPlan;
import emotiontransfer.pathnet.sequence.SequenceModel;
import emotiontransfer.pathnet.transfer.SourceUse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.lang3.StringUtils;

/**
 * The bytes of a model: magic, format version, SHA-256 of the rest, and the rest, big-endian.
 *
 * <p>It has no Java classes in it, so that reading a stranger's model runs no stranger's code;
 * every length is checked against the bytes that are left before anything is allocated. Wall time
 * is not among the values: equal seed, data and options give equal bytes.
 */
public final class ModelFormat {

  /** Version of the format that this package writes. */
  public static final int VERSION = 6;

  /** The oldest version that is still read: it has no word for the plan of the first layer. */
  private static final int OLDEST = 3;

  /** The version since which models know the levels of their clips. */
  private static final int LEVELS = 5;

  /** The version since which models have a card. */
  private static final int CARDS = 6;

  private static final int MAGIC = 0x50617468;
  private static final int HASH_BYTES = 32;
  private static final int PREFIX = 2 * Integer.BYTES + HASH_BYTES;

  /** Stands before the kind of modules of a network that sees sequences of frames. */
  static final String SEQUENCES = "sequences:";

  /** Stands before all of that in a model with a pathway for each class. */
  static final String PER_CLASS = "per-class:";

  private ModelFormat() {}

  public static byte[] toBytes(PathNetModel model) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      BinaryWriter all = new BinaryWriter(body);
      writeBody(all, model);
      // Behind the fingerprint's part, so that those of older models stay.
      model.provenance().levels().write(all);
      all.text(model.provenance().card());
      ResumeFormat.write(all, model);
      new BinaryWriter(bytes).integers(MAGIC, VERSION);
      bytes.write(all.hash());
      body.writeTo(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory does not fail", e);
    }
    return bytes.toByteArray();
  }

  /**
   * Returns a SHA-256 of everything in a model but the levels of its clips, its card and what
   * continues it, in hexadecimal digits: equal for equal seed, data and options.
   */
  public static String fingerprint(PathNetModel model) {
    return BinaryWriter.hash(out -> writeBody(out, model));
  }

  /** Returns whether bytes, of which four are enough, are the beginning of a model. */
  public static boolean isModel(byte[] bytes) {
    return bytes.length >= Integer.BYTES && ByteBuffer.wrap(bytes).getInt() == MAGIC;
  }

  /**
   * Reads what {@link #toBytes} wrote.
   *
   * @throws IOException if the bytes are anything else, with a clause that says what
   */
  public static PathNetModel fromBytes(byte[] bytes) throws IOException {
    return fromBytes(bytes, ModuleKinds::ofKeyword);
  }

  /** Reads a model whose kind of modules is found by its keyword. */
  static PathNetModel fromBytes(byte[] bytes, Function<String, ModuleKind> kinds)
      throws IOException {
    if (bytes.length < PREFIX) {
      throw new IOException("is truncated");
    }
    BinaryReader prefix = new BinaryReader(new ByteArrayInputStream(bytes), bytes.length);
    int version = version(prefix);
    byte[] expected = Arrays.copyOfRange(bytes, PREFIX - HASH_BYTES, PREFIX);
    int length = bytes.length - PREFIX;
    MessageDigest digest = Sha256.digest();
    digest.update(bytes, PREFIX, length);
    if (!MessageDigest.isEqual(expected, digest.digest())) {
      throw new IOException("is truncated or damaged (its checksum does not fit)");
    }
    BinaryReader body = new BinaryReader(new ByteArrayInputStream(bytes, PREFIX, length), length);
    try {
      return read(body, version, kinds);
    } catch (RuntimeException e) {
      throw new IOException("is damaged (" + e.getMessage() + ")", e);
    }
  }

  /**
   * Reads the beginning of what {@link #toBytes} wrote, some thousand bytes however large the model
   * is. Its checksum, which is of all bytes, is not checked.
   *
   * @param size bytes that there are, or more where that is not known
   * @throws IOException if the bytes are anything else, with a clause that says what
   */
  public static ModelHeader header(InputStream in, long size) throws IOException {
    BinaryReader reader = new BinaryReader(in, size);
    version(reader);
    in.skipNBytes(HASH_BYTES);
    try {
      return ModelHeader.read(reader);
    } catch (RuntimeException e) {
      throw new IOException("is damaged (" + e.getMessage() + ")", e);
    }
  }

  private static int version(BinaryReader prefix) throws IOException {
    return prefix.version(MAGIC, "a PathNet model", OLDEST, VERSION);
  }

  private static void writeBody(BinaryWriter out, PathNetModel model) throws IOException {
    Provenance provenance = model.provenance();
    provenance.write(out);
    out.integers(provenance.features().inputs());
    out.list(
        provenance.sources(),
        source -> {
          out.text(source.name());
          out.text(source.corpus());
          out.list(source.subjects(), out::text);
          out.text(source.sha256());
        });
    PathNetShape shape = model.shape();
    out.integers(shape.inputs(), shape.layers(), shape.modules());
    out.integers(shape.neurons(), shape.maxActive(), shape.classes());
    List<ClassTrace> classes = model.trace().classes();
    String perClass = classes.isEmpty() ? "" : PER_CLASS;
    String sequences = model.sequences().isPresent() ? SEQUENCES : "";
    out.text(perClass + sequences + model.kind().keyword());
    out.text(model.sourceUse().name());
    writePathway(out, model.sourcePathway());
    writeTrace(out, model.trace());
    if (!classes.isEmpty()) {
      out.list(
          classes,
          one -> {
            out.integers(one.label());
            writeTrace(out, one.trace());
          });
    }
    if (model.sequences().isPresent()) {
      SequenceFormat.write(out, model.sequences().get());
    }
    out.floats(model.scaling().mean());
    out.floats(model.scaling().factor());
    out.floats(model.scaling().replacement());
    for (float[] values : parameters(model.grid(), model.head())) {
      out.floats(values);
    }
  }

  private static List<float[]> parameters(ModuleGrid grid, Head head) {
    return ResumeFormat.parameters(grid, Pathway.all(grid.shape()), head, TrainingPlan.PRIMAL);
  }

  private static void writeTrace(BinaryWriter out, EvolutionTrace trace) throws IOException {
    writePathway(out, trace.best());
    out.real(trace.bestFitness());
    out.list(trace.initialPopulation(), pathway -> writePathway(out, pathway));
    out.list(trace.finalPopulation(), pathway -> writePathway(out, pathway));
    out.list(
        trace.history(),
        record -> {
          out.integers(record.generation(), record.slotA(), record.slotB());
          out.real(record.fitnessA());
          out.real(record.fitnessB());
          writePathway(out, record.winner());
          writePathway(out, record.loser());
        });
  }

  static void writePathway(BinaryWriter out, Pathway pathway) throws IOException {
    out.list(pathway.layers(), layer -> out.list(layer, out::integers));
  }

  private static PathNetModel read(BinaryReader in, int version, Function<String, ModuleKind> kinds)
      throws IOException {
    ModelHeader header = ModelHeader.read(in);
    Provenance provenance = header.provenance();
    PathNetShape shape = header.shape();
    String text = header.modules();
    boolean perClass = text.startsWith(PER_CLASS);
    boolean hasSequences = StringUtils.removeStart(text, PER_CLASS).startsWith(SEQUENCES);
    ModuleKind kind = kinds.apply(header.kind());
    provenance.checkClasses(shape.classes());
    // Every module has a weight and a bias; only then is it worth while to count all of them.
    in.require((long) shape.layers() * shape.modules(), 2 * Float.BYTES);
    in.require(ModuleGrid.parameters(shape, kind), Float.BYTES);
    SourceUse use = SourceUse.valueOf(in.text());
    Pathway source = readPathway(in, shape);
    EvolutionTrace trace = readTrace(in, shape);
    if (perClass) {
      trace = withClasses(trace, in.list(() -> readClass(in, shape)));
    }
    Optional<SequenceModel> sequences =
        hasSequences ? Optional.of(SequenceFormat.read(in, shape, kind)) : Optional.empty();
    int inputs = shape.inputs();
    Scaling scaling = new Scaling(in.floats(inputs), in.floats(inputs), in.floats(inputs));
    ModuleGrid grid = ModuleGrid.zeros(shape, kind);
    int headInputs =
        sequences.map(it -> it.summary().size(grid.lastChannels(), inputs)).orElse(grid.outputs());
    in.require((long) headInputs * shape.classes(), Float.BYTES);
    Head head = Head.zeros(headInputs, shape.classes());
    for (float[] target : parameters(grid, head)) {
      in.parameters(target);
    }
    provenance =
        provenance
            .with(version < LEVELS ? LevelRange.UNKNOWN : LevelRange.read(in))
            .with(version < CARDS ? "" : in.text());
    PathNetModel model =
        new PathNetModel(provenance, grid, head, scaling, source, use, trace, sequences, null);
    return in.integer() == 0
        ? model
        : model.resumable(ResumeFormat.read(in, model, version == OLDEST));
  }

  private static EvolutionTrace readTrace(BinaryReader in, PathNetShape shape) throws IOException {
    return new EvolutionTrace(
        readPathway(in, shape),
        in.real(),
        in.list(() -> readPathway(in, shape)),
        in.list(() -> readPathway(in, shape)),
        in.list(
            () ->
                new GenerationRecord(
                    in.integer(),
                    in.integer(),
                    in.integer(),
                    in.real(),
                    in.real(),
                    readPathway(in, shape),
                    readPathway(in, shape))),
        Double.NaN);
  }

  private static ClassTrace readClass(BinaryReader in, PathNetShape shape) throws IOException {
    return new ClassTrace(Objects.checkIndex(in.integer(), shape.classes()), readTrace(in, shape));
  }

  private static EvolutionTrace withClasses(EvolutionTrace all, List<ClassTrace> classes)
      throws IOException {
    EvolutionTrace trace =
        EvolutionTrace.ofClasses(
            all.best(), all.bestFitness(), all.history(), all.seconds(), classes);
    boolean alike =
        classes.stream().allMatch(one -> one.trace().history().size() == all.history().size());
    boolean beside =
        trace.initialPopulation().equals(all.initialPopulation())
            && trace.finalPopulation().equals(all.finalPopulation());
    if (classes.isEmpty() || !alike || !beside) {
      throw new IOException("is damaged (the courses of its classes do not fit)");
    }
    return trace;
  }

  static Pathway readPathway(BinaryReader in, PathNetShape shape) throws IOException {
    Pathway pathway = new Pathway(in.list(() -> in.list(in::integer)));
    if (pathway.layers().size() != shape.layers() || pathway.minus(Pathway.all(shape)).size() > 0) {
      throw new IOException("is damaged (a pathway leaves the grid)");
    }
    return pathway;
  }
}
