package emotiontransfer.weka.table;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.Test;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;

public class SegmentReaderTest {

  private static Instances inner(String... names) {
    ArrayList<Attribute> attributes = new ArrayList<>();
    for (String name : names) {
      attributes.add(new Attribute(name));
    }
    return new Instances("bag", attributes, 0);
  }

  private static Instances table(Instances... bags) {
    ArrayList<Attribute> attributes = new ArrayList<>();
    attributes.add(new Attribute("file", (List<String>) null));
    for (int i = 0; i < bags.length; i++) {
      attributes.add(new Attribute("bag" + i, bags[i]));
    }
    attributes.add(new Attribute("emotion", List.of("anger", "fear")));
    Instances table = new Instances("corpus", attributes, 0);
    table.setClassIndex(table.numAttributes() - 1);
    return table;
  }

  private static Instance row(Instances table, Instance... segments) {
    Instance row = new DenseInstance(3);
    row.setDataset(table);
    Instances bag = new Instances(table.attribute(1).relation(), 0);
    bag.addAll(List.of(segments));
    row.setValue(1, table.attribute(1).addRelation(bag));
    return row;
  }

  @Test
  public void denseAndFloatSegmentsReadAlike() {
    Instances table = table(inner("static_f00_t00", "static_f00_t01", "delta_f00_t00"));
    SegmentReader reader = new SegmentReader(table);
    Instance dense = new DenseInstance(1, new double[] {1.5, Double.NaN, -2});
    Instance floats = SegmentInstance.of(1.5f, Float.NaN, -2f);
    float[][] segments = reader.segments(row(table, dense, floats));
    assertArrayEquals(new float[] {1.5f, Float.NaN, -2f}, segments[0], 0);
    assertArrayEquals(segments[0], segments[1], 0);
    assertEquals(3, reader.inputs());
    assertArrayEquals(new int[] {0, 0, 1}, reader.channels());
  }

  @Test
  public void segmentsThatAreFloatsAlreadyAreNotCopied() {
    Instances table = table(inner("a", "b"));
    SegmentReader reader = new SegmentReader(table);
    Instance floats = SegmentInstance.of(1.5f, -2f);
    Instance row = row(table, floats, new DenseInstance(1, new double[] {0.1, Double.NaN}));
    List<SegmentInstance> values = reader.values(row);
    assertSame(row.relationalValue(1).get(0), values.get(0));
    float[] read = new float[2];
    values.get(1).copyTo(0, 2, read, 0);
    assertArrayEquals(new float[] {0.1f, Float.NaN}, read, 0);
  }

  @Test
  public void floatsWithANominalAmongThemAreReadWithoutIt() {
    Instances inner = inner("a", "b");
    inner.insertAttributeAt(new Attribute("kind", List.of("x", "y")), 1);
    Instances table = table(inner);
    Instance segment = SegmentInstance.of(1.5f, 1f, -2f);
    float[] read = new float[2];
    new SegmentReader(table).values(row(table, segment)).get(0).copyTo(0, 2, read, 0);
    assertArrayEquals(new float[] {1.5f, -2f}, read, 0);
  }

  @Test
  public void aMissingBagHasNoSegment() {
    Instances table = table(inner("a"));
    Instance missing = new DenseInstance(3);
    missing.setDataset(table);
    SegmentReader reader = new SegmentReader(table);
    assertEquals(0, reader.segments(missing).length);
    assertTrue(reader.values(missing).isEmpty());
    assertEquals(2, reader.values(row(table, new DenseInstance(1), new DenseInstance(1))).size());
  }

  @Test
  public void levelOfAClipIsTheMeanOfItsStaticValuesInDecibels() {
    SegmentReader reader =
        new SegmentReader(table(inner("static_f00_t00", "static_f00_t01", "delta_f00_t00")));
    SegmentInstance quiet = SegmentInstance.of(-4, -2, 100);
    SegmentInstance half = SegmentInstance.of(Float.NaN, -9, 100);
    // A factor of e in power is 4.343 dB; the mean is -5.
    assertEquals(-5 * 4.342945, reader.levelDecibels(List.of(quiet, half)), 1e-5);
    assertEquals(Double.NaN, reader.levelDecibels(List.of()), 0);
  }

  @Test
  public void whatIsNotABagOfStaticValuesHasNoLevel() {
    SegmentReader faces = new SegmentReader(table(inner("red_y00_x00", "red_y00_x01")));
    assertEquals(Double.NaN, faces.levelDecibels(List.of(SegmentInstance.of(3, 4))), 0);
    Instances functionals = inner("static_f00_mean", "static_f00_sd");
    functionals.add(new DenseInstance(1, new double[] {-3, 1}));
    SegmentReader reader = new SegmentReader(functionals);
    assertEquals(Double.NaN, reader.levelDecibels(reader.values(functionals.get(0))), 0);
  }

  @Test
  public void numericAttributesOfAnOrdinaryTableAreOneSegmentWithoutTheClass() {
    ArrayList<Attribute> attributes = new ArrayList<>();
    attributes.add(new Attribute("subject", List.of("a", "b")));
    attributes.add(new Attribute("x"));
    attributes.add(new Attribute("when", "yyyy"));
    attributes.add(new Attribute("y"));
    Instances table = new Instances("plain", attributes, 0);
    table.setClassIndex(1);
    SegmentReader reader = new SegmentReader(table);
    Instance row = new DenseInstance(1, new double[] {0, 7, 2020, 8});
    assertArrayEquals(new float[][] {{8}}, reader.segments(row));
  }

  @Test
  public void theHashDependsOnNamesAndTheirOrder() {
    String hash = new SegmentReader(table(inner("a", "b"))).features().namesHash();
    assertEquals(64, hash.length());
    assertEquals(hash, new SegmentReader(table(inner("a", "b"))).features().namesHash());
    assertNotEquals(hash, new SegmentReader(table(inner("b", "a"))).features().namesHash());
    assertNotEquals(hash, new SegmentReader(table(inner("ab"))).features().namesHash());
  }

  @Test
  public void tablesItCannotReadAreRejected() {
    IllegalArgumentException two =
        assertThrows(
            IllegalArgumentException.class, () -> new SegmentReader(table(inner("a"), inner("b"))));
    assertTrue(two.getMessage(), two.getMessage().contains("'bag0', 'bag1'"));
    IllegalArgumentException none =
        assertThrows(IllegalArgumentException.class, () -> new SegmentReader(table()));
    assertTrue(none.getMessage(), none.getMessage().contains("nothing to learn from"));
  }
}
