package emotiontransfer.weka.gui.sources;

import emotiontransfer.file.FileBytes;
import emotiontransfer.pathnet.model.ModelFormat;
import emotiontransfer.pathnet.model.ModelHeader;
import emotiontransfer.weka.classify.SavedScheme;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectStreamConstants;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.apache.commons.lang3.ClassUtils;
import weka.classifiers.meta.FilteredClassifier;

/**
 * Reads what stands before the weights of a model file, in a few milliseconds however large it is.
 *
 * <p>In a file of Java's serialization the model's own bytes lie in one piece behind the name of
 * the scheme and its options. They are looked for, nothing is deserialized.
 */
final class SourceFile {

  /** Names, options, and with a long lineage some thousand names of subjects. */
  private static final int BEGINNING = 1 << 20;

  private static final String FUNCTIONS = "weka.classifiers.functions.";
  private static final String WANTED = FUNCTIONS + "PathNetClassifier";

  /**
   * The object in a file: a scheme that stands in nothing else, now and in version 0.1.0, or not.
   */
  private static final Set<String> OUTERMOST =
      Set.of(SavedScheme.class.getName(), WANTED, FilteredClassifier.class.getName());

  private static final String OTHER = "holds a %s instead of a PathNetClassifier";

  private SourceFile() {}

  /**
   * Reads a header.
   *
   * @throws IOException with a clause that says what the file is instead of a PathNet
   */
  static ModelHeader header(File file) throws IOException {
    FileBytes bytes = FileBytes.beginningOf(file);
    byte[] beginning;
    try (InputStream in = bytes.open()) {
      beginning = in.readNBytes(BEGINNING);
    }
    if (ModelFormat.isModel(beginning)) {
      return ModelFormat.header(new ByteArrayInputStream(beginning), bytes.size());
    }
    String type = type(beginning);
    if (!OUTERMOST.contains(type)) {
      throw new IOException(OTHER.formatted(ClassUtils.getShortClassName(type)));
    }
    for (int at = 0; at < beginning.length; at++) {
      byte[] rest =
          Arrays.copyOfRange(beginning, at, Math.min(at + 2 * Integer.BYTES, beginning.length));
      // Names of classes begin with the same letters; versions have three zeros in front.
      if (ModelFormat.isModel(rest) && rest.length > Integer.BYTES && rest[Integer.BYTES] == 0) {
        int length = beginning.length - at;
        return ModelFormat.header(
            new ByteArrayInputStream(beginning, at, length), bytes.size() - at);
      }
    }
    throw new IOException(
        text(beginning).contains(FUNCTIONS + "FineTunedAlexNet")
            ? OTHER.formatted("FineTunedAlexNet")
            : "holds no model that was built");
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** Returns the class of the first object. */
  private static String type(byte[] bytes) throws IOException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      boolean object =
          in.readShort() == ObjectStreamConstants.STREAM_MAGIC
              && in.readShort() == ObjectStreamConstants.STREAM_VERSION
              && in.readByte() == ObjectStreamConstants.TC_OBJECT
              && in.readByte() == ObjectStreamConstants.TC_CLASSDESC;
      if (object) {
        return in.readUTF();
      }
    } catch (EOFException e) {
      throw new IOException("is truncated", e);
    }
    throw new IOException("is no model of PathNetClassifier");
  }
}
