package emotiontransfer.weka.classify;

import emotiontransfer.alexnet.TrainedAlexNet;
import emotiontransfer.pathnet.PathNetModel;
import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.apache.commons.io.input.ClassLoaderObjectInputStream;
import org.apache.commons.lang3.ArrayUtils;
import weka.classifiers.Classifier;
import weka.classifiers.SingleClassifierEnhancer;
import weka.core.WekaException;

/**
 * Reads a model file that may come from a stranger, gzipped or not: only known classes are let in,
 * and only as much of them as such a file can hold.
 */
public final class ModelFile {

  private static final int MOST_FILES = 100;
  private static final int MOST_WORDS = 100_000;

  /** What is saved of every scheme, and what stood in the fields of those of version 0.1.0. */
  private static final Set<String> SAVED =
      Set.of(
          SavedScheme.class.getName(),
          "java.lang.String",
          String[].class.getName(),
          AbstractSegmentClassifier.class.getName(),
          "weka.classifiers.RandomizableClassifier",
          "weka.classifiers.AbstractClassifier",
          "emotiontransfer.pathnet.Pooling",
          "emotiontransfer.alexnet.Decision",
          "java.lang.Enum",
          "java.io.File");

  private static final Set<String> PLAIN_PACKAGES = Set.of("java.lang", "java.util");

  /** Models that another one is built on; strangers' files come this way. */
  private static final Rules PATH_NET =
      Rules.source("PathNetClassifier", 1L << 30, byte[].class.getName(), File[].class.getName());

  /** The support vector machine in it stays bytes. */
  private static final Rules ALEX_NET = Rules.source("FineTunedAlexNet", 1L << 31);

  /**
   * A model to predict with, perhaps in a FilteredClassifier with all its filter's settings. The
   * header of a bag table alone has three objects for each of its 12,288 attributes.
   */
  private static final Rules PREDICTOR =
      new Rules("Model", "PathNetClassifier", ModelFile::isPartOfWeka, 50, 1_000_000, 1L << 30);

  /**
   * What a kind of file may hold.
   *
   * @param role what messages call the file
   * @param mostObjects largest number of references in it
   * @param mostBytes largest size of the file, unzipped
   */
  private record Rules(
      String role,
      String scheme,
      Predicate<Class<?>> known,
      int mostDepth,
      int mostObjects,
      long mostBytes) {

    static Rules source(String scheme, long mostBytes, String... arrays) {
      Set<String> own = Set.of(ArrayUtils.add(arrays, "weka.classifiers.functions." + scheme));
      Predicate<Class<?>> known =
          type -> SAVED.contains(type.getName()) || own.contains(type.getName());
      return new Rules("Source model", scheme, known, 8, 1000, mostBytes);
    }

    WekaException sentence(File file, String why, Throwable cause) {
      String sentence = "%s %s %s; give a file that was saved by this version of %s.";
      return new WekaException(sentence.formatted(role, file, why, scheme), cause);
    }

    WekaException unreadable(File file, Throwable e) {
      // Without its full stop the message stands within a sentence.
      String clause = String.valueOf(e.getMessage()).replaceFirst("\\.$", "");
      return sentence(file, "is not a readable " + scheme + " model: " + clause, e);
    }

    Object read(File file) throws WekaException {
      AtomicReference<String> rejected = new AtomicReference<>();
      try (InputStream raw = new BufferedInputStream(Files.newInputStream(file.toPath()));
          // finds the package's classes also where one of Weka's own reads the next object
          ObjectInputStream in =
              new ClassLoaderObjectInputStream(ModelFile.class.getClassLoader(), unzipped(raw))) {
        in.setObjectInputFilter(info -> check(info, rejected));
        return in.readObject();
      } catch (NoSuchFileException e) {
        throw sentence(file, "does not exist", e);
      } catch (Exception | StackOverflowError | OutOfMemoryError e) {
        String found = rejected.get();
        throw found == null
            ? unreadable(file, e)
            : sentence(file, "holds " + found + ", which a " + scheme + " model does not", e);
      }
    }

    private ObjectInputFilter.Status check(
        ObjectInputFilter.FilterInfo info, AtomicReference<String> rejected) {
      Class<?> type = info.serialClass();
      boolean isKnown = type == null || known.test(type);
      boolean small =
          info.arrayLength() <= mostElements(type)
              && info.depth() <= mostDepth
              && info.references() <= mostObjects
              && info.streamBytes() <= mostBytes;
      if (isKnown && small) {
        return ObjectInputFilter.Status.ALLOWED;
      }
      rejected.compareAndSet(null, isKnown ? "too large an object graph" : "a " + type.getName());
      return ObjectInputFilter.Status.REJECTED;
    }

    private long mostElements(Class<?> type) {
      return type == File[].class ? MOST_FILES : type == String[].class ? MOST_WORDS : mostBytes;
    }

    /** Returns the model of a scheme that was read. */
    <M> M trained(File file, Object read, Class<M> wanted) throws WekaException {
      try {
        if (read instanceof AbstractSegmentClassifier<?> scheme
            && wanted.isInstance(scheme.trained())) {
          return wanted.cast(scheme.trained());
        }
      } catch (IllegalStateException untrained) {
        throw unreadable(file, untrained);
      }
      throw other(file, read);
    }

    WekaException other(File file, Object read) {
      String type = read == null ? "null" : read.getClass().getName();
      return sentence(file, "holds a " + type + " instead of a " + scheme, null);
    }
  }

