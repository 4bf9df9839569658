package emotiontransfer.weka.classify;

import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.zip.GZIPInputStream;
import weka.core.WekaException;

/**
 * How a model file is read that may come from a stranger: only known classes are let in, and only
 * as much of them as such a file can hold.
 *
 * @param role what messages call the file
 * @param scheme name of the classifier that the file should hold
 * @param known tells which classes are let in
 * @param mostDepth largest depth of the object graph
 * @param mostObjects largest number of references in it
 * @param mostBytes largest size of the file, unzipped
 * @param mostElements gives the longest array of a class
 */
record ModelFileRules(
    String role,
    String scheme,
    Predicate<Class<?>> known,
    int mostDepth,
    int mostObjects,
    long mostBytes,
    ToLongFunction<Class<?>> mostElements) {

  /**
   * Reads an object.
   *
   * @param file as Weka saves it ({@code -d}, Explorer), gzipped or not
   * @throws WekaException naming the file and what is wrong with it
   */
  Object read(File file) throws WekaException {
    AtomicReference<String> refused = new AtomicReference<>();
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(file.toPath()));
        ObjectInputStream in = new PackageObjects(unzipped(raw))) {
      in.setObjectInputFilter(info -> check(info, refused));
      return in.readObject();
    } catch (NoSuchFileException e) {
      throw new WekaException(sentence(file, "does not exist"), e);
    } catch (IOException
        | ClassNotFoundException
        | RuntimeException
        | StackOverflowError
        | OutOfMemoryError e) {
      String found = refused.get();
      throw found == null
          ? unreadable(file, e)
          : new WekaException(
              sentence(file, "holds " + found + ", which a " + scheme + " model does not"), e);
    }
  }

  /**
   * Returns the model of a classifier that was read.
   *
   * @param file named in the message
   * @param model gives it, or throws an {@code IllegalStateException} where there is none
   * @throws WekaException if the classifier was saved untrained
   */
  <T> T trained(File file, Supplier<T> model) throws WekaException {
    try {
      return model.get();
    } catch (IllegalStateException e) {
      throw unreadable(file, e);
    }
  }

  /** Returns the exception about a file that holds something else. */
  WekaException misses(File file, String what) {
    return new WekaException(sentence(file, "does not hold a " + what));
  }

  private WekaException unreadable(File file, Throwable e) {
    // Without its full stop the message stands within a sentence.
    String clause = String.valueOf(e.getMessage()).replaceFirst("\\.$", "");
    String why = "is not a readable " + scheme + " model: " + clause;
    return new WekaException(sentence(file, why), e);
  }

  private String sentence(File file, String why) {
    return role
        + " "
        + file
        + " "
        + why
        + "; give a file that was saved by this version of "
        + scheme
        + ".";
  }

  private ObjectInputFilter.Status check(
      ObjectInputFilter.FilterInfo info, AtomicReference<String> refused) {
    Class<?> type = info.serialClass();
    boolean isKnown = type == null || known.test(type);
    boolean small =
        info.arrayLength() <= mostElements.applyAsLong(type)
            && info.depth() <= mostDepth
            && info.references() <= mostObjects
            && info.streamBytes() <= mostBytes;
    if (isKnown && small) {
      return ObjectInputFilter.Status.ALLOWED;
    }
    refused.compareAndSet(null, isKnown ? "too large an object graph" : "a " + type.getName());
    return ObjectInputFilter.Status.REJECTED;
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
        return Class.forName(description.getName(), false, ModelFileRules.class.getClassLoader());
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
}
