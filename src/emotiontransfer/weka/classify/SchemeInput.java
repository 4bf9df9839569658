package emotiontransfer.weka.classify;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InvalidClassException;
import java.io.ObjectInputFilter.FilterInfo;
import java.io.ObjectInputFilter.Status;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.commons.io.input.CountingInputStream;

/**
 * Reads the schemes in a file of Java's serialization, whatever they stand in.
 *
 * <p>Only the classes of a saved scheme are loaded. Objects of all others, such as a
 * FilteredClassifier with its filter, are passed over: their bytes are read, but no such object is
 * made, so that none of their code runs. An array takes no more memory than the file has bytes.
 */
final class SchemeInput extends ObjectInputStream {

  /** A FilteredClassifier of a MultiFilter has 9. */
  private static final int MOST_DEPTH = 20;

  /** What Java's stream holds back of its source. */
  private static final int BLOCK = 1 << 10;

  private static final String LARGE = "too large an object graph for its size";

  /** What a saved scheme consists of, and what stood in the fields of those of version 0.1.0. */
  private static final Set<String> LOADED =
      Set.of(
          SavedScheme.class.getName(),
          AbstractSegmentClassifier.class.getName(),
          "weka.classifiers.RandomizableClassifier",
          "weka.classifiers.AbstractClassifier",
          "emotiontransfer.pathnet.Pooling",
          "emotiontransfer.alexnet.Decision",
          "java.lang.Enum",
          "java.io.File",
          "[Ljava.io.File;",
          "[Ljava.lang.String;");

  private final CountingInputStream source;
  private final long size;
  private final String scheme;
  private final List<String> passedOver = new ArrayList<>();
  private final List<AbstractSegmentClassifier<?>> schemes = new ArrayList<>();

  /**
   * What was found in a file.
   *
   * @param type class of the object in the file
   * @param passedOver classes of which no object was made, the outermost first
   * @param schemes all that there are, trained or not
   */
  record Found(String type, List<String> passedOver, List<AbstractSegmentClassifier<?>> schemes) {}

  private SchemeInput(CountingInputStream source, long size, String scheme) throws IOException {
    super(source);
    this.source = source;
    this.size = size;
    this.scheme = scheme;
    enableResolveObject(true);
    setObjectInputFilter(this::check);
  }

  /**
   * Reads a file.
   *
   * @param in its bytes
   * @param size how many there are
   * @param scheme name of the only class of schemes that is loaded
   * @throws IOException if it is none of Java's serialization, or too deep, or too large
   */
  static Found read(InputStream in, long size, String scheme) throws IOException {
    try (SchemeInput input = new SchemeInput(new CountingInputStream(in), size, scheme)) {
      String type;
      try {
        Object read = input.readObject();
        type = read == null ? "null" : read.getClass().getName();
      } catch (ClassNotFoundException e) {
        type = input.passedOver.get(0);
      }
      return new Found(type, List.copyOf(input.passedOver), List.copyOf(input.schemes));
    } catch (EOFException e) {
      throw new IOException("it is truncated", e);
    } catch (InvalidClassException e) {
      boolean rejected = String.valueOf(e.getMessage()).contains("REJECTED");
      throw rejected ? new IOException("it claims " + LARGE, e) : e;
    }
  }

  /** Returns the bytes that are left of a stream, or more where it does not know. */
  static long left(ObjectInputStream in) {
    return in instanceof SchemeInput own
        ? own.size - own.source.getByteCount() + BLOCK
        : Long.MAX_VALUE;
  }

  @Override
  protected Class<?> resolveClass(ObjectStreamClass description) throws ClassNotFoundException {
    String name = description.getName();
    boolean plainArray = name.matches("\\[[ZBCSIJFD]");
    if (plainArray || name.equals(scheme) || LOADED.contains(name)) {
      return Class.forName(name, false, SchemeInput.class.getClassLoader());
    }
    passedOver.add(name);
    throw new ClassNotFoundException(name);
  }

  @Override
  protected Class<?> resolveProxyClass(String[] interfaces) throws ClassNotFoundException {
    String name = "proxy of " + String.join(", ", interfaces);
    passedOver.add(name);
    throw new ClassNotFoundException(name);
  }

  @Override
  protected Object resolveObject(Object read) {
    if (read instanceof AbstractSegmentClassifier<?> one) {
      schemes.add(one);
    }
    return read;
  }

  private Status check(FilterInfo info) {
    boolean fits =
        info.depth() <= MOST_DEPTH && bytes(info) <= Math.max(0, size - info.streamBytes());
    return fits ? Status.ALLOWED : Status.REJECTED;
  }

  /** Returns the least number of bytes of the elements of an array that is loaded. */
  private static long bytes(FilterInfo info) {
    if (info.serialClass() == null || info.arrayLength() < 0) {
      return 0;
    }
    Class<?> element = info.serialClass().getComponentType();
    long width =
        element == long.class || element == double.class
            ? Long.BYTES
            : element == int.class || element == float.class
                ? Integer.BYTES
                : element == char.class || element == short.class ? Short.BYTES : Byte.BYTES;
    return width * info.arrayLength();
  }
}
