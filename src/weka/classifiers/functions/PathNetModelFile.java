package weka.classifiers.functions;

import emotiontransfer.pathnet.PathNetModel;
import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import weka.classifiers.Classifier;
import weka.core.WekaException;

/**
 * Reads a model file that may come from a stranger: only the classes of a saved PathNetClassifier
 * are let in, and only as much of them as such a file can hold.
 */
final class PathNetModelFile {

  private static final long MOST_BYTES = 1L << 30;
  private static final int MOST_DEPTH = 8;
  private static final int MOST_REFERENCES = 1000;
  private static final int MOST_FILES = 100;

  /** The header of a bag table alone has three objects for each of its 12,288 attributes. */
  private static final int MOST_WRAPPED_REFERENCES = 1_000_000;

  private static final int MOST_WRAPPED_DEPTH = 50;

  private static final Set<String> PLAIN_PACKAGES = Set.of("java.lang", "java.util");

  private static final Set<String> ALLOWED =
      Set.of(
          "weka.classifiers.functions.PathNetClassifier",
          "weka.classifiers.functions.PathNetOptions",
          "weka.classifiers.RandomizableClassifier",
          "weka.classifiers.AbstractClassifier",
          "emotiontransfer.pathnet.Boundary",
          "emotiontransfer.pathnet.EvolutionKind",
          "emotiontransfer.pathnet.Pooling",
          "emotiontransfer.pathnet.SourceUse",
          "emotiontransfer.pathnet.Standardization",
          "java.lang.Enum",
          "java.lang.String",
          "java.io.File");

  private PathNetModelFile() {}

  /** Whose files are read: how messages name them, and what may be in them. */
  private record Reading(String role, Predicate<Class<?>> known, int mostDepth, int mostObjects) {

    /** A model that another one is built on; strangers' files come this way. */
    static final Reading SOURCE =
        new Reading("Source model", PathNetModelFile::isPartOfPathNet, MOST_DEPTH, MOST_REFERENCES);

    /** A model to predict with, perhaps in a FilteredClassifier with all its filter's settings. */
    static final Reading PREDICTOR =
        new Reading(
            "Model", PathNetModelFile::isPartOfWeka, MOST_WRAPPED_DEPTH, MOST_WRAPPED_REFERENCES);
  }

  /**
   * Reads the model of a saved classifier.
   *
   * @param file as Weka saves it ({@code -d}, Explorer), gzipped or not
   * @return the model
   * @throws WekaException naming the file and what is wrong with it
   */
  static PathNetModel read(File file) throws WekaException {
    if (read(file, Reading.SOURCE) instanceof PathNetClassifier classifier) {
      return trained(classifier, Reading.SOURCE, file);
    }
    throw new WekaException(sentence(Reading.SOURCE, file, "does not hold a PathNetClassifier"));
  }

  /**
   * Returns the model in a classifier that was read to predict with.
   *
   * @param classifier from a file
   * @param file named in the message
   * @return its model
   * @throws WekaException if it was saved untrained
   */
  static PathNetModel trained(PathNetClassifier classifier, File file) throws WekaException {
    return trained(classifier, Reading.PREDICTOR, file);
  }

  private static PathNetModel trained(PathNetClassifier classifier, Reading reading, File file)
      throws WekaException {
    try {
      return classifier.model();
    } catch (IllegalStateException e) {
      String why = "is not a readable PathNetClassifier model: " + clause(e);
      throw new WekaException(sentence(reading, file, why), e);
    }
  }

  /**
   * Reads a classifier to predict with.
   *
   * @param file as Weka saves it ({@code -d}, Explorer), gzipped or not
   * @return a PathNetClassifier, or one that may have one inside
   * @throws WekaException naming the file and what is wrong with it
   */
  static Classifier readPredictor(File file) throws WekaException {
    if (read(file, Reading.PREDICTOR) instanceof Classifier classifier) {
      return classifier;
    }
    throw new WekaException(sentence(Reading.PREDICTOR, file, "does not hold a classifier"));
  }

  private static Object read(File file, Reading reading) throws WekaException {
    AtomicReference<String> refused = new AtomicReference<>();
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(file.toPath()));
        ObjectInputStream in = new PackageObjects(unzipped(raw))) {
      in.setObjectInputFilter(info -> check(info, reading, refused));
      return in.readObject();
    } catch (NoSuchFileException e) {
      throw new WekaException(sentence(reading, file, "does not exist"), e);
    } catch (IOException
        | ClassNotFoundException
        | RuntimeException
        | StackOverflowError
        | OutOfMemoryError e) {
      String found = refused.get();
      String why =
          found == null
              ? "is not a readable PathNetClassifier model: " + clause(e)
              : "holds " + found + ", which a PathNetClassifier model does not";
      throw new WekaException(sentence(reading, file, why), e);
    }
  }

  /** Finds the package's classes also where one of Weka's own reads the next object. */
  private static final class PackageObjects extends ObjectInputStream {

    PackageObjects(InputStream in) throws IOException {
      super(in);
    }

    @Override
    protected Class<?> resolveClass(ObjectStreamClass description)
        throws IOException, ClassNotFoundException {
      try {
        return Class.forName(description.getName(), false, PathNetModelFile.class.getClassLoader());
      } catch (ClassNotFoundException e) {
        // The names of primitive types are no class names.
        return super.resolveClass(description);
      }
    }
  }

  private static InputStream unzipped(InputStream raw) throws IOException {
    raw.mark(2);
    boolean zipped = raw.read() == 0x1f && raw.read() == 0x8b;
    raw.reset();
    return zipped ? new GZIPInputStream(raw) : raw;
  }

  private static ObjectInputFilter.Status check(
      ObjectInputFilter.FilterInfo info, Reading reading, AtomicReference<String> refused) {
    Class<?> type = info.serialClass();
    boolean known = type == null || reading.known().test(type);
    long mostElements = type == File[].class ? MOST_FILES : MOST_BYTES;
    boolean small =
        info.arrayLength() <= mostElements
            && info.depth() <= reading.mostDepth()
            && info.references() <= reading.mostObjects()
            && info.streamBytes() <= MOST_BYTES;
    if (known && small) {
      return ObjectInputFilter.Status.ALLOWED;
    }
    refused.compareAndSet(null, known ? "too large an object graph" : "a " + type.getName());
    return ObjectInputFilter.Status.REJECTED;
  }

  private static boolean isPartOfPathNet(Class<?> type) {
    return type == byte[].class || type == File[].class || ALLOWED.contains(type.getName());
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
        || isPartOfPathNet(element)
        || PLAIN_PACKAGES.contains(element.getPackageName());
  }

  /** A message without its full stop, to stand within a sentence. */
  private static String clause(Throwable e) {
    return String.valueOf(e.getMessage()).replaceFirst("\\.$", "");
  }

  private static String sentence(Reading reading, File file, String why) {
    return reading.role()
        + " "
        + file
        + " "
        + why
        + "; give a file that was saved by this version of PathNetClassifier.";
  }
}
