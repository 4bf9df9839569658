package emotiontransfer.weka.table;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import emotiontransfer.data.FloatSegments;
import java.io.ByteArrayOutputStream;
import java.io.ObjectOutputStream;
import java.io.StringReader;
import java.util.Arrays;
import java.util.Random;
import org.junit.Test;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.SerializedObject;
import weka.filters.Filter;
import weka.filters.unsupervised.attribute.Remove;
import weka.filters.unsupervised.attribute.ReplaceMissingValues;
import weka.filters.unsupervised.attribute.Standardize;

public class FloatSegmentInstanceTest {

  /** Two rows of five frames; the window shows frames 1 to 3. */
  private static final float[] FRAMES = {0.1f, 0.2f, 0.3f, 0.4f, 0.5f, 10f, 20f, 30f, 40f, 50f};

  private static SegmentInstance window(float[] values, int first) {
    return new SegmentInstance(new FloatSegments(values, 2, 3, 5, 1, first + 1), first);
  }

  private static SegmentInstance window() {
    return window(FRAMES, 1);
  }

  private static double[] widened(float... values) {
    double[] wide = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      wide[i] = values[i];
    }
    return wide;
  }

  private static Instances table(int rows) {
    return SegmentTables.table(
        rows,
        random -> {
          float[] values = new float[10];
          for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
          }
          return window(values, 1);
        });
  }

  @Test
  public void windowShowsItsRowsOneAfterTheOther() {
    double[] expected = widened(0.2f, 0.3f, 0.4f, 20f, 30f, 40f);
    SegmentInstance window = window();
    assertEquals(6, window.numAttributes());
    assertArrayEquals(expected, window.toDoubleArray(), 0);
    for (int i = 0; i < 6; i++) {
      assertEquals(expected[i], window.value(i), 0);
      assertEquals(expected[i], window.valueSparse(i), 0);
      assertEquals(i, window.index(i));
    }
    float[] copied = new float[8];
    window.copyTo(0, 6, copied, 1);
    assertArrayEquals(new float[] {0, 0.2f, 0.3f, 0.4f, 20f, 30f, 40f, 0}, copied, 0f);
  }

  @Test
  public void runsOfValuesCrossRowsOfTheWindow() {
    double[] all = window().toDoubleArray();
    for (int first = 0; first <= 6; first++) {
      for (int count = 0; first + count <= 6; count++) {
        float[] copied = new float[8];
        window().copyTo(first, count, copied, 1);
        for (int i = 0; i < copied.length; i++) {
          boolean inside = i >= 1 && i <= count;
          assertEquals(inside ? all[first + i - 1] : 0, copied[i], 0);
        }
      }
    }
  }

  @Test
  public void valueBeyondTheLastRowIsRejectedThoughTheArrayGoesOn() {
    assertThrows(ArrayIndexOutOfBoundsException.class, () -> window().value(6));
  }

  @Test
  public void windowBeyondTheArrayIsRejected() {
    assertThrows(IllegalArgumentException.class, () -> window(FRAMES, 3));
  }

  @Test
  public void settingAValueLeavesTheSharedFramesAndCopiesAlone() {
    SegmentInstance changed = window();
    changed.setWeight(2.5);
    Instance copy = (Instance) changed.copy();
    changed.setValue(4, 0.1);
    assertArrayEquals(widened(0.2f, 0.3f, 0.4f, 20f, 0.1f, 40f), changed.toDoubleArray(), 0);
    assertEquals(30, copy.value(4), 0);
    assertEquals(2.5, copy.weight(), 0);
    assertEquals(30f, FRAMES[7], 0f);
  }

  @Test
  public void missingValuesAreNaNAndCanBeReplaced() {
    SegmentInstance instance = SegmentInstance.of(1, Float.NaN, 3);
    assertTrue(instance.isMissing(1));
    instance.setMissing(0);
    assertEquals("?,?,3.0", instance.toString());
    instance.replaceMissingValues(new double[] {7, 8, 9});
    assertArrayEquals(new double[] {7, 8, 3}, instance.toDoubleArray(), 0);
    assertThrows(
        IllegalArgumentException.class, () -> instance.replaceMissingValues(new double[2]));
  }

  @Test
  public void attributesCanBeDeletedAndInserted() {
    SegmentInstance instance = window();
    instance.deleteAttributeAt(0);
    instance.deleteAttributeAt(4);
    instance.insertAttributeAt(1);
    assertArrayEquals(new double[] {0.3f, Double.NaN, 0.4f, 20, 30}, instance.toDoubleArray(), 0);
    assertEquals(5, instance.numValues());
  }

  @Test
  public void mergedAndRefilledInstancesAreDense() {
    Instance merged = window().mergeInstance(SegmentInstance.of(7));
    assertArrayEquals(widened(0.2f, 0.3f, 0.4f, 20, 30, 40, 7), merged.toDoubleArray(), 0);
    Instance refilled = window().copy(new double[] {1, 2, 3, 4, 5, 0.1});
    assertEquals("doubles are kept", 0.1, refilled.value(5), 0);
  }

  @Test
  public void printedValuesReadBackAsTheSameFloats() throws Exception {
    Random random = new Random(5);
    float[] values = new float[6];
    for (int round = 0; round < 3000; round++) {
      for (int i = 0; i < values.length; i++) {
        float any = Float.intBitsToFloat(random.nextInt());
        values[i] = Float.isFinite(any) ? any : -0f;
      }
      SegmentInstance instance = SegmentInstance.of(values.clone());
      String[] cells = instance.toStringMaxDecimalDigits(6).split(",");
      for (int i = 0; i < values.length; i++) {
        float read = (float) Double.parseDouble(cells[i]);
        assertEquals(cells[i], Float.floatToRawIntBits(values[i]), Float.floatToRawIntBits(read));
      }
    }
  }

  @Test
  public void weightIsPrintedBehindTheValues() {
    SegmentInstance instance = window();
    instance.setWeight(0.5);
    assertEquals("0.2,0.3,0.4,20.0,30.0,40.0,{0.5}", instance.toString());
  }

  @Test
  public void arffOfATableReadsBackTheSame() throws Exception {
    Instances table = table(20);
    Instances read = new Instances(new StringReader(table.toString()));
    for (int i = 0; i < table.numInstances(); i++) {
      for (int a = 0; a < table.numAttributes(); a++) {
        assertEquals((float) table.get(i).value(a), (float) read.get(i).value(a), 0f);
      }
    }
  }

  @Test
  public void tablesKeepFloatsThroughFoldsAndInstanceFilters() throws Exception {
    SegmentTables.assertSegmentsAreKept(table(20));
  }

  @Test
  public void attributeFiltersTurnFloatsIntoTheSameNumbersAsDoubles() throws Exception {
    Instances floats = table(20);
    Instances doubles = SegmentTables.doubles(floats);
    Remove remove = new Remove();
    remove.setAttributeIndices("2-3");
    for (Filter filter : new Filter[] {new Standardize(), new ReplaceMissingValues(), remove}) {
      Instances fromDoubles = SegmentTables.filtered(doubles, Filter.makeCopy(filter));
      Instances fromFloats = SegmentTables.filtered(floats, Filter.makeCopy(filter));
      for (int i = 0; i < 20; i++) {
        assertArrayEquals(
            fromDoubles.get(i).toDoubleArray(), fromFloats.get(i).toDoubleArray(), 1e-6);
      }
    }
  }

  @Test
  public void serializationKeepsValuesAndSharing() throws Exception {
    Instances bag = table(0);
    float[] frames = Arrays.copyOf(FRAMES, 2000);
    bag.add(window(frames, 0));
    bag.add(window(frames, 2));
    Instances read = (Instances) new SerializedObject(bag).getObject();
    assertFalse(read == bag);
    assertArrayEquals(bag.get(1).toDoubleArray(), read.get(1).toDoubleArray(), 0);
    long both = size(bag);
    long alone = size(single(bag));
    assertTrue("the second window adds no values: " + (both - alone), both - alone < 100);
  }

  private static Instances single(Instances bag) {
    return new Instances(bag, 0, 1);
  }

  private static long size(Instances bag) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(bag);
    }
    return bytes.size();
  }
}
