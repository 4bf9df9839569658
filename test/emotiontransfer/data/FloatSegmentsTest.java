package emotiontransfer.data;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

public class FloatSegmentsTest {

  @Test
  public void lastSegmentMayEndWhereItsRowsEnd() {
    float[] values = new float[2 * 10];
    values[6] = 1;
    values[19] = 2;
    FloatSegments block = new FloatSegments(values, 2, 4, 10, 3, 3);
    assertEquals(1, block.value(2, 0), 0);
    assertEquals(2, block.value(2, 7), 0);
    assertEquals(2 * 10 * 4 + 64, block.bytes());
  }

  @Test
  public void segmentBeyondItsRowsIsRejected() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> new FloatSegments(new float[2 * 9], 2, 4, 9, 3, 3));
    assertTrue(e.getMessage(), e.getMessage().contains("do not fit into rows of 9 values"));
  }

  @Test
  public void tooFewValuesAreRejected() {
    assertThrows(
        IllegalArgumentException.class, () -> new FloatSegments(new float[19], 2, 4, 10, 3, 3));
  }
}
