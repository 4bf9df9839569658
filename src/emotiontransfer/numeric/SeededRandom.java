package emotiontransfer.numeric;

import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.lang3.ArrayUtils;

/**
 * The generator of {@link Random}, number for number, whose state can be kept and restored: a
 * continued evolution must draw what an uninterrupted one would have drawn. The state does not hold
 * the second of a pair of Gaussian numbers. Not for several threads.
 */
public final class SeededRandom extends Random {

  private static final long serialVersionUID = 1L;

  /** As {@link Random} documents them. */
  private static final long MULTIPLIER = 0x5DEECE66DL;

  private static final long ADDEND = 0xBL;
  private static final int STATE_BITS = 48;
  private static final long MASK = (1L << STATE_BITS) - 1;

  private long state;

  public SeededRandom(long seed) {
    super(seed);
  }

  public static SeededRandom ofState(long state) {
    SeededRandom random = new SeededRandom(0);
    random.state = state & MASK;
    return random;
  }

  public long state() {
    return state;
  }

  @Override
  public void setSeed(long seed) {
    state = (seed ^ MULTIPLIER) & MASK;
  }

  @Override
  protected int next(int bits) {
    state = (state * MULTIPLIER + ADDEND) & MASK;
    return (int) (state >>> (STATE_BITS - bits));
  }

  /** Returns the numbers from 0 in a random order (Fisher and Yates). */
  public int[] order(int count) {
    int[] order = IntStream.range(0, count).toArray();
    ArrayUtils.shuffle(order, this);
    return order;
  }
}
