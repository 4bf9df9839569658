package emotiontransfer.weka.classify;

import emotiontransfer.alexnet.TrainedAlexNet;
import emotiontransfer.data.Keyword;
import emotiontransfer.data.Provenance;
import emotiontransfer.file.FileBytes;
import emotiontransfer.file.WholeFile;
import emotiontransfer.pathnet.PathNetModel;
import emotiontransfer.pathnet.Pooling;
import emotiontransfer.pathnet.model.ModelFormat;
import emotiontransfer.weka.classify.SchemeInput.Found;
import emotiontransfer.weka.classify.SegmentClassifier.BagDecision;
import emotiontransfer.weka.table.SignedFilter;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.apache.commons.io.IOUtils;
import org.apache.commons.lang3.ClassUtils;
import weka.classifiers.Classifier;
import weka.classifiers.SingleClassifierEnhancer;
import weka.classifiers.meta.FilteredClassifier;
import weka.core.Instance;
import weka.core.Utils;
import weka.core.WekaException;
import weka.filters.AllFilter;
import weka.filters.Filter;
import weka.filters.MultiFilter;

/**
 * Reads a model file that may come from a stranger: {@code NAME.pathnet}, the package's own bytes
 * ({@link ModelFormat}), or {@code NAME.model}, which Weka saved by Java's serialization ({@link
 * SchemeInput}), gzipped or not. A WekaException says in a sentence what is wrong with a file.
 */
public final class ModelFile {

  private static final String PATH_NET = "PathNetClassifier";
  private static final String ALEX_NET = "FineTunedAlexNet";
  private static final String FILTERED = FilteredClassifier.class.getName();

  /** What may stand around a scheme whose features name all that was done to them. */
  private static final List<Class<?>> SIGNED =
      List.of(FilteredClassifier.class, MultiFilter.class, AllFilter.class, SignedFilter.class);

  /**
   * A PathNet as a file has it.
   *
   * @param around classes that the PathNet stands in, and those of their parts; empty for none
   */
  public record Saved(PathNetSegmentModel model, Pooling pooling, List<String> around) {

    public Provenance provenance() {
      return model.provenance();
    }

    /** Returns the first class around the PathNet that changes its inputs unsaid, if any. */
    public Optional<String> unsigned() {
      return around.stream().filter(name -> !isSigned(name)).findFirst();
    }

    /** Returns what decides about rows as the scheme in the file would. */
    public RowDecider decider() {
      BagDecider decider = new BagDecider(model);
      int threads = Runtime.getRuntime().availableProcessors();
      return row -> decider.decide(row, pooling, threads, true);
    }
  }

  /** Decides about a row of a bag table. */
  public interface RowDecider {
    BagDecision decide(Instance row) throws Exception;
  }

  /**
   * What a file must have.
   *
   * @param role what messages call it
   * @param scheme the class of its scheme
   * @param signed whether the scheme stands in nothing else than a FilteredClassifier whose filters
   *     the signature of its features names, so that comparing signatures is enough
   */
  private record Rules(String role, String scheme, boolean signed) {

    private String type() {
      return "weka.classifiers.functions." + scheme;
    }

    WekaException sentence(File file, String why, Throwable cause) {
      String sentence = "%s %s %s; give a file that was saved by this version of %s.";
      return new WekaException(sentence.formatted(role, file, why, scheme), cause);
    }

    WekaException unreadable(File file, Throwable e) {
      String clause = "it is damaged";
      if (e instanceof OutOfMemoryError) {
        clause = "it needs more memory than there is (-Xmx)";
      } else if (e instanceof IOException && e.getMessage() != null) {
        // Without its full stop the message stands within a sentence.
        clause = e.getMessage().replaceFirst("\\.$", "");
      }
      return sentence(file, "is not a readable " + scheme + " model: " + clause, e);
    }

    FileBytes bytes(File file) throws WekaException {
      try {
        return FileBytes.of(file);
      } catch (IOException e) {
        throw sentence(file, e.getMessage(), e);
      }
    }

    Found serialized(File file, FileBytes bytes) throws WekaException {
      try (InputStream in = bytes.open()) {
        return SchemeInput.read(in, bytes.size(), type());
      } catch (Exception | VirtualMachineError | LinkageError e) {
        throw unreadable(file, e);
      }
    }

    /** Returns the one scheme in a file that has a model. */
    <M extends SegmentModel> AbstractSegmentClassifier<?> trained(
        File file, Found found, Class<M> wanted) throws WekaException {
      boolean isAlone = found.type().equals(type());
      boolean known = isAlone || !signed || found.type().equals(FILTERED);
      if (found.schemes().isEmpty() || !known) {
        throw sentence(file, "holds a " + found.type() + " instead of a " + scheme, null);
      }
      for (String name : found.passedOver()) {
        // A scheme alone has only parts of its own, of which former classes are gone.
        if (signed && !isAlone && !isSigned(name)) {
          String part = ClassUtils.getShortClassName(name);
          String why =
              "has a " + part + " before its " + scheme + ", which the features do not name";
          throw sentence(file, why, null);
        }
      }
      List<? extends AbstractSegmentClassifier<?>> trained =
          found.schemes().stream().filter(one -> one.hasModel(wanted)).toList();
      if (trained.size() > 1) {
        throw sentence(file, "holds " + trained.size() + " models instead of one", null);
      }
      if (trained.isEmpty()) {
        throw unreadable(file, new IOException(scheme + ": no model has been built yet"));
      }
      return trained.get(0);
    }

