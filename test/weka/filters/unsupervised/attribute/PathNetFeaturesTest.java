package weka.filters.unsupervised.attribute;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import emotiontransfer.weka.table.FeatureSignature;
import java.io.File;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import weka.classifiers.evaluation.Evaluation;
import weka.classifiers.functions.PathNetClassifier;
import weka.classifiers.functions.SMO;
import weka.classifiers.meta.FilteredClassifier;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.SerializationHelper;
import weka.core.Utils;
import weka.core.WekaException;
import weka.filters.Filter;
import weka.filters.MultiFilter;

public class PathNetFeaturesTest {

  /** Under the root of a deviation. */
  private static final double EPSILON = 1e-5;

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final Instances table = SubjectTables.bags(new Attribute("x"), new Attribute("y"));
  private File model;

  @Before
  public void writeModel() throws Exception {
    SubjectTables.addBag(table, "a", new double[] {1, 3}, new double[] {4, 0});
    SubjectTables.addBag(table, "b", new double[] {2, 2});
    table.setRelationName("demo-features(Test -values 2)");
    model = folder.newFile("tiny.model");
    TinyPathNet.write(model, table, List.of("x1"), "c");
  }

  private PathNetFeatures filter(String... options) throws Exception {
    PathNetFeatures filter = new PathNetFeatures();
    filter.setOptions(options);
    if (filter.getModel().getPath().isEmpty()) {
      filter.setModel(model);
    }
    return filter;
  }

  private Instances filter(Instances data, String... options) throws Exception {
    PathNetFeatures filter = filter(options);
    filter.setInputFormat(data);
    return Filter.useFilter(data, filter);
  }

  private static double[] features(Instance row) {
    return Arrays.copyOfRange(row.toDoubleArray(), 2, row.numAttributes() - 1);
  }

  /**
   * Segment (1, 3): modules give (1, 2) and (0, 2), the layer (0.5, 2). Segment (4, 0): (4, 0) and
   * (8, 0), the layer (6, 0). Means 3.25 and 1, deviations 2.75 and 1.
   */
  @Test
  public void bagIsReplacedByMeansAndDeviationsOverItsSegments() throws Exception {
    Instances result = filter(table);
    assertEquals(
        List.of("layer1_mean_000", "layer1_mean_001", "layer1_sd_000", "layer1_sd_001"),
        List.of(2, 3, 4, 5).stream().map(i -> result.attribute(i).name()).toList());
    double[] expected = {3.25, 1, Math.sqrt(2.75 * 2.75 + EPSILON), Math.sqrt(1 + EPSILON)};
    assertArrayEquals(expected, features(result.get(0)), 1e-6);
    // (2, 1) and (2, 1)
    double still = Math.sqrt(EPSILON);
    assertArrayEquals(new double[] {2, 1, still, still}, features(result.get(1)), 1e-6);
  }

  @Test
  public void missingAndEmptyBagsGiveMissingValues() throws Exception {
    SubjectTables.addBag(table, "a");
    SubjectTables.add(table, "a", SubjectTables.missing());
    Instances result = filter(table);
    for (int row = 2; row < 4; row++) {
      for (double value : features(result.get(row))) {
        assertTrue(Utils.isMissingValue(value));
      }
    }
  }

  /** The numbers of the segments above, one segment a row. */
  @Test
  public void outputsForARowReplaceItsNumbersWhereThereAreNoBags() throws Exception {
    Instances rows =
        SubjectTables.empty(
            new Attribute("x"), new Attribute("mood", List.of("m", "n")), new Attribute("y"));
    SubjectTables.add(rows, "a", 1, 1, 3);
    SubjectTables.add(rows, "b", 4, 0, 0);
    TinyPathNet.write(model, rows, List.of("x1"), "c");
    Instances result = filter(rows);
    assertEquals("layer1_mean_001", result.attribute(3).name());
    assertEquals("mood", result.attribute(4).name());
    assertEquals(6, result.numAttributes());
    assertArrayEquals(
        new double[] {0.5, 2, 1}, Arrays.copyOfRange(result.get(0).toDoubleArray(), 2, 5), 1e-6);
    assertArrayEquals(
        new double[] {6, 0, 0}, Arrays.copyOfRange(result.get(1).toDoubleArray(), 2, 5), 1e-6);
  }

  @Test
  public void otherColumnsAndTheSignatureStay() throws Exception {
    Instances result = filter(table);
    assertEquals("0.wav", result.get(0).stringValue(0));
    assertEquals("b", result.get(1).stringValue(1));
    assertEquals("emotion", result.classAttribute().name());
    String signature = FeatureSignature.of(result.relationName());
    assertTrue(
        signature, signature.matches("Test -values 2 \\| PathNetFeatures -model [0-9a-f]{12}"));
    assertTrue(result.relationName(), result.relationName().endsWith(")"));
  }

