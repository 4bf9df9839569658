package emotiontransfer.weka.table;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.Test;
import weka.core.Attribute;
import weka.core.Instances;
import weka.core.SerializedObject;

public class BagTableTest {

  private final BagTable header = new BagTable(table("a", "b"), 0);

  private static Instances table(String... names) {
    ArrayList<Attribute> attributes = new ArrayList<>();
    List.of(names).forEach(name -> attributes.add(new Attribute(name)));
    return new Instances("bag", attributes, 0);
  }

  private void assertComparedAsByWeka(Instances other) {
    String message = new Instances(header, 0).equalHeadersMsg(other);
    assertEquals(message, header.equalHeadersMsg(other));
    assertFalse(header.equalHeaders(other));
  }

  @Test
  public void bagMadeFromAHeaderFitsIt() {
    assertNull(header.equalHeadersMsg(new BagTable(header, 5)));
    assertTrue(header.equalHeaders(table("a", "b")));
  }

  @Test
  public void othersAreRejectedAsByWeka() {
    assertComparedAsByWeka(table("a"));
    assertComparedAsByWeka(table("a", "c"));
    assertComparedAsByWeka(new BagTable(table("a", "b", "c"), 0));
    Instances withClass = new BagTable(header, 0);
    withClass.setClassIndex(1);
    assertComparedAsByWeka(withClass);
  }

  @Test
  public void bagThatWasChangedAfterwardsIsComparedWhole() {
    Instances changed = new BagTable(header, 0);
    changed.renameAttribute(1, "c");
    assertComparedAsByWeka(changed);
    changed.renameAttribute(1, "b");
    assertTrue(header.equalHeaders(changed));
    changed.insertAttributeAt(new Attribute("d"), 2);
    assertComparedAsByWeka(changed);
    changed.deleteAttributeAt(2);
    changed.deleteAttributeAt(0);
    assertComparedAsByWeka(changed);
    assertEquals(2, header.numAttributes());
  }

  @Test
  public void serializedBagsStayThoseOfTheirAttribute() throws Exception {
    Attribute bags = new Attribute("bag", header);
    BagTable bag = new BagTable(header, 1);
    bag.add(SegmentInstance.of(1, 2));
    bags.addRelation(bag);
    Attribute copy = (Attribute) new SerializedObject(bags).getObject();
    assertSame(Instances.class, copy.relation().getClass());
    assertTrue(copy.relation().equalHeaders(header));
    assertEquals(bags.toString(), copy.toString());
    assertEquals(2, copy.relation(0).get(0).value(1), 0);
    assertEquals(0, copy.addRelation(copy.relation(0)));
    assertSame(Instances.class, header.stringFreeStructure().getClass());
  }
}
