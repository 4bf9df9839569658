package emotiontransfer.weka.classify;

import com.sun.management.ThreadMXBean;
import emotiontransfer.pathnet.model.ModelFormat;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import weka.core.WekaException;

/**
 * Damages a model file at every place: one sentence or a model must be the result, never an error,
 * and no more time or memory than a file of its size deserves.
 *
 * <p>Damaged numbers of the package's own format get a checksum that fits, as a stranger can make
 * it; only so do they reach what is behind the checksum.
 */
public final class ModelTorture {

  private static final long MOST_BYTES = 64L << 20;
  private static final long MOST_NANOS = 10_000_000_000L;
  private static final int HASH = 8;
  private static final int BODY = 40;
  private static final int[] NUMBERS = {Integer.MAX_VALUE, Integer.MIN_VALUE, -1, 1 << 28};

  private final byte[] whole;
  private final Path file;
  private final List<String> faults = new ArrayList<>();
  private int tries;
  private int read;

  private ModelTorture(byte[] whole, Path file) {
    this.whole = whole;
    this.file = file;
  }

  /**
   * What happened.
   *
   * @param tries damaged files that were read
   * @param read those of them that still gave a model
   * @param faults what was neither a model nor one sentence, empty if all is well
   */
  public record Result(int tries, int read, List<String> faults) {}

  /**
   * Damages a file in many ways, always the same ones.
   *
   * @param whole a {@code .pathnet}, or a {@code .model} that is not gzipped
   * @param file the place of the damaged ones, which replace each other
   * @param every only the places whose number is a multiple of this; 1 for all of them
   */
  public static Result of(byte[] whole, Path file, int every) throws Exception {
    ModelTorture torture = new ModelTorture(whole, file);
    SplittableRandom random = new SplittableRandom(every);
    for (int at = 0; at < whole.length; at += every) {
      torture.attempt("cut at " + at, Arrays.copyOf(whole, at));
      torture.damage(at, random.nextInt());
    }
    Files.deleteIfExists(file);
    return new Result(torture.tries, torture.read, List.copyOf(torture.faults));
  }

  private void damage(int at, int random) throws Exception {
    byte[] flipped = whole.clone();
    flipped[at] ^= (byte) (1 << (random & 7));
    attempt("flipped bit in byte " + at, flipped);
    attempt("the same with a checksum that fits, in byte " + at, signed(flipped.clone()));
    int number = NUMBERS[(random >>> 8) % NUMBERS.length];
    if (at + Integer.BYTES <= whole.length) {
      byte[] changed = whole.clone();
      ByteBuffer.wrap(changed).putInt(at, random % 5 == 0 ? random : number);
      attempt("other number at " + at, signed(changed));
    }
  }

  private void attempt(String what, byte[] content) throws Exception {
    Files.write(file, content);
    tries++;
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long bytes = threads.getCurrentThreadAllocatedBytes();
    long start = System.nanoTime();
    try {
      ModelFile.pathNetAnywhere(file.toFile());
      read++;
    } catch (WekaException rejection) {
      String message = rejection.getMessage();
      if (!message.contains(file.toString())
          || message.contains("\n")
          || message.contains("null")) {
        faults.add(what + ": the sentence is '" + message + "'");
      }
    } catch (Throwable e) {
      faults.add(what + ": " + e);
    }
    long allocated = threads.getCurrentThreadAllocatedBytes() - bytes;
    long nanos = System.nanoTime() - start;
    if (allocated > MOST_BYTES || nanos > MOST_NANOS) {
      faults.add("%s: %s bytes in %s ns".formatted(what, allocated, nanos));
    }
  }

  /** Makes the checksum of the package's own bytes fit, which may stand in a Java object. */
  private static byte[] signed(byte[] content) throws Exception {
    int start = 0;
    while (start < content.length
        && !ModelFormat.isModel(Arrays.copyOfRange(content, start, start + Integer.BYTES))) {
      start++;
    }
    if (start + BODY < content.length) {
      // In a serialized model some bytes of Java's stream stand behind the array.
      int end = start == 0 ? content.length : start + arrayLength(content, start);
      if (end > start + BODY && end <= content.length) {
        byte[] body = Arrays.copyOfRange(content, start + BODY, end);
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
        System.arraycopy(hash, 0, content, start + HASH, hash.length);
      }
    }
    return content;
  }

  private static int arrayLength(byte[] content, int start) {
    return ByteBuffer.wrap(content).getInt(start - Integer.BYTES);
  }
}
