package weka.filters.unsupervised.attribute;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static weka.filters.unsupervised.attribute.SubjectTables.missing;

import emotiontransfer.weka.progress.RecordingLog;
import emotiontransfer.weka.progress.WindowLog;
import emotiontransfer.weka.table.FeatureSignature;
import emotiontransfer.weka.table.SegmentInstance;
import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.commons.math3.stat.StatUtils;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import weka.classifiers.meta.FilteredClassifier;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.SerializedObject;
import weka.core.SparseInstance;
import weka.core.converters.ArffSaver;
import weka.core.converters.ConverterUtils.DataSource;
import weka.filters.Filter;
import weka.filters.MultiFilter;

public class SubjectStandardizeTest {

  private static final int WIDTH = 5;
  private static final Attribute X = new Attribute("x");
  private static final Attribute Y = new Attribute("y");

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final RecordingLog log = new RecordingLog();

  @Before
  public void listen() {
    WindowLog.install(() -> Optional.of(log));
  }

  @After
  public void listenNoMore() {
    WindowLog.install(Optional::empty);
  }

  private static Instances filter(Instances table) throws Exception {
    return filter(table, new SubjectStandardize());
  }

  private static Instances filter(Instances table, Filter filter) throws Exception {
    filter.setInputFormat(table);
    return Filter.useFilter(table, filter);
  }

  private static double[] column(Instances table, int index) {
    return table.attributeToDoubleArray(index);
  }

  /** Mean 3 and deviation 2 of subject a, 10 and 1 of subject b. */
  @Test
  public void numbersOfATableAreStandardisedBySubject() throws Exception {
    Instances table = SubjectTables.empty(X, Y);
    SubjectTables.add(table, "a", 1, 7);
    SubjectTables.add(table, "b", 9, 100);
    SubjectTables.add(table, "a", 5, 7);
    SubjectTables.add(table, "b", 11, 300);
    Instances result = filter(table);
    assertArrayEquals(new double[] {-1, -1, 1, 1}, column(result, 2), 1e-12);
    // y of subject a does not vary and is only shifted
    assertArrayEquals(new double[] {0, -1, 0, 1}, column(result, 3), 1e-12);
    assertEquals(List.of(), log.messages);
  }

  @Test
  public void weightsCount() throws Exception {
    Instances table = SubjectTables.empty(X);
    SubjectTables.add(table, "a", 0);
    SubjectTables.add(table, "a", 4);
    table.get(0).setWeight(3);
    Instances result = filter(table);
    // mean 1, variance (3 * 1 + 9) / 4 = 3
    assertArrayEquals(new double[] {-1 / Math.sqrt(3), 3 / Math.sqrt(3)}, column(result, 2), 1e-12);
    assertEquals(3, result.get(0).weight(), 0);
  }

  @Test
  public void missingValuesDoNotCountAndStay() throws Exception {
    Instances table = SubjectTables.empty(X, Y);
    for (double x : new double[] {1, missing(), 5}) {
      SubjectTables.add(table, "a", x, missing());
    }
    Instances result = filter(table);
    assertArrayEquals(new double[] {-1, missing(), 1}, column(result, 2), 1e-12);
    assertTrue(result.stream().allMatch(row -> row.isMissing(3)));
  }

  @Test
  public void classAndOtherColumnsStay() throws Exception {
    Instances table = SubjectTables.empty(new Attribute("kind", List.of("k", "l")), X, Y);
    table.setClassIndex(4);
    SubjectTables.add(table, "a", 1, 2, 3);
    SubjectTables.add(table, "a", 0, 4, 5);
    Instances result = filter(table);
    assertTrue(table.equalHeaders(result));
    assertArrayEquals(new double[] {1, 0}, column(result, 2), 0);
    assertArrayEquals(new double[] {-1, 1}, column(result, 3), 1e-12);
    assertArrayEquals(table.attributeToDoubleArray(4), column(result, 4), 0);
    assertEquals("1.wav", result.get(1).stringValue(0));
  }

  @Test
  public void sparseRowsAreStandardisedToo() throws Exception {
    Instances table = SubjectTables.empty(X);
    SubjectTables.add(table, "a", 0);
    SubjectTables.add(table, "a", 4);
    Instances sparse = new Instances(table, 0);
    table.forEach(row -> sparse.add(new SparseInstance(row)));
    assertArrayEquals(new double[] {-1, 1}, column(filter(sparse), 2), 1e-12);
  }

