package weka.classifiers.functions;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import emotiontransfer.weka.table.FeatureSignature;
import emotiontransfer.weka.table.SegmentInstance;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import weka.classifiers.evaluation.Evaluation;
import weka.classifiers.meta.FilteredClassifier;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.SerializationHelper;
import weka.core.Utils;
import weka.core.WekaException;
import weka.filters.unsupervised.attribute.SubjectStandardize;

/** PathNetClassifier on the frames of whole clips. */
public class PathNetSequenceTest {

  private static final int BANDS = 4;
  private static final int WIDTH = 8;
  private static final int STEP = 3;
  private static final String SMALL =
      "-preset speech -L 2 -M 4 -N 2 -H 8 -P 4 -G 6 -mini-batch 8 -width 3 -dilation 1,2"
          + " -augmentation crop=9-14,band-mask=1 ";

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final Instances bags = table("demo", 48);

  /** Clips whose class is the speed of a wave, and whose subject is its height. */
  private static Instances table(String corpus, int clips) {
    ArrayList<Attribute> values = new ArrayList<>();
    for (String channel : List.of("static", "delta", "deltadelta")) {
      for (int band = 0; band < BANDS; band++) {
        for (int t = 0; t < WIDTH; t++) {
          values.add(new Attribute("%s_f%02d_t%02d".formatted(channel, band, t)));
        }
      }
    }
    ArrayList<Attribute> columns = new ArrayList<>();
    columns.add(new Attribute("file", (List<String>) null));
    columns.add(new Attribute("subject", List.of(corpus + "-1", corpus + "-2", corpus + "-3")));
    columns.add(new Attribute("bag", new Instances("bag", values, 0)));
    columns.add(new Attribute("emotion", List.of("slow", "fast")));
    String name = FeatureSignature.tag(corpus, "Test -bands " + BANDS);
    Instances table = new Instances(name, columns, 0);
    table.setClassIndex(3);
    Random random = new Random(corpus.hashCode());
    for (int clip = 0; clip < clips; clip++) {
      int subject = clip / 2 % 3;
      Instance row = new DenseInstance(4);
      row.setDataset(table);
      row.setValue(0, "clip" + clip + ".wav");
      row.setValue(1, subject);
      row.setValue(2, table.attribute(2).addRelation(bag(table, clip, subject, random)));
      row.setValue(3, clip % 2);
      table.add(row);
    }
    return table;
  }

  private static Instances bag(Instances table, int clip, int subject, Random random) {
    int segments = 2 + clip % 3;
    int frames = (segments - 1) * STEP + WIDTH;
    float[][] rows = new float[3 * BANDS][frames];
    double phase = 6 * random.nextDouble();
    for (int r = 0; r < rows.length; r++) {
      for (int t = 0; t < frames; t++) {
        double wave = Math.sin(phase + r + (0.5 + clip % 2) * t);
        rows[r][t] = (float) (5 * subject + wave + 0.3 * random.nextGaussian());
      }
    }
    Instances bag = new Instances(table.attribute(2).relation(), segments);
    for (int s = 0; s < segments; s++) {
      float[] values = new float[rows.length * WIDTH];
      for (int i = 0; i < values.length; i++) {
        values[i] = rows[i / WIDTH][s * STEP + i % WIDTH];
      }
      bag.add(SegmentInstance.of(values));
    }
    return bag;
  }

  private static PathNetClassifier classifier(String options) throws Exception {
    PathNetClassifier classifier = new PathNetClassifier();
    classifier.setOptions(Utils.splitOptions(SMALL + options));
    return classifier;
  }

  @Test
  public void decidesAboutWholeClips() throws Exception {
    Evaluation evaluation = new Evaluation(bags);
    evaluation.crossValidateModel(classifier("-G 30 -learning-rate 0.01"), bags, 3, new Random(1));
    assertTrue("accuracy " + evaluation.pctCorrect(), evaluation.pctCorrect() > 85);
  }

  @Test
  public void everyKindOfModuleLearnsFromSequences() throws Exception {
    for (String options :
        new String[] {
          "-module linear",
          "-module conv,linear",
          "-module conv -pool mean -skip-statistics no",
          "-module linear -pool mean -skip-statistics no",
          "-class-weights balanced",
          "-fitness holdout",
          "-schedule constant -optimizer sgd"
        }) {
      PathNetClassifier classifier = classifier(options);
      classifier.buildClassifier(bags);
      double[] distribution = classifier.distributionForInstance(bags.get(3));
      assertEquals(options, 1, Utils.sum(distribution), 1e-6);
    }
  }

