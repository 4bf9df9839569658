package weka.filters.unsupervised.attribute;

import java.util.Random;
import weka.core.Attribute;
import weka.core.Instances;
import weka.filters.AbstractFilterTest;
import weka.filters.Filter;

/** Weka's own suite for filters, on a table of bags. */
public class SubjectStandardizeSuiteTest extends AbstractFilterTest {

  public SubjectStandardizeSuiteTest(String name) {
    super(name);
  }

  @Override
  protected void setUp() throws Exception {
    super.setUp();
    m_Instances = SubjectTables.bags(SubjectTables.frames(2, 3));
    Random random = new Random(1);
    for (int clip = 0; clip < 30; clip++) {
      double[][] frames = new double[2][5];
      for (double[] band : frames) {
        java.util.Arrays.setAll(band, t -> (float) random.nextInt(100));
      }
      SubjectTables.addClip(m_Instances, "abc".substring(clip % 3, clip % 3 + 1), 3, 2, frames);
    }
  }

  @Override
  public Filter getFilter() {
    return new SubjectStandardize();
  }

  /** Numbers, as J48 rejects bags and strings. */
  @Override
  protected Instances getFilteredClassifierData() {
    Instances table = SubjectTables.empty(new Attribute("x"), new Attribute("y"));
    Random random = new Random(1);
    for (int row = 0; row < 30; row++) {
      String subject = "abc".substring(row % 3, row % 3 + 1);
      SubjectTables.add(table, subject, random.nextInt(100), row % 2 * 10 + random.nextInt(5));
    }
    table.deleteAttributeAt(0);
    return table;
  }

  public void testKeepsRowsAndColumns() {
    Instances result = useFilter();
    assertEquals(m_Instances.numInstances(), result.numInstances());
    assertTrue(m_Instances.equalHeaders(result));
  }
}
