package emotiontransfer.data;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;

import emotiontransfer.data.Provenance.LevelRange;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.Test;

public class LevelRangeTest {

  @Test
  public void rangeIsFromTheFirstToThe99thPercentile() {
    DoubleStream levels = IntStream.rangeClosed(0, 100).mapToDouble(i -> -i);
    assertEquals(new LevelRange(-99, -1), LevelRange.of(levels));
    // Between ranks: 1 % and 99 % of the way from one clip to the other.
    LevelRange two = LevelRange.of(DoubleStream.of(-20, -10));
    assertEquals(-19.9, two.low(), 1e-12);
    assertEquals(-10.1, two.high(), 1e-12);
    assertEquals(new LevelRange(-7, -7), LevelRange.of(DoubleStream.of(-7)));
  }

  @Test
  public void clipsWithoutALevelDoNotCount() {
    DoubleStream some = DoubleStream.of(Double.NaN, -7, Double.NaN);
    assertEquals(new LevelRange(-7, -7), LevelRange.of(some));
    assertEquals(LevelRange.UNKNOWN, LevelRange.of(DoubleStream.of(Double.NaN)));
    assertEquals(LevelRange.UNKNOWN, LevelRange.of(DoubleStream.empty()));
    assertFalse(LevelRange.UNKNOWN.isKnown());
  }

  @Test
  public void endsInTheWrongOrderAreRejected() {
    for (double high : new double[] {-10.5, Double.NaN}) {
      assertThrows(IllegalArgumentException.class, () -> new LevelRange(-10, high));
    }
    assertThrows(IllegalArgumentException.class, () -> new LevelRange(Double.NaN, -10));
  }
}