  /** A pathway for each class through options, files, reports and the sources of others. */
  @Test
  public void aPathwayForEachClassIsSavedReportedAndTransferred() throws Exception {
    PathNetClassifier classifier = classifier("-ensemble 1 -pathways per-class");
    assertEquals("per-class", Utils.getOption("pathways", classifier.getOptions()));
    classifier.buildClassifier(bags);
    assertTrue(classifier.toString(), classifier.toString().contains("  of fast: {"));
    File file = folder.newFile("classes.model");
    SerializationHelper.write(file.getPath(), classifier);
    PathNetClassifier read = (PathNetClassifier) SerializationHelper.read(file.getPath());
    assertArrayEquals(classifier.getOptions(), read.getOptions());
    assertEquals(classifier.model().classPathways(), read.model().classPathways());
    PathNetClassifier next = classifier("-ensemble 1 -pathways per-class -source " + file);
    next.buildClassifier(table("other", 36));
    assertEquals(classifier.model().activePathway(), next.model().frozenPathway());
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> classifier("-ensemble 2 -pathways per-class").buildClassifier(bags))
            .getMessage();
    assertTrue(message, message.endsWith("give -ensemble 1."));
  }

  @Test
  public void aSavedSchemeDecidesTheSame() throws Exception {
    PathNetClassifier classifier = classifier("");
    classifier.buildClassifier(bags);
    File file = folder.newFile("speech.model");
    SerializationHelper.write(file.getPath(), classifier);
    PathNetClassifier read = (PathNetClassifier) SerializationHelper.read(file.getPath());
    assertArrayEquals(
        classifier.distributionForInstance(bags.get(7)),
        read.distributionForInstance(bags.get(7)),
        0);
    assertArrayEquals(classifier.getOptions(), read.getOptions());
    assertTrue(classifier.toString(), classifier.toString().contains("conv-3x1,conv-3x2"));
  }

  @Test
  public void worksBehindTheStandardisationOfSubjects() throws Exception {
    FilteredClassifier filtered = new FilteredClassifier();
    filtered.setFilter(new SubjectStandardize());
    filtered.setClassifier(classifier("-G 15 -learning-rate 0.01"));
    filtered.buildClassifier(bags);
    Evaluation evaluation = new Evaluation(bags);
    evaluation.evaluateModel(filtered, bags);
    assertTrue("accuracy " + evaluation.pctCorrect(), evaluation.pctCorrect() > 85);
  }

  @Test
  public void aSourceInitializesTheGrid() throws Exception {
    PathNetClassifier source = classifier("");
    source.buildClassifier(table("source", 36));
    File file = folder.newFile("source.model");
    SerializationHelper.write(file.getPath(), source);
    for (String use : new String[] {"initialize", "frozen", "reusable", "fine-tune"}) {
      PathNetClassifier classifier = classifier("-source-use " + use + " -source " + file);
      classifier.buildClassifier(bags);
      assertTrue(classifier.toString(), classifier.toString().contains(" " + use + ", modules"));
    }
    PathNetClassifier other = classifier("-width 5 -source " + file);
    String message =
        assertThrows(WekaException.class, () -> other.buildClassifier(bags)).getMessage();
    assertEquals(
        "Source model "
            + file
            + " has modules of the kind conv-3x1,conv-3x2, but the options ask"
            + " for conv-5x1,conv-5x2; use the same -module, -width and -dilation.",
        message);
  }

  @Test
  public void theNumberOfGenerationsOfACosineCannotGrow() throws Exception {
    PathNetClassifier classifier = classifier("-resume");
    classifier.buildClassifier(bags);
    classifier.setGenerations(8);
    String message =
        assertThrows(WekaException.class, () -> classifier.initializeClassifier(bags)).getMessage();
    assertTrue(message, message.startsWith("The model cannot be continued: its options"));
    PathNetClassifier constant = classifier("-resume -schedule constant");
    constant.buildClassifier(bags);
    constant.setGenerations(8);
    constant.initializeClassifier(bags);
    assertTrue(constant.next());
    constant.done();
  }

  @Test
  public void imagesAreAskedForByName() throws Exception {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> classifier("-module conv2d").buildClassifier(bags))
            .getMessage();
    assertTrue(message, message.contains("needs frames that are images"));
  }
}