  /** Frames 1 to 5 of band 0, of which the second segment repeats frame 3. */
  @Test
  public void frameThatSegmentsShareIsCountedOnce() throws Exception {
    Instances table = SubjectTables.bags(SubjectTables.frames(2, 3));
    SubjectTables.addClip(table, "a", 3, 2, new double[][] {{1, 2, 3, 4, 5}, {0, 0, 9, 0, 0}});
    SubjectTables.addClip(table, "b", 3, 2, new double[][] {{1, 2, 6}, {7, 7, 7}});
    Instances result = filter(table);
    double sd = Math.sqrt(2);
    double low = -1.8 / 3.6;
    assertArrayEquals(
        new double[] {-2 / sd, -1 / sd, 0, low, low, 7.2 / 3.6},
        SubjectTables.bag(result, 0)[0],
        1e-6);
    assertArrayEquals(
        new double[] {0, 1 / sd, 2 / sd, 7.2 / 3.6, low, low},
        SubjectTables.bag(result, 0)[1],
        1e-6);
    assertArrayEquals(
        new double[] {0, 0, 0}, Arrays.copyOfRange(SubjectTables.bag(result, 1)[0], 3, 6), 0);
  }

  @Test
  public void everyRowOfASubjectHasMeanZeroAndDeviationOneAtAnyStep() throws Exception {
    Random random = new Random(1);
    for (int step = 1; step <= WIDTH; step++) {
      Instances table = SubjectTables.bags(SubjectTables.frames(3, WIDTH));
      for (int clip = 0; clip < 6; clip++) {
        double[][] frames = new double[3][WIDTH + step * (clip + 1)];
        for (int band = 0; band < frames.length; band++) {
          int scale = band + 1;
          Arrays.setAll(frames[band], t -> (float) (scale * random.nextGaussian() - 10 * scale));
        }
        SubjectTables.addClip(table, clip % 2 == 0 ? "a" : "b", WIDTH, step, frames);
      }
      Instances result = filter(table);
      for (int subject = 0; subject < 2; subject++) {
        for (int band = 0; band < 3; band++) {
          double[] frames = frames(result, subject, band, step);
          assertEquals(0, StatUtils.mean(frames), 1e-6);
          assertEquals(1, StatUtils.populationVariance(frames), 1e-6);
        }
      }
    }
  }

  /** Returns each frame of a subject's clips once. */
  private static double[] frames(Instances table, int subject, int band, int step) {
    List<Double> frames = new ArrayList<>();
    for (Instance row : table) {
      Instances bag = row.relationalValue(2);
      for (int s = 0; s < bag.size() && row.value(1) == subject; s++) {
        for (int t = s == 0 ? 0 : WIDTH - step; t < WIDTH; t++) {
          frames.add(bag.get(s).value(band * WIDTH + t));
        }
      }
    }
    return frames.stream().mapToDouble(value -> value).toArray();
  }

  @Test
  public void overlappingSegmentsStayEqualBitByBitAndCompact() throws Exception {
    Instances result = filter(filter(tones(3), mel()));
    for (Instance row : result) {
      Instances bag = row.relationalValue(2);
      assertTrue(bag.size() > 2);
      for (int s = 1; s < bag.size(); s++) {
        SegmentInstance before = (SegmentInstance) bag.get(s - 1);
        SegmentInstance after = (SegmentInstance) bag.get(s);
        for (int i = 0; i < bag.numAttributes(); i++) {
          if (i % 32 >= 20) {
            assertEquals(before.value(i), after.value(i - 20), 0);
          }
        }
      }
    }
  }

  @Test
  public void arffOfTheBagsGivesTheSameNumbers() throws Exception {
    Instances bags = filter(tones(4), mel());
    File file = folder.newFile("bags.arff");
    ArffSaver saver = new ArffSaver();
    saver.setInstances(bags);
    saver.setFile(file);
    saver.writeBatch();
    Instances read = DataSource.read(file.toString());
    read.setClassIndex(read.numAttributes() - 1);
    assertBags(filter(bags), filter(read));
  }

  private static void assertBags(Instances expected, Instances result) {
    assertEquals(expected.size(), result.size());
    for (int row = 0; row < expected.size(); row++) {
      double[][] bag = SubjectTables.bag(expected, row);
      double[][] other = SubjectTables.bag(result, row);
      assertEquals(bag.length, other.length);
      for (int s = 0; s < bag.length; s++) {
        assertArrayEquals(bag[s], other[s], 0);
      }
    }
  }

