package emotiontransfer.weka.table;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Random;
import java.util.function.Function;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.filters.Filter;
import weka.filters.unsupervised.instance.Randomize;
import weka.filters.unsupervised.instance.RemovePercentage;
import weka.filters.unsupervised.instance.Resample;

/** What Weka does with a table of segments, whether they hold floats or bytes. */
final class SegmentTables {

  private SegmentTables() {}

  /** Returns a table of segments of six values each. */
  static Instances table(int rows, Function<Random, SegmentInstance> segment) {
    ArrayList<Attribute> attributes = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      attributes.add(new Attribute("a" + i));
    }
    Instances table = new Instances("segments", attributes, rows);
    Random random = new Random(3);
    for (int r = 0; r < rows; r++) {
      table.add(segment.apply(random));
    }
    return table;
  }

  static Instances filtered(Instances table, Filter filter) throws Exception {
    filter.setInputFormat(table);
    return Filter.useFilter(table, filter);
  }

  /** Returns the same numbers in instances of Weka's. */
  static Instances doubles(Instances table) {
    Instances doubles = new Instances(table, 0);
    for (Instance row : table) {
      doubles.add(new DenseInstance(1, row.toDoubleArray()));
    }
    return doubles;
  }

  /** Asserts that folds and filters of instances keep the segments of a table of 20. */
  static void assertSegmentsAreKept(Instances table) throws Exception {
    assertSegments(table.trainCV(4, 1), 15);
    assertSegments(table.testCV(4, 1), 5);
    assertSegments(filtered(table, new Randomize()), 20);
    assertSegments(filtered(table, new Resample()), 20);
    assertSegments(filtered(table, new RemovePercentage()), 10);
  }

  private static void assertSegments(Instances table, int rows) {
    assertEquals(rows, table.numInstances());
    for (Instance row : table) {
      assertTrue(row instanceof SegmentInstance);
      assertSame(table, row.dataset());
    }
  }
}