    Saved pathNet(File file) throws WekaException {
      FileBytes bytes = bytes(file);
      try (InputStream in = bytes.open()) {
        in.mark(Integer.BYTES);
        boolean own = ModelFormat.isModel(in.readNBytes(Integer.BYTES));
        in.reset();
        if (own) {
          return own(in.readNBytes(Math.toIntExact(bytes.size())));
        }
      } catch (Exception | OutOfMemoryError e) {
        throw unreadable(file, e);
      }
      Found found = serialized(file, bytes);
      AbstractSegmentClassifier<?> scheme = trained(file, found, PathNetSegmentModel.class);
      PathNetSegmentModel model = (PathNetSegmentModel) scheme.trained();
      boolean isWhole = found.type().equals(type());
      return new Saved(model, scheme.getPool(), isWhole ? List.of() : found.passedOver());
    }

    /** The pooling is the one option of a model that training alone does not decide about. */
    private static Saved own(byte[] bytes) throws Exception {
      PathNetSegmentModel model = new PathNetSegmentModel(ModelFormat.fromBytes(bytes));
      String[] options = Utils.splitOptions(model.provenance().options());
      String word = Utils.getOption("pool", options);
      Pooling pooling = word.isEmpty() ? Pooling.MEAN : Keyword.ofKeyword(Pooling.class, word);
      return new Saved(model, pooling, List.of());
    }
  }

  private ModelFile() {}

  /**
   * Returns whether a class, of which no object is made, leaves to the features what inputs are.
   */
  private static boolean isSigned(String name) {
    try {
      Class<?> type = Class.forName(name, false, ModelFile.class.getClassLoader());
      boolean acts = Filter.class.isAssignableFrom(type) || Classifier.class.isAssignableFrom(type);
      return !acts
          || Modifier.isAbstract(type.getModifiers())
          || SIGNED.stream().anyMatch(known -> known.isAssignableFrom(type));
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }

  /**
   * Reads a PathNet to build another one on, which stands in nothing else than a FilteredClassifier
   * with filters that its features name.
   */
  public static PathNetModel pathNetSource(File file) throws WekaException {
    return new Rules("Source model", PATH_NET, true).pathNet(file).model().model();
  }

  /** Reads an AlexNet to build another one on, as {@link #pathNetSource} does. */
  public static TrainedAlexNet alexNetSource(File file) throws WekaException {
    Rules rules = new Rules("Source model", ALEX_NET, true);
    Found found = rules.serialized(file, rules.bytes(file));
    AbstractSegmentClassifier<?> scheme = rules.trained(file, found, AlexNetSegmentModel.class);
    return ((AlexNetSegmentModel) scheme.trained()).trained();
  }

  /** Reads a PathNet that may stand in another classifier, such as a FilteredClassifier. */
  public static Saved pathNetAnywhere(File file) throws WekaException {
    return new Rules("Model", PATH_NET, false).pathNet(file);
  }

  /**
   * Reads a model of this package's own.
   *
   * @param resource where it is among the package's resources
   */
  public static Saved ofPackage(String resource) throws WekaException {
    try {
      return Rules.own(IOUtils.resourceToByteArray(resource, ModelFile.class.getClassLoader()));
    } catch (Exception e) {
      throw new WekaException(
          "The package's own model '" + resource + "' cannot be read: " + e.getMessage(), e);
    }
  }

  /** Reads a PathNet to show it. */
  public static PathNetModel pathNet(File file) throws WekaException {
    return pathNetAnywhere(file).model().model();
  }

  /** Writes a model without what continues its evolution, for {@code NAME.pathnet}. */
  public static void write(PathNetModel model, File file) throws WekaException {
    byte[] bytes = ModelFormat.toBytes(model.finished());
    try {
      WholeFile.write(file.toPath(), part -> Files.write(part, bytes));
    } catch (Exception e) {
      throw new WekaException("Model " + file + " cannot be written: " + e.getMessage(), e);
    }
  }

  /** Finds the trained PathNet in a classifier, which may stand around it, or in anything else. */
  public static Optional<PathNetModel> pathNetIn(Object classifier) {
    Object inner = classifier;
    while (inner instanceof SingleClassifierEnhancer outer) {
      inner = outer.getClassifier();
    }
    return inner instanceof AbstractSegmentClassifier<?> scheme
            && scheme.hasModel(PathNetSegmentModel.class)
        ? Optional.of(((PathNetSegmentModel) scheme.trained()).model())
        : Optional.empty();
  }
}