  private Instances tones(int clips) throws Exception {
    return ClipTables.tones(folder.getRoot().toPath(), clips, 1.2);
  }

  private static MelDeltaSpectrogram mel() throws Exception {
    MelDeltaSpectrogram filter = new MelDeltaSpectrogram();
    filter.setOptions(new String[] {"-bands", "8", "-frames", "32", "-step", "20"});
    return filter;
  }

  @Test
  public void pixelsOfAFaceAreStandardisedByChannel() throws Exception {
    Instances table =
        SubjectTables.bags(
            new Attribute("red_y00_x00"),
            new Attribute("red_y00_x01"),
            new Attribute("blue_y00_x00"),
            new Attribute("blue_y00_x01"));
    SubjectTables.addBag(table, "a", new double[] {1, 3, 5, 5}, new double[] {1, 3, 7, 7});
    assertArrayEquals(new double[] {-1, 1, -1, -1}, SubjectTables.bag(filter(table), 0)[0], 1e-6);
    assertArrayEquals(new double[] {-1, 1, 1, 1}, SubjectTables.bag(filter(table), 0)[1], 1e-6);
  }

  @Test
  public void valuesOfOtherNamesAreStandardisedByThemselvesAndLabelsStay() throws Exception {
    Instances table = SubjectTables.bags(X, new Attribute("kind", List.of("k", "l")), Y);
    SubjectTables.addBag(table, "a", new double[] {1, 1, 0}, new double[] {3, 0, missing()});
    SubjectTables.addBag(table, "a", new double[][] {});
    SubjectTables.add(table, "b", missing());
    Instances result = filter(table);
    assertArrayEquals(new double[] {-1, 1, 0}, SubjectTables.bag(result, 0)[0], 1e-6);
    assertArrayEquals(new double[] {1, 0, missing()}, SubjectTables.bag(result, 0)[1], 1e-6);
    assertEquals(0, result.get(1).relationalValue(2).size());
    assertTrue(result.get(2).isMissing(2));
  }

  /** Of a spectrogram without its first frame, groups are known, but no frames are shared. */
  @Test
  public void framesThatDoNotStandInOrderCountInEachSegment() throws Exception {
    Attribute[] names = {new Attribute("static_f00_t01"), new Attribute("static_f00_t00")};
    Instances table = SubjectTables.bags(names);
    SubjectTables.addBag(table, "a", new double[] {0, 4}, new double[] {4, 0}, new double[] {0, 4});
    Instances result = filter(table);
    assertArrayEquals(new double[] {-1, 1}, SubjectTables.bag(result, 0)[2], 1e-6);
  }

  @Test
  public void subjectMayBeAString() throws Exception {
    ArrayList<Attribute> attributes =
        new ArrayList<>(List.of(new Attribute("subject", (List<String>) null), new Attribute("x")));
    Instances table = new Instances("strings", attributes, 0);
    for (double x : new double[] {1, 10, 5, 20}) {
      table.add(
          new DenseInstance(
              1, new double[] {table.attribute(0).addStringValue(x > 5 ? "b" : "a"), x}));
    }
    Instances result = filter(table);
    assertArrayEquals(new double[] {-1, -1, 1, 1}, column(result, 1), 1e-12);
    assertEquals("b", result.get(3).stringValue(0));
  }

  @Test
  public void rowsWithoutASubjectAreOneAndWarnedOfOnce() throws Exception {
    Instances table = SubjectTables.empty(X);
    SubjectTables.add(table, null, 1);
    SubjectTables.add(table, "a", 100);
    SubjectTables.add(table, "a", 300);
    SubjectTables.add(table, null, 5);
    SubjectStandardize filter = new SubjectStandardize();
    assertArrayEquals(new double[] {-1, -1, 1, 1}, column(filter(table, filter), 2), 1e-12);
    Filter.useFilter(table, filter);
    assertEquals(
        List.of("SubjectStandardize: 2 rows have no subject and are taken for one."), log.messages);
  }

