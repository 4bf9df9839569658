package emotiontransfer.data;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

public class FloatSegmentsTest {

  @Test
  public void lastSegmentMayEndWhereItsRowsEnd() {
    FloatSegments block = new FloatSegments(new float[2 * 10], 2, 4, 10, 3, 3);
    assertEquals(6, block.offset(2));
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
