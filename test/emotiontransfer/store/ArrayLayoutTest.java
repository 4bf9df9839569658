package emotiontransfer.store;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assume.assumeTrue;

import emotiontransfer.data.ByteSegments;
import emotiontransfer.data.FloatSegments;
import emotiontransfer.data.SegmentBlock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class ArrayLayoutTest {

  /** What np.save of NumPy 2 writes before the values of {@code np.zeros((2, 5), '<f4')}. */
  private static final String GOLDEN =
      "\u0093NUMPY\u0001\u0000v\u0000{'descr': '<f4', 'fortran_order': False, 'shape': (2, 5), }"
          + " ".repeat(58)
          + "\n";

  private static final FloatSegments OVERLAPPING =
      new FloatSegments(new float[] {1, 2, 3, 4, 5, -1, -2, Float.NaN, -4, 1e-30f}, 2, 3, 5, 2, 2);

  private static final ByteSegments CROPS =
      new ByteSegments(List.of(new byte[] {0, 1, 127}, new byte[] {-128, -1, 64}));

  private static final FloatSegments VECTORS =
      new FloatSegments(new float[] {1, 2, 3, 4, 5, 6}, 1, 3, 6, 3, 2);

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private static byte[] file(SegmentBlock block) {
    return ArrayLayout.of(block).orElseThrow().file(block);
  }

  @Test
  public void headerIsByteForByteThatOfFormat1() {
    byte[] golden = GOLDEN.getBytes(StandardCharsets.ISO_8859_1);
    assertEquals(128, golden.length);
    assertArrayEquals(golden, ArrayLayout.of(OVERLAPPING).orElseThrow().header());
  }

  @Test
  public void valuesFollowInOrderAsLittleEndianFloats() {
    byte[] file = file(OVERLAPPING);
    assertEquals(128 + 10 * 4, file.length);
    assertArrayEquals(new byte[] {0, 0, (byte) 0x80, 0x3F}, slice(file, 128));
    assertArrayEquals(new byte[] {0, 0, 0, (byte) 0xC0}, slice(file, 128 + 6 * 4));
  }

  private static byte[] slice(byte[] file, int from) {
    return Arrays.copyOfRange(file, from, from + 4);
  }

  @Test
  public void segmentsWithoutCommonValuesAreRowsOfTheArray() {
    String header = new String(file(CROPS), StandardCharsets.ISO_8859_1);
    assertEquals("'descr': '|u1'", header.substring(11, 25));
    assertEquals("'shape': (2, 3)", header.substring(51, 66));
    assertEquals(
        "'shape': (2, 3)",
        new String(file(VECTORS), StandardCharsets.ISO_8859_1).substring(51, 66));
  }

  @Test
  public void numPyWritesTheSameFilesAndReadsTheseValues() throws Exception {
    Path root = folder.getRoot().toPath();
    assumeTrue("needs python3 with NumPy", python("import numpy", root) == 0);
    Files.write(root.resolve("a.npy"), file(OVERLAPPING));
    Files.write(root.resolve("b.npy"), file(CROPS));
    Files.write(root.resolve("c.npy"), file(VECTORS));
    String program =
        """
        import numpy as np
        a = np.load('a.npy', mmap_mode='r')
        w = np.array([[1, 2, 3, 4, 5], [-1, -2, np.nan, -4, 1e-30]], '<f4')
        assert a.dtype == w.dtype and np.array_equal(a, w, equal_nan=True)
        np.save('a2.npy', w)
        assert open('a.npy', 'rb').read() == open('a2.npy', 'rb').read()
        b = np.load('b.npy', mmap_mode='r')
        assert b.dtype == np.uint8 and b.tolist() == [[0, 1, 127], [128, 255, 64]]
        np.save('b2.npy', np.array(b))
        assert open('b.npy', 'rb').read() == open('b2.npy', 'rb').read()
        assert np.load('c.npy', mmap_mode='r').tolist() == [[1, 2, 3], [4, 5, 6]]
        """;
    assertEquals(0, python(program, root));
  }

  private static int python(String program, Path folder) throws InterruptedException {
    try {
      return new ProcessBuilder("python3", "-c", program)
          .directory(folder.toFile())
          .inheritIO()
          .start()
          .waitFor();
    } catch (IOException e) {
      return -1;
    }
  }

  @Test
  public void layoutThatDoesNotFitIsRejected() {
    assertThrows(IllegalArgumentException.class, () -> new ArrayLayout(false, 2, 4, 3, 2, 2));
    assertThrows(
        IllegalArgumentException.class, () -> new ArrayLayout(false, 1 << 16, 1 << 16, 1, 1, 1));
  }
}
