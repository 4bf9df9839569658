package emotiontransfer.numeric;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.lang3.function.FailableSupplier;
import org.junit.Test;

/** Bytes of models, written and read back, and false lengths. */
public class BinaryReaderTest {

  private static BinaryReader reader(byte[] bytes) {
    return new BinaryReader(new ByteArrayInputStream(bytes), bytes.length);
  }

  @Test
  public void whatIsWrittenIsReadAndHashedAlike() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BinaryWriter out = new BinaryWriter(bytes);
    out.integers(7, -1);
    out.real(0.1);
    out.list(List.of("Ärger", ""), out::text);
    out.list(List.of(1.5, 2.5), out::real);
    out.floats(new float[] {1, Float.NaN});
    out.uncounted(3, 4);
    byte[] hash = out.hash();
    BinaryReader in = reader(bytes.toByteArray());
    assertEquals(7, in.integer());
    assertEquals(-1, in.integer());
    assertEquals(0.1, in.real(), 0);
    assertEquals(List.of("Ärger", ""), in.list(in::text));
    assertEquals(List.of(1.5, 2.5), in.list(in::real));
    assertArrayEquals(new float[] {1, Float.NaN}, in.floats(2), 0);
    assertArrayEquals(new float[] {3, 4}, in.uncounted(2), 0);
    assertArrayEquals(hash, in.hash());
    assertEquals(Sha256.hex(bytes.toByteArray()), HexFormat.of().formatHex(hash));
  }

  @Test
  public void aFalseLengthEndsInAClauseAndTakesNoMemory() {
    byte[] large = ByteBuffer.allocate(8).putInt(Integer.MAX_VALUE).array();
    byte[] negative = ByteBuffer.allocate(8).putInt(-5).array();
    assertTrue(message(reader(large)::text).contains("truncated"));
    BinaryReader list = reader(large);
    assertTrue(message(() -> list.list(list::text)).contains("truncated"));
    assertTrue(message(reader(negative)::text).contains("a length of -5"));
    assertTrue(message(() -> reader(large).floats(2)).contains("where 2 belong"));
  }

  private static String message(FailableSupplier<?, IOException> reading) {
    String message = assertThrows(IOException.class, reading::get).getMessage();
    assertTrue(message, message.startsWith("is "));
    return message;
  }
}
