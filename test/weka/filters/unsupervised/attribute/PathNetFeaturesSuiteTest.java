package weka.filters.unsupervised.attribute;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import weka.core.Attribute;
import weka.core.Instances;
import weka.filters.AbstractFilterTest;
import weka.filters.Filter;

/** Weka's own suite for filters, on a table of bags and a model of other subjects. */
public class PathNetFeaturesSuiteTest extends AbstractFilterTest {

  private File model;

  public PathNetFeaturesSuiteTest(String name) {
    super(name);
  }

  @Override
  protected void setUp() throws Exception {
    model = File.createTempFile("tiny", ".model");
    Instances table = bags();
    TinyPathNet.write(model, table, List.of("d"), "e");
    super.setUp();
    m_Instances = table;
  }

  @Override
  protected void tearDown() {
    super.tearDown();
    if (!model.delete()) {
      throw new UncheckedIOException(new IOException(model + " cannot be deleted"));
    }
  }

  @Override
  public Filter getFilter() {
    PathNetFeatures filter = new PathNetFeatures();
    filter.setModel(model);
    return filter;
  }

  /** Without the string attribute, which J48 rejects. */
  @Override
  protected Instances getFilteredClassifierData() {
    Instances data = bags();
    data.deleteAttributeAt(0);
    return data;
  }

  public void testKeepsOneRowPerClip() {
    Instances result = useFilter();
    assertEquals(m_Instances.numInstances(), result.numInstances());
    assertEquals(3 + 2 * 2, result.numAttributes());
    assertEquals("emotion", result.classAttribute().name());
  }

  private static Instances bags() {
    Instances table = SubjectTables.bags(new Attribute("x"), new Attribute("y"));
    Random random = new Random(1);
    for (int clip = 0; clip < 30; clip++) {
      double[][] rows = new double[1 << clip % 3][];
      for (int row = 0; row < rows.length; row++) {
        rows[row] = new double[] {random.nextInt(8), clip % 2 * 4 + random.nextInt(4)};
      }
      SubjectTables.addBag(table, "abc".substring(clip % 3, clip % 3 + 1), rows);
    }
    return table;
  }
}