  @Test
  public void subjectOfTheFirstBatchKeepsItsStatistics() throws Exception {
    Instances table = SubjectTables.empty(X);
    for (double x : new double[] {1, 5, 9}) {
      SubjectTables.add(table, "a", x);
    }
    SubjectStandardize filter = new SubjectStandardize();
    filter(SubjectTables.part(table, 0, 2), filter);
    assertArrayEquals(
        new double[] {3},
        column(Filter.useFilter(SubjectTables.part(table, 2, 1), filter), 2),
        1e-12);
    assertEquals(List.of(), log.messages);
  }

  @Test
  public void newSubjectIsStandardisedByItsRowsOfTheBatch() throws Exception {
    Instances table = SubjectTables.empty(X);
    SubjectTables.add(table, "a", 1);
    SubjectTables.add(table, "a", 5);
    for (double x : new double[] {10, 30, 20, 40}) {
      SubjectTables.add(table, "b", x);
    }
    SubjectStandardize filter = new SubjectStandardize();
    filter(SubjectTables.part(table, 0, 2), filter);
    for (int first : new int[] {2, 4}) {
      Instances batch = SubjectTables.part(table, first, 2);
      assertArrayEquals(new double[] {-1, 1}, column(Filter.useFilter(batch, filter), 2), 1e-12);
    }
    assertEquals(List.of(), log.messages);
  }

  @Test
  public void newSubjectRowByRowIsStandardisedByEachRowAndWarnedOfOnce() throws Exception {
    Instances table = SubjectTables.empty(X);
    SubjectTables.add(table, "a", 1);
    SubjectTables.add(table, "a", 5);
    SubjectTables.add(table, "b", 10);
    SubjectTables.add(table, "b", 30);
    SubjectStandardize filter = new SubjectStandardize();
    filter(SubjectTables.part(table, 0, 2), filter);
    for (int row = 2; row < 4; row++) {
      assertTrue(filter.input(table.get(row)));
      assertEquals(1, filter.numPendingOutput());
      assertEquals(0, filter.outputPeek().value(2), 0);
      assertEquals("%s.wav".formatted(row), filter.output().stringValue(0));
      assertEquals(0, filter.numPendingOutput());
    }
    assertEquals(
        List.of(
            "SubjectStandardize: there is one row alone of subject 'b', by which it is standardised"
                + " (all its numbers become 0), so that decisions will be poorer; give all rows of"
                + " a subject at once (PathNetPredict: -speaker)."),
        log.messages);
  }

  @Test
  public void enrolledSubjectCanBeFilteredRowByRow() throws Exception {
    Instances table = SubjectTables.empty(X);
    for (double x : new double[] {1, 5}) {
      SubjectTables.add(table, "a", x);
    }
    for (double x : new double[] {10, 30}) {
      SubjectTables.add(table, "b", x);
    }
    SubjectStandardize filter = new SubjectStandardize();
    filter(SubjectTables.part(table, 0, 2), filter);
    filter.enroll(table);
    for (int row = 0; row < 4; row++) {
      filter.input(table.get(row));
      assertEquals(row % 2 * 2 - 1, filter.output().value(2), 1e-12);
    }
    assertEquals(List.of(), log.messages);
  }

  @Test
  public void laterBagsAreFilteredAlikeOneByOneAndAfterSaving() throws Exception {
    Instances bags = filter(tones(8), mel());
    SubjectStandardize filter = new SubjectStandardize();
    Instances first = filter(SubjectTables.part(bags, 0, 4), filter);
    Instances later = SubjectTables.part(bags, 4, 4);
    Instances expected = Filter.useFilter(later, filter);
    assertBags(first, Filter.useFilter(SubjectTables.part(bags, 0, 4), filter));
    SubjectStandardize saved = (SubjectStandardize) new SerializedObject(filter).getObject();
    for (int row = 0; row < 4; row++) {
      saved.input(later.get(row));
      saved.batchFinished();
      Instance one = saved.output();
      // the columns of one batch do not hold the bags of all before it
      assertTrue(one.attribute(2).numValues() <= 2);
      assertSegments(SubjectTables.bag(expected, row), one.relationalValue(2));
    }
  }

  private static void assertSegments(double[][] expected, Instances bag) {
    for (int s = 0; s < expected.length; s++) {
      assertArrayEquals(expected[s], bag.get(s).toDoubleArray(), 0);
    }
  }

  @Test
  public void savedFilterHoldsNoBags() throws Exception {
    Instances bags = filter(tones(4), mel());
    SubjectStandardize filter = new SubjectStandardize();
    filter(bags, filter);
    SubjectStandardize saved = (SubjectStandardize) new SerializedObject(filter).getObject();
    assertEquals(0, saved.getOutputFormat().attribute(2).numValues());
  }

