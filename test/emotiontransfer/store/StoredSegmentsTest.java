package emotiontransfer.store;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import emotiontransfer.data.FloatSegments;
import emotiontransfer.data.SegmentBlock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.Test;

public class StoredSegmentsTest {

  private static final FloatSegments VALUES =
      new FloatSegments(new float[] {1, 2, 3, 4, 5}, 1, 3, 5, 2, 2);

  private final List<String> calls = new ArrayList<>();
  private boolean isMapped = true;
  private SegmentBlock decoded = VALUES;

  private StoredSegments segments(String failure) {
    return new StoredSegments(
        ArrayLayout.of(VALUES).orElseThrow(),
        new StoredSegments.Source() {

          @Override
          public StoredSegments.Opened open(boolean verify) throws IOException {
            calls.add(verify ? "verify" : "open");
            if (!failure.isEmpty()) {
              throw new IOException(failure);
            }
            return new StoredSegments.Opened(VALUES, isMapped);
          }

          @Override
          public SegmentBlock decode(IOException why) {
            calls.add(why.getMessage());
            return decoded;
          }
        });
  }

  @Test
  public void nothingIsOpenedBeforeAValueIsWanted() {
    StoredSegments segments = segments("");
    assertEquals(2, segments.segments());
    assertEquals(3, segments.length());
    assertFalse(segments.ofBytes());
    assertFalse(segments.isOpen());
    assertEquals(List.of(), calls);
  }

  @Test
  public void checksumIsComparedTheFirstTimeAlone() {
    StoredSegments segments = segments("");
    assertEquals(5, segments.value(1, 2), 0);
    assertEquals(4, segments.value(1, 1), 0);
    segments.close();
    assertEquals(3, segments.value(1, 0), 0);
    assertEquals(List.of("verify", "open"), calls);
  }

  @Test
  public void copyInTheHeapIsNotKept() {
    isMapped = false;
    StoredSegments segments = segments("");
    assertEquals(5, segments.value(1, 2), 0);
    assertEquals(5, segments.value(1, 2), 0);
    assertFalse(segments.isOpen());
    assertEquals(List.of("verify", "open"), calls);
  }

  @Test
  public void whatWasDecodedAnewIsKept() {
    StoredSegments segments = segments("the disk is gone");
    assertEquals(5, segments.value(1, 2), 0);
    assertEquals(5, segments.value(1, 2), 0);
    assertTrue(segments.isOpen());
    assertEquals(List.of("verify", "the disk is gone"), calls);
  }

  @Test
  public void otherSegmentsThanBeforeAreAnError() {
    decoded = new FloatSegments(new float[3], 1, 3, 3, 2, 1);
    StoredSegments segments = segments("the disk is gone");
    assertEquals(
        "The segments of a clip are no longer in the store (the disk is gone), and it cannot be"
            + " decoded anew: the clip has other segments than before",
        assertThrows(UncheckedIOException.class, () -> segments.value(0, 0)).getMessage());
  }
}
