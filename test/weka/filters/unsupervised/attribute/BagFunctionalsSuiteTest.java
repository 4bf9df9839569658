package weka.filters.unsupervised.attribute;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;
import weka.filters.AbstractFilterTest;
import weka.filters.Filter;

/** Weka's own suite for filters, on a table of bags. */
public class BagFunctionalsSuiteTest extends AbstractFilterTest {

  public BagFunctionalsSuiteTest(String name) {
    super(name);
  }

  @Override
  protected void setUp() throws Exception {
    super.setUp();
    m_Instances = bags();
  }

  @Override
  public Filter getFilter() {
    return new BagFunctionals();
  }

  /** Without the string attribute, which J48 rejects. */
  @Override
  protected Instances getFilteredClassifierData() throws Exception {
    Instances data = bags();
    data.deleteAttributeAt(0);
    return data;
  }

  public void testKeepsOneRowPerClip() {
    Instances result = useFilter();
    assertEquals(m_Instances.numInstances(), result.numInstances());
    assertEquals(3 + 2 * 7, result.numAttributes());
    assertEquals("emotion", result.classAttribute().name());
  }

  private static Instances bags() {
    ArrayList<Attribute> inner = new ArrayList<>(List.of(new Attribute("x"), new Attribute("y")));
    Attribute bag = new Attribute("bag", new Instances("bag", inner, 0));
    ArrayList<Attribute> attributes =
        new ArrayList<>(
            List.of(
                new Attribute("file", (List<String>) null),
                new Attribute("subject", List.of("a", "b", "c")),
                bag,
                new Attribute("emotion", List.of("anger", "fear"))));
    Instances table = new Instances("clips", attributes, 0);
    table.setClassIndex(3);
    Random random = new Random(1);
    for (int clip = 0; clip < 30; clip++) {
      Instances rows = new Instances(table.attribute(2).relation(), 0);
      for (int row = 0; row < 3 + clip % 4; row++) {
        rows.add(
            new DenseInstance(
                1, new double[] {random.nextInt(100), clip % 2 * 10 + random.nextInt(5)}));
      }
      double[] values = {
        table.attribute(0).addStringValue("clip" + clip + ".wav"),
        clip % 3,
        table.attribute(2).addRelation(rows),
        clip % 2
      };
      table.add(new DenseInstance(1, values));
    }
    return table;
  }
}
