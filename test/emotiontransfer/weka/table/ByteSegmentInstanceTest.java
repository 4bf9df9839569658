package emotiontransfer.weka.table;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import emotiontransfer.data.ByteSegments;
import java.io.ByteArrayOutputStream;
import java.io.ObjectOutputStream;
import java.io.StringReader;
import java.util.List;
import org.junit.Test;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.SerializedObject;
import weka.filters.unsupervised.attribute.Standardize;

public class ByteSegmentInstanceTest {

  private static final byte[] PIXELS = {0, 1, 127, (byte) 128, (byte) 255};
  private static final double[] NUMBERS = {0, 1, 127, 128, 255};

  private static SegmentInstance instance(byte... values) {
    return new SegmentInstance(new ByteSegments(List.of(values)), 0);
  }

  private static Instances table(int rows) {
    return SegmentTables.table(
        rows,
        random -> {
          byte[] values = new byte[6];
          random.nextBytes(values);
          return instance(values);
        });
  }

  @Test
  public void bytesAreNumbersFromZeroTo255() {
    SegmentInstance instance = instance(PIXELS);
    assertEquals(5, instance.numAttributes());
    assertEquals(5, instance.numValues());
    assertArrayEquals(NUMBERS, instance.toDoubleArray(), 0);
    for (int i = 0; i < 5; i++) {
      assertEquals(NUMBERS[i], instance.value(i), 0);
      assertEquals(NUMBERS[i], instance.valueSparse(i), 0);
    }
    assertThrows(ArrayIndexOutOfBoundsException.class, () -> instance.value(5));
  }

  @Test
  public void runsOfValuesAreCopiedAsFloats() {
    float[] copied = new float[4];
    instance(PIXELS).copyTo(2, 3, copied, 1);
    assertArrayEquals(new float[] {0, 127, 128, 255}, copied, 0f);
  }

  @Test
  public void changedInstanceHoldsAnyNumberAndLeavesSharedBytesAlone() {
    SegmentInstance changed = instance(PIXELS);
    Instance copy = (Instance) changed.copy();
    changed.setWeight(2);
    changed.setValue(1, -3.5);
    changed.setMissing(2);
    assertArrayEquals(new double[] {0, -3.5, Double.NaN, 128, 255}, changed.toDoubleArray(), 0);
    assertArrayEquals(NUMBERS, copy.toDoubleArray(), 0);
    assertEquals(1, PIXELS[1]);
    Instance copyOfChanged = (Instance) changed.copy();
    assertEquals(-3.5, copyOfChanged.value(1), 0);
    assertEquals(2, copyOfChanged.weight(), 0);
    changed.replaceMissingValues(new double[] {9, 9, 9, 9, 9});
    assertEquals("0,-3.5,9,128,255,{2}", changed.toString());
  }

  @Test
  public void attributesCanBeDeletedAndInserted() {
    SegmentInstance instance = instance(PIXELS);
    instance.deleteAttributeAt(0);
    instance.insertAttributeAt(4);
    assertArrayEquals(new double[] {1, 127, 128, 255, Double.NaN}, instance.toDoubleArray(), 0);
    Instance merged = instance(PIXELS).mergeInstance(instance(new byte[] {-1}));
    assertEquals(255, merged.value(5), 0);
    assertEquals(6, merged.numAttributes());
  }

  @Test
  public void wholeNumbersArePrintedWithoutAPoint() {
    assertEquals("0,1,127,128,255", instance(PIXELS).toString());
    SegmentInstance missing = instance(PIXELS);
    missing.setMissing(0);
    assertEquals("?,1,127,128,255", missing.toStringMaxDecimalDigits(2));
  }

  @Test
  public void tablesKeepBytesThroughFoldsAndInstanceFilters() throws Exception {
    SegmentTables.assertSegmentsAreKept(table(20));
  }

  @Test
  public void attributeFiltersSeeTheNumbers() throws Exception {
    Instances bytes = table(20);
    Instances doubles = SegmentTables.doubles(bytes);
    Instances fromBytes = SegmentTables.filtered(bytes, new Standardize());
    Instances fromDoubles = SegmentTables.filtered(doubles, new Standardize());
    for (int i = 0; i < 20; i++) {
      assertArrayEquals(fromDoubles.get(i).toDoubleArray(), fromBytes.get(i).toDoubleArray(), 0);
    }
  }

  @Test
  public void arffReadsBackTheSame() throws Exception {
    Instances table = table(20);
    Instances read = new Instances(new StringReader(table.toString()));
    for (int i = 0; i < 20; i++) {
      assertArrayEquals(table.get(i).toDoubleArray(), read.get(i).toDoubleArray(), 0);
    }
  }

  @Test
  public void serializationTakesAByteAValue() throws Exception {
    Instances bag = table(0);
    bag.add(instance(new byte[100_000]));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(bag);
    }
    assertTrue(bytes.size() + " bytes", bytes.size() < 102_000);
    Instances read = (Instances) new SerializedObject(bag).getObject();
    assertArrayEquals(bag.get(0).toDoubleArray(), read.get(0).toDoubleArray(), 0);
  }
}