  private ModelFile() {}

  /** Reads a PathNet to build another one on; a WekaException says what is wrong with its file. */
  public static PathNetModel pathNetSource(File file) throws WekaException {
    return PATH_NET.trained(file, PATH_NET.read(file), PathNetSegmentModel.class).model();
  }

  /** Reads an AlexNet to build another one on, as {@link #pathNetSource} does. */
  public static TrainedAlexNet alexNetSource(File file) throws WekaException {
    return ALEX_NET.trained(file, ALEX_NET.read(file), AlexNetSegmentModel.class).trained();
  }

  /** Reads a classifier that is, or has somewhere inside, a PathNetClassifier. */
  public static Classifier predictor(File file) throws WekaException {
    Object read = PREDICTOR.read(file);
    if (read instanceof Classifier classifier) {
      return classifier;
    }
    throw PREDICTOR.other(file, read);
  }

  /** Reads the PathNet in a file that {@link #predictor} reads, to show it. */
  public static PathNetModel pathNet(File file) throws WekaException {
    return pathNet(file, inner(predictor(file)));
  }

  /** Returns the PathNet in a classifier that was read from a file. */
  public static PathNetModel pathNet(File file, Object classifier) throws WekaException {
    return PREDICTOR.trained(file, classifier, PathNetSegmentModel.class).model();
  }

  /** Finds the trained PathNet in a classifier, which may stand around it, or in anything else. */
  public static Optional<PathNetModel> pathNetIn(Object classifier) {
    try {
      return inner(classifier) instanceof AbstractSegmentClassifier<?> scheme
              && scheme.trained() instanceof PathNetSegmentModel pathNet
          ? Optional.of(pathNet.model())
          : Optional.empty();
    } catch (IllegalStateException notBuilt) {
      return Optional.empty();
    }
  }

  private static Object inner(Object classifier) {
    Object inner = classifier;
    while (inner instanceof SingleClassifierEnhancer outer) {
      inner = outer.getClassifier();
    }
    return inner;
  }

  private static boolean isPartOfWeka(Class<?> type) {
    Class<?> element = type;
    while (element.isArray()) {
      element = element.getComponentType();
    }
    String name = element.getName();
    return element.isPrimitive()
        || name.startsWith("weka.")
        || name.startsWith("emotiontransfer.")
        || name.equals("java.io.File")
        || PLAIN_PACKAGES.contains(element.getPackageName());
  }

  private static InputStream unzipped(InputStream raw) throws IOException {
    raw.mark(2);
    boolean zipped = raw.read() == 0x1f && raw.read() == 0x8b;
    raw.reset();
    return zipped ? new GZIPInputStream(raw) : raw;
  }
}
