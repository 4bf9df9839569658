package emotiontransfer.torture;

import emotiontransfer.numeric.Sha256;
import emotiontransfer.pathnet.Blobs;
import emotiontransfer.pathnet.PathNetModel;
import emotiontransfer.pathnet.model.ModelFormat;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * A small model of which every byte is damaged, one after the other, under its old checksum and
 * under a right one; then as many random damages, and cuts at every length.
 */
final class ModelTorture {

  private static final int PREFIX = 40;
  private static final int HASH = 8;
  private static final int INPUTS = 12;

  private final com.sun.management.ThreadMXBean memory =
      (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
  private int tries;
  private int read;
  private int wrong;
  private int other;
  private int greedy;
  private long most;
  private String odd = "";

  private ModelTorture() {}

  static Fault run(long seed, int random) throws Exception {
    byte[] whole = ModelFormat.toBytes(Blobs.learn(3, 40, 2, 5));
    ModelTorture torture = new ModelTorture();
    for (int at = 0; at < whole.length; at++) {
      byte[] flipped = whole.clone();
      flipped[at] = (byte) ~flipped[at];
      torture.attempt(flipped, at + " flipped");
      torture.attempt(signed(flipped), at + " flipped and signed");
      torture.attempt(Arrays.copyOf(whole, at), "cut at " + at);
    }
    SplittableRandom numbers = new SplittableRandom(seed);
    for (int i = 0; i < random; i++) {
      byte[] damaged = whole.clone();
      int at = PREFIX + numbers.nextInt(whole.length - PREFIX - 4);
      ByteBuffer.wrap(damaged).putInt(at, numbers.nextInt() >> numbers.nextInt(32));
      torture.attempt(signed(damaged), "number " + i);
    }
    return torture.fault();
  }

  private static byte[] signed(byte[] bytes) {
    byte[] copy = bytes.clone();
    var digest = Sha256.digest();
    digest.update(copy, PREFIX, copy.length - PREFIX);
    System.arraycopy(digest.digest(), 0, copy, HASH, PREFIX - HASH);
    return copy;
  }

  private void attempt(byte[] bytes, String name) {
    tries++;
    long before = memory.getCurrentThreadAllocatedBytes();
    try {
      PathNetModel model = ModelFormat.fromBytes(bytes);
      read++;
      if (!isFinite(model)) {
        wrong++;
        odd += "; " + name + " is not finite";
      }
    } catch (IOException e) {
      long taken = memory.getCurrentThreadAllocatedBytes() - before;
      most = Math.max(most, taken);
      if (taken > Fault.MOST_KILOBYTES * 1024) {
        greedy++;
        odd += greedy > 1 ? "" : "; " + name + " takes " + (taken >> 20) + " MB";
      }
    } catch (Throwable e) {
      other++;
      odd += "; " + name + ": " + e;
    }
  }

  private static boolean isFinite(PathNetModel model) {
    float[] sample = Blobs.sample(0, INPUTS, new Random(3));
    double sum = 0;
    for (double probability : model.probabilities(new float[][] {sample})[0]) {
      sum += probability;
    }
    return Double.isFinite(sum);
  }

  private Fault fault() {
    return new Fault(
        "model, every byte damaged",
        tries,
        other + greedy,
        wrong,
        0,
        String.format(
            Locale.ROOT,
            "%d read, %d rejected with a reason, %d other; a rejected one takes at most %d MB%s",
            read,
            tries - read - other,
            other,
            most >> 20,
            odd));
  }
}