  @Test
  public void subjectsOfTheModelAndItsSourcesAreRejected() throws Exception {
    SubjectTables.addBag(table, "c", new double[] {0, 0});
    WekaException source = assertThrows(WekaException.class, () -> filter(table));
    assertEquals(
        "Model "
            + model
            + " was trained on subject c, or one of its sources was, so that figures on its"
            + " features would not be subject-independent; use another model, or"
            + " -allow-subject-overlap.",
        source.getMessage());
    TinyPathNet.write(model, table, List.of("a"), "x1");
    assertThrows(WekaException.class, () -> filter(table));
    assertEquals(3, filter(table, "-allow-subject-overlap").size());
  }

  /** As in a classifier that meets a subject later. */
  @Test
  public void subjectOfALaterRowIsRejected() throws Exception {
    PathNetFeatures filter = filter();
    filter.setInputFormat(table);
    Instances later = SubjectTables.part(table, 0, 1);
    Filter.useFilter(later, filter);
    later.get(0).setValue(1, "c");
    assertThrows(WekaException.class, () -> Filter.useFilter(later, filter));
  }

  @Test
  public void featuresOfAnotherFilterAreRejected() throws Exception {
    table.setRelationName("demo-features(Test -values 3)");
    WekaException other = assertThrows(WekaException.class, () -> filter(table));
    assertTrue(
        other.getMessage(),
        other.getMessage().startsWith("Model " + model + " was trained on Test -values 2"));
  }

  @Test
  public void numberThatIsInfiniteIsRejected() {
    table.get(1).relationalValue(2).get(0).setValue(1, 1e39);
    WekaException sentence = assertThrows(WekaException.class, () -> filter(table));
    assertTrue(
        sentence.getMessage(),
        sentence.getMessage().startsWith("Clip '1.wav' has 1.0E39 in attribute 'y' of segment 1;"));
  }

  @Test
  public void withoutAModelTheOptionIsNamed() {
    PathNetFeatures none = new PathNetFeatures();
    WekaException sentence = assertThrows(WekaException.class, () -> none.setInputFormat(table));
    assertEquals(
        "PathNetFeatures needs the file of a trained model (-model FILE).", sentence.getMessage());
  }

  @Test
  public void savedFilterCarriesItsModel() throws Exception {
    PathNetFeatures filter = filter();
    filter.setInputFormat(table);
    double[] before = features(Filter.useFilter(table, filter).get(0));
    File saved = folder.newFile("saved");
    SerializationHelper.write(saved.getPath(), filter);
    Files.delete(model.toPath());
    PathNetFeatures read = (PathNetFeatures) SerializationHelper.read(saved.getPath());
    assertArrayEquals(before, features(Filter.useFilter(table, read).get(0)), 0);
  }

  /** A tone's speed is the class; the network of another table's clips makes the features. */
  @Test
  public void smoLearnsFromTheFeaturesOfAnEnsembleThatSeesFrames() throws Exception {
    PathNetClassifier network = new PathNetClassifier();
    network.setOptions(
        Utils.splitOptions(
            "-preset speech -evolution tournament -L 2 -M 4 -N 2 -H 8 -P 4 -G 8 -mini-batch 8"
                + " -width 3 -dilation 1,2 -augmentation none -ensemble 2 -learning-rate 0.01"));
    network.buildClassifier(waves(40, 1));
    SerializationHelper.write(model.getPath(), network);
    Instances others = waves(40, 2);
    FilteredClassifier smo = new FilteredClassifier();
    PathNetFeatures features = filter("-allow-subject-overlap");
    smo.setFilter(features);
    smo.setClassifier(new SMO());
    others.deleteAttributeAt(0);
    Evaluation evaluation = new Evaluation(others);
    evaluation.crossValidateModel(smo, others, 4, new Random(1));
    assertTrue("accuracy " + evaluation.pctCorrect(), evaluation.pctCorrect() > 85);
    Instances result = filter(others, "-allow-subject-overlap");
    assertEquals(2 + 2 * 2 * 8, result.numAttributes());
    assertEquals("member1_layer2_mean_000", result.attribute(1).name());
    assertEquals("member2_layer2_sd_007", result.attribute(32).name());
  }

  private static Instances waves(int clips, int seed) {
    Instances table = SubjectTables.bags(SubjectTables.frames(3, 8));
    Random random = new Random(seed);
    for (int clip = 0; clip < clips; clip++) {
      double[][] rows = new double[3][14];
      double phase = 6 * random.nextDouble();
      for (int band = 0; band < 3; band++) {
        for (int t = 0; t < 14; t++) {
          double wave = Math.sin(phase + band + (0.5 + clip % 2) * t);
          rows[band][t] = (float) (wave + 0.3 * random.nextGaussian());
        }
      }
      SubjectTables.addClip(table, "abc".substring(clip % 3, clip % 3 + 1), 8, 3, rows);
    }
    return table;
  }

  /** In a chain behind other filters, as MultiFilter makes one. */
  @Test
  public void standsInAChain() throws Exception {
    MultiFilter chain = new MultiFilter();
    chain.setFilters(new Filter[] {filter(), new Remove()});
    chain.setInputFormat(table);
    assertEquals(7, Filter.useFilter(table, chain).numAttributes());
  }
}
