package emotiontransfer.torture;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Damages the bytes of a file: the same seed and number give the same damage. Half of the places
 * are in the first 512 bytes, where headers are, and half of the files get right checksums again.
 */
final class Mutation {

  private static final int HEADER = 512;
  private static final int MOST_DAMAGES = 4;
  private static final int LONGEST_BLOCK = 400;

  /** Values that arithmetic on sizes fails at, big- or little-endian. */
  private static final int[] EXTREMES = {
    0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, 0xFFFF, 0x10000, 0x00FFFFFF, 0x7FFF0000
  };

  private final SplittableRandom random;
  private byte[] bytes;

  private Mutation(byte[] whole, SplittableRandom random) {
    bytes = whole.clone();
    this.random = random;
  }

  /** Returns a damaged copy of a whole file. */
  static byte[] of(Format format, byte[] whole, long seed, int number) {
    SplittableRandom random =
        new SplittableRandom(seed * 1_000_003 + number * 31L + format.name().hashCode());
    Mutation mutation = new Mutation(whole, random);
    for (int damages = 1 + random.nextInt(MOST_DAMAGES); damages > 0; damages--) {
      mutation.damage();
    }
    if (random.nextBoolean()) {
      Checksums.repair(format, mutation.bytes);
    }
    return mutation.bytes;
  }

  private void damage() {
    if (bytes.length < 8) {
      return;
    }
    int at = place();
    switch (random.nextInt(7)) {
      case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> bytes[at] = (byte) random.nextInt(256);
      case 2 -> extreme(Math.min(at, bytes.length - 4));
      case 3 -> splice(at, block(at), 0);
      case 4 -> splice(at, 0, block(at));
      case 5 -> Arrays.fill(bytes, at, at + block(at), (byte) random.nextInt(256));
      default -> truncate(at);
    }
  }

  private int place() {
    return random.nextInt(random.nextBoolean() ? Math.min(HEADER, bytes.length) : bytes.length);
  }

  private int block(int at) {
    return 1 + random.nextInt(Math.min(LONGEST_BLOCK, bytes.length - at));
  }

  private void extreme(int at) {
    int value = EXTREMES[random.nextInt(EXTREMES.length)];
    value = random.nextBoolean() ? value : Integer.reverseBytes(value);
    for (int i = 0; i < 4; i++) {
      bytes[at + i] = (byte) (value >>> 8 * i);
    }
  }

  /** Removes bytes at a place, and repeats some. */
  private void splice(int at, int removed, int repeated) {
    byte[] spliced = new byte[bytes.length - removed + repeated];
    System.arraycopy(bytes, 0, spliced, 0, at + repeated);
    System.arraycopy(bytes, at + removed, spliced, at + repeated, bytes.length - at - removed);
    bytes = spliced;
  }

  /** Cuts the end off, seldom: what is cut is the same for all that follows. */
  private void truncate(int at) {
    if (random.nextInt(4) == 0) {
      bytes = Arrays.copyOf(bytes, Math.max(1, at));
    } else {
      bytes[at] = (byte) ~bytes[at];
    }
  }
}
