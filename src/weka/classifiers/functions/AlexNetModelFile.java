package weka.classifiers.functions;

import emotiontransfer.alexnet.TrainedAlexNet;
import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPInputStream;
import weka.core.WekaException;

/**
 * Reads a model file that may come from a stranger: only the classes of a saved FineTunedAlexNet
 * are let in, and only as much of them as such a file can hold. The support vector machine in it
 * stays bytes.
 */
final class AlexNetModelFile {

  private static final long MOST_BYTES = 1L << 31;
  private static final int MOST_DEPTH = 8;
  private static final int MOST_REFERENCES = 1000;

  private static final Set<String> ALLOWED =
      Set.of(
          "weka.classifiers.functions.FineTunedAlexNet",
          "weka.classifiers.functions.AlexNetOptions",
          "weka.classifiers.RandomizableClassifier",
          "weka.classifiers.AbstractClassifier",
          "emotiontransfer.alexnet.Decision",
          "java.lang.Enum",
          "java.lang.String",
          "java.io.File");

  private AlexNetModelFile() {}

  /**
   * Reads the network of a saved classifier.
   *
   * @param file as Weka saves it ({@code -d}, Explorer), gzipped or not
   * @return the network
   * @throws WekaException naming the file and what is wrong with it
   */
  static TrainedAlexNet read(File file) throws WekaException {
    AtomicReference<String> refused = new AtomicReference<>();
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(file.toPath()));
        ObjectInputStream in = new ObjectInputStream(unzipped(raw))) {
      in.setObjectInputFilter(info -> check(info, refused));
      if (in.readObject() instanceof FineTunedAlexNet classifier) {
        return classifier.model();
      }
      throw new WekaException(sentence(file, "does not hold a FineTunedAlexNet"));
    } catch (NoSuchFileException e) {
      throw new WekaException(sentence(file, "does not exist"), e);
    } catch (IOException
        | ClassNotFoundException
        | RuntimeException
        | StackOverflowError
        | OutOfMemoryError e) {
      String found = refused.get();
      String why =
          found == null
              ? "is not a readable FineTunedAlexNet model: "
                  + String.valueOf(e.getMessage()).replaceFirst("\\.$", "")
              : "holds " + found + ", which a FineTunedAlexNet model does not";
      throw new WekaException(sentence(file, why), e);
    }
  }

  private static InputStream unzipped(InputStream raw) throws IOException {
    raw.mark(2);
    boolean zipped = raw.read() == 0x1f && raw.read() == 0x8b;
    raw.reset();
    return zipped ? new GZIPInputStream(raw) : raw;
  }

  private static ObjectInputFilter.Status check(
      ObjectInputFilter.FilterInfo info, AtomicReference<String> refused) {
    Class<?> type = info.serialClass();
    boolean known = type == null || ALLOWED.contains(type.getName());
    boolean small =
        info.arrayLength() <= 0
            && info.depth() <= MOST_DEPTH
            && info.references() <= MOST_REFERENCES
            && info.streamBytes() <= MOST_BYTES;
    if (known && small) {
      return ObjectInputFilter.Status.ALLOWED;
    }
    refused.compareAndSet(null, known ? "too large an object graph" : "a " + type.getName());
    return ObjectInputFilter.Status.REJECTED;
  }

  private static String sentence(File file, String why) {
    return "Source model "
        + file
        + " "
        + why
        + "; give a file that was saved by this version of FineTunedAlexNet.";
  }
}
