package emotiontransfer.guide;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.Test;
import weka.classifiers.functions.PathNetClassifier;
import weka.classifiers.meta.FilteredClassifier;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;
import weka.core.UnsupportedAttributeTypeException;
import weka.filters.AllFilter;
import weka.filters.Filter;
import weka.filters.MultiFilter;
import weka.filters.supervised.instance.ClassBalancer;
import weka.filters.supervised.instance.Resample;
import weka.filters.supervised.instance.SpreadSubsample;
import weka.filters.unsupervised.instance.RemovePercentage;
import weka.filters.unsupervised.instance.ReservoirSample;
import weka.filters.unsupervised.instance.SubsetByExpression;

/** What doc/pathnet.md says of Weka's filters of rows on bags; it is to change with Weka. */
public class InstanceFiltersTest {

  private static final int ROWS = 12;
  private static final Instances BAGS = bags();

  /** Bags of two segments of three values, whose mean gives the class away. */
  private static Instances bags() {
    ArrayList<Attribute> values = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      values.add(new Attribute("v" + i));
    }
    Instances segments = new Instances("bag", values, 0);
    ArrayList<Attribute> attributes = new ArrayList<>();
    attributes.add(new Attribute("bag", segments));
    attributes.add(new Attribute("emotion", List.of("anger", "sadness")));
    Instances table = new Instances("bags", attributes, ROWS);
    table.setClassIndex(1);
    Random random = new Random(1);
    for (int row = 0; row < ROWS; row++) {
      Instances bag = new Instances(segments, 2);
      for (int segment = 0; segment < 2; segment++) {
        double[] cells = random.doubles(3, row % 2, row % 2 + 0.1).toArray();
        bag.add(new DenseInstance(1, cells));
      }
      double relation = table.attribute(0).addRelation(bag);
      table.add(new DenseInstance(1, new double[] {relation, row % 2}));
    }
    return table;
  }

  /** Trains on the first rows and returns how many of the last four it has right. */
  private static int right(Filter filter) throws Exception {
    FilteredClassifier scheme = new FilteredClassifier();
    scheme.setFilter(filter);
    PathNetClassifier pathNet = new PathNetClassifier();
    pathNet.setGenerations(30);
    scheme.setClassifier(pathNet);
    scheme.buildClassifier(new Instances(BAGS, 0, 8));
    int right = 0;
    for (int row = 8; row < ROWS; row++) {
      right += scheme.classifyInstance(BAGS.get(row)) == BAGS.get(row).classValue() ? 1 : 0;
    }
    return right;
  }

  private static void assertDocumented(Throwable error) throws Exception {
    String message = error.getMessage().replaceFirst(".*: ", "");
    String shown = message.replaceFirst("Index \\d+", "Index 24");
    String document = Files.readString(Path.of("doc/pathnet.md"));
    assertTrue(shown, document.contains(shown));
  }

  @Test
  public void filtersThatChooseTrainingRowsWork() throws Exception {
    for (Filter filter :
        List.of(
            new Resample(), new SpreadSubsample(), new RemovePercentage(), new ReservoirSample())) {
      assertEquals(filter.getClass().getName(), 4, right(filter));
    }
  }

  @Test
  public void classBalancerLosesTheBagsOfTestRows() throws Exception {
    assertDocumented(
        assertThrows(IndexOutOfBoundsException.class, () -> right(new ClassBalancer())));
  }

  @Test
  public void filterOfRowsBehindAnotherNeedsAClassifierOfItsOwn() throws Exception {
    MultiFilter both = new MultiFilter();
    both.setFilters(new Filter[] {new AllFilter(), new Resample()});
    assertDocumented(assertThrows(Exception.class, () -> right(both)));
  }

  @Test
  public void subsetByExpressionTakesNoBags() throws Exception {
    assertDocumented(
        assertThrows(
            UnsupportedAttributeTypeException.class, () -> right(new SubsetByExpression())));
  }
}