  @Test
  public void worksInAMultiFilterBehindSpectrogramsAndBeforeAndBehindFunctionals()
      throws Exception {
    Instances clips = tones(6);
    MultiFilter chain = new MultiFilter();
    chain.setFilters(new Filter[] {mel(), new SubjectStandardize(), functionals()});
    Instances result = filter(clips, chain);
    assertEquals(6, result.size());
    assertEquals(
        column(filter(filter(filter(clips, mel()), new SubjectStandardize()), functionals()), 2)[3],
        column(result, 2)[3],
        0);
    chain.setFilters(new Filter[] {mel(), functionals(), new SubjectStandardize()});
    result = filter(clips, chain);
    double[] means = column(result, result.attribute("static_f00_mean").index());
    // rows 0, 1, 4, 5 are of the first subject
    assertEquals(0, means[0] + means[1] + means[4] + means[5], 1e-9);
  }

  private static BagFunctionals functionals() {
    return new BagFunctionals();
  }

  @Test
  public void aLearnerOfBagsWorksBehindItInAFilteredClassifier() throws Exception {
    Instances bags = filter(tones(8), mel());
    FilteredClassifier scheme = new FilteredClassifier();
    scheme.setFilter(new SubjectStandardize());
    scheme.setClassifier(new BandMeans());
    scheme.buildClassifier(bags);
    BandMeans behind = new BandMeans();
    Instances filtered = filter(bags);
    behind.buildClassifier(filtered);
    for (int row = 0; row < bags.size(); row++) {
      assertArrayEquals(
          behind.distributionForInstance(filtered.get(row)),
          scheme.distributionForInstance(bags.get(row)),
          1e-12);
    }
  }

  @Test
  public void signatureHasTheFilter() throws Exception {
    Instances table = SubjectTables.empty(X);
    assertEquals("clips-features(SubjectStandardize)", filter(table).relationName());
    table.setRelationName(FeatureSignature.tag("emodb", "Mel -bands 8"));
    assertEquals("emodb-features(Mel -bands 8 | SubjectStandardize)", filter(table).relationName());
  }

  @Test
  public void tableWithoutASubjectIsRejected() throws Exception {
    Instances table = SubjectTables.empty(X);
    table.renameAttribute(1, "speaker");
    assertRejected(table);
    Instances byClass = SubjectTables.empty(X);
    byClass.setClassIndex(1);
    assertRejected(byClass);
  }

  private static void assertRejected(Instances table) {
    IllegalArgumentException rejection =
        assertThrows(IllegalArgumentException.class, () -> filter(table));
    assertEquals(
        "Table 'clips' has no nominal or string attribute 'subject' beside its class, by which"
            + " SubjectStandardize groups the rows; rename the one that names the subject (filter"
            + " RenameAttribute).",
        rejection.getMessage());
  }

  /** Weka's batch mode asks for each row as soon as the filter has one. */
  @Test
  public void secondFileOfTheCommandLineIsStandardisedAsAWhole() throws Exception {
    Instances table = SubjectTables.empty(X);
    for (double x : new double[] {1, 5}) {
      SubjectTables.add(table, "a", x);
    }
    for (double x : new double[] {10, 30}) {
      SubjectTables.add(table, "b", x);
    }
    List<String> files = new ArrayList<>();
    for (int part = 0; part < 2; part++) {
      files.add(folder.newFile("in%s.arff".formatted(part)).toString());
      ArffSaver saver = new ArffSaver();
      saver.setInstances(SubjectTables.part(table, 2 * part, 2));
      saver.setFile(new File(files.get(2 * part)));
      saver.writeBatch();
      files.add(folder.getRoot() + "/out%s.arff".formatted(part));
    }
    String words = "-b -c last -i %s -o %s -r %s -s %s";
    String[] options = words.formatted(files.toArray()).split(" ");
    new SubjectStandardize().run(new SubjectStandardize(), options.clone());
    assertArrayEquals(new double[] {-1, 1}, column(DataSource.read(files.get(3)), 2), 1e-6);
    SubjectStandardize.main(options.clone());
    assertArrayEquals(new double[] {-1, 1}, column(DataSource.read(files.get(3)), 2), 1e-6);
  }
}
