package emotiontransfer.study;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import emotiontransfer.figure.Figure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.math3.stat.inference.WilcoxonSignedRankTest;
import org.junit.BeforeClass;
import org.junit.Test;
import weka.classifiers.evaluation.Evaluation;
import weka.classifiers.evaluation.NominalPrediction;
import weka.core.Attribute;
import weka.core.Instances;
import weka.core.Utils;
import weka.core.converters.ConverterUtils.DataSource;
import weka.experiment.PairedCorrectedTTester;
import weka.experiment.PairedStats;

/**
 * Recomputes every table of a report from {@code results.csv}, with Weka's Evaluation, and compares
 * every number.
 */
public class GoldenTablesTest {

  private static final double EXACT = 1e-12;
  private static final List<String> SETTINGS = List.of("A_EMO", "A_eNTER+SAV->EMO");
  private static final List<String> LABELS =
      List.of("anger", "boredom", "disgust", "fear", "happiness", "sadness");

  private static final Map<String, String> TITLES = new LinkedHashMap<>();

  static {
    TITLES.put("scratch", "PathNet from scratch");
    TITLES.put("transfer", "PathNet, transfer (source pathway frozen)");
    TITLES.put("fine-tune", "PathNet, fine-tuned (source weights trainable)");
    TITLES.put("fixed", "PathNet, one fixed random pathway");
    TITLES.put("chain", "PathNet, transfer along the chain of sources");
    TITLES.put("smo", "Weka's SMO on functionals");
    TITLES.put("forest", "Weka's RandomForest on functionals");
  }

  private static FinishedStudy study;
  private static List<CSVRecord> clips;

  @BeforeClass
  public static void readResults() throws Exception {
    study = FinishedStudy.get();
    clips = FinishedStudy.csv(study.out().resolve("results.csv"));
  }

  private interface Where {
    boolean holds(CSVRecord clip);
  }

  private static List<CSVRecord> clips(String setting, String system, Where where) {
    return clips.stream()
        .filter(c -> c.get("setting").equals(setting) && c.get("system").equals(system))
        .filter(where::holds)
        .toList();
  }

  private static Where seed(String seed) {
    return clip -> clip.get("seed").equals(seed);
  }

  private static List<String> systems(String setting) {
    return TITLES.keySet().stream()
        .filter(system -> !clips(setting, system, c -> true).isEmpty())
        .toList();
  }

  /** Puts the predictions into Weka's Evaluation. */
  private static Evaluation evaluate(List<CSVRecord> rows) throws Exception {
    Instances header =
        new Instances("e", new ArrayList<>(List.of(new Attribute("emotion", LABELS))), 0);
    header.setClassIndex(0);
    Evaluation evaluation = new Evaluation(header);
    for (CSVRecord row : rows) {
      double[] distribution = new double[LABELS.size()];
      for (int i = 0; i < distribution.length; i++) {
        distribution[i] = Double.parseDouble(row.get("prob_" + LABELS.get(i)));
      }
      int actual = LABELS.indexOf(row.get("actual"));
      NominalPrediction prediction = new NominalPrediction(actual, distribution);
      assertEquals(LABELS.indexOf(row.get("predicted")), (int) prediction.predicted());
      weka.core.DenseInstance instance = new weka.core.DenseInstance(1);
      instance.setDataset(header);
      instance.setClassValue(actual);
      evaluation.evaluateModelOnceAndRecordPrediction(distribution, instance);
    }
    return evaluation;
  }

  private static double war(Evaluation evaluation) {
    return evaluation.weightedRecall();
  }

  private static double uar(Evaluation evaluation) {
    double sum = 0;
    int present = 0;
    for (int i = 0; i < LABELS.size(); i++) {
      if (evaluation.numTruePositives(i) + evaluation.numFalseNegatives(i) > 0) {
        sum += evaluation.recall(i);
        present++;
      }
    }
    return sum / present;
  }

  private static double uap(Evaluation evaluation) {
    double sum = 0;
    int present = 0;
    for (int i = 0; i < LABELS.size(); i++) {
      double predicted = evaluation.numTruePositives(i) + evaluation.numFalsePositives(i);
      double clips = evaluation.numTruePositives(i) + evaluation.numFalseNegatives(i);
      if (predicted + clips > 0) {
        sum += predicted > 0 ? evaluation.precision(i) : 0;
        present++;
      }
    }
    return sum / present;
  }

  private interface Figure {
    double of(Evaluation evaluation) throws Exception;
  }

  private static double[] overSeeds(String setting, String system, Figure figure) throws Exception {
    double[] values = new double[2];
    for (int seed = 1; seed <= 2; seed++) {
      values[seed - 1] = figure.of(evaluate(clips(setting, system, seed(String.valueOf(seed)))));
    }
    return values;
  }

  /** Returns each subject's figure, the mean of the two seeds. */
  private static TreeMap<String, Double> bySubject(String setting, String system, Figure figure)
      throws Exception {
    TreeSet<String> subjects = new TreeSet<>();
    clips(setting, system, c -> true).forEach(c -> subjects.add(c.get("subject")));
    TreeMap<String, Double> means = new TreeMap<>();
    for (String subject : subjects) {
      double sum = 0;
      for (String seed : List.of("1", "2")) {
        Where own = c -> seed(seed).holds(c) && c.get("subject").equals(subject);
        sum += figure.of(evaluate(clips(setting, system, own)));
      }
      means.put(subject, sum / 2);
    }
    return means;
  }

  private static double[] values(TreeMap<String, Double> map) {
    return map.values().stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static Path table(String setting, String name) {
    return study.out().resolve("tables/" + setting.replace("->", "-to-") + "-" + name + ".csv");
  }

  /** Returns the row of a system, which must be there. */
  private static CSVRecord row(List<CSVRecord> rows, String system) {
    return rows.stream()
        .filter(row -> row.get(0).equals(TITLES.get(system)))
        .findFirst()
        .orElseThrow();
  }

  /** Looks at a row of a table. */
  private interface Check {
    void of(String setting, String system, CSVRecord row) throws Exception;
  }

  private static void forEachSystem(String table, Check check) throws Exception {
    for (String setting : SETTINGS) {
      List<CSVRecord> rows = FinishedStudy.csv(table(setting, table));
      for (String system : systems(setting)) {
        check.of(setting, system, row(rows, system));
      }
    }
  }

  /** Returns the system whose row it is. */
  private static String system(CSVRecord row) {
    return TITLES.keySet().stream()
        .filter(word -> TITLES.get(word).equals(row.get("Method")))
        .findFirst()
        .orElseThrow();
  }

  private static void assertSpread(double[] expected, CSVRecord row, String column) {
    assertEquals(column, Utils.mean(expected), Double.parseDouble(row.get(column)), EXACT);
    assertEquals(
        column,
        Math.sqrt(Utils.variance(expected)),
        Double.parseDouble(row.get(column + " (std. dev.)")),
        EXACT);
  }

  @Test
  public void everyTableIsRecomputedHere() throws Exception {
    TreeSet<String> kinds = new TreeSet<>();
    for (String name : FinishedStudy.names(study.out().resolve("tables"))) {
      kinds.add(name.replaceFirst("^A_(eNTER\\+SAV-to-)?EMO-", "").replace(".csv", ""));
    }
    assertEquals(
        List.of(
            "areas",
            "methods",
            "recalls",
            "seeds",
            "segments",
            "subjects-UAR",
            "subjects-WAR",
            "tests"),
        List.copyOf(kinds));
  }

  @Test
  public void recallsAndPooledFigures() throws Exception {
    forEachSystem(
        "recalls",
        (setting, system, row) -> {
          for (String label : LABELS) {
            double[] recalls =
                overSeeds(setting, system, evaluation -> evaluation.recall(LABELS.indexOf(label)));
            assertEquals(Utils.mean(recalls), Double.parseDouble(row.get(label)), EXACT);
          }
          assertSpread(overSeeds(setting, system, GoldenTablesTest::war), row, "WAR");
          assertSpread(overSeeds(setting, system, GoldenTablesTest::uar), row, "UAR");
          assertSpread(overSeeds(setting, system, GoldenTablesTest::uap), row, "UAP");
        });
  }

  @Test
  public void methods() throws Exception {
    Figure war = GoldenTablesTest::war;
    Figure uar = GoldenTablesTest::uar;
    forEachSystem(
        "methods",
        (setting, system, row) -> {
          assertSpread(overSeeds(setting, system, war), row, "WAR, pooled");
          assertSpread(overSeeds(setting, system, uar), row, "UAR, pooled");
          assertSpread(values(bySubject(setting, system, war)), row, "WAR, over subjects");
          assertSpread(values(bySubject(setting, system, uar)), row, "UAR, over subjects");
        });
  }

  @Test
  public void seeds() throws Exception {
    for (String setting : SETTINGS) {
      for (CSVRecord row : FinishedStudy.csv(table(setting, "seeds"))) {
        String system = system(row);
        Evaluation evaluation = evaluate(clips(setting, system, seed(row.get("Seed"))));
        assertEquals(war(evaluation), Double.parseDouble(row.get("WAR")), EXACT);
        assertEquals(uar(evaluation), Double.parseDouble(row.get("UAR")), EXACT);
        assertEquals(uap(evaluation), Double.parseDouble(row.get("UAP")), EXACT);
      }
    }
  }

  @Test
  public void subjects() throws Exception {
    for (String setting : SETTINGS) {
      for (String name : List.of("WAR", "UAR")) {
        Figure figure = name.equals("WAR") ? GoldenTablesTest::war : GoldenTablesTest::uar;
        List<CSVRecord> rows = FinishedStudy.csv(table(setting, "subjects-" + name));
        assertEquals(3, rows.size());
        for (String system : systems(setting)) {
          TreeMap<String, Double> expected = bySubject(setting, system, figure);
          for (CSVRecord row : rows) {
            assertEquals(
                expected.get(row.get("Subject")), Double.parseDouble(row.get(system)), EXACT);
          }
        }
      }
    }
  }

  @Test
  public void areas() throws Exception {
    forEachSystem(
        "areas",
        (setting, system, row) -> {
          Evaluation all = evaluate(clips(setting, system, c -> true));
          for (String label : LABELS) {
            assertEquals(
                system + " " + label,
                all.areaUnderROC(LABELS.indexOf(label)),
                Double.parseDouble(row.get(label)),
                EXACT);
          }
        });
  }

  @Test
  public void segments() throws Exception {
    for (String setting : SETTINGS) {
      List<CSVRecord> rows = FinishedStudy.csv(table(setting, "segments"));
      for (CSVRecord row : rows) {
        assertTrue("Weka's learners have no segments", row.get("Method").startsWith("PathNet"));
      }
      for (String system : List.of("scratch", "fixed")) {
        double[] expected = new double[2];
        for (int seed = 1; seed <= 2; seed++) {
          List<CSVRecord> own = clips(setting, system, seed(String.valueOf(seed)));
          double segments = own.stream().mapToInt(c -> Integer.parseInt(c.get("segments"))).sum();
          assertTrue(segments >= own.size());
          expected[seed - 1] =
              own.stream().mapToInt(c -> Integer.parseInt(c.get("segment_hits"))).sum() / segments;
        }
        assertSpread(expected, row(rows, system), "WAR of segments");
      }
    }
  }

  /** With one seed, a subject's figures are those of a fold, which Weka's own tester compares. */
  @Test
  public void pairedTests() throws Exception {
    for (String setting : SETTINGS) {
      for (CSVRecord row : FinishedStudy.csv(table(setting, "tests"))) {
        Figure figure =
            row.get("Figure").equals("WAR") ? GoldenTablesTest::war : GoldenTablesTest::uar;
        String system = system(row);
        TreeMap<String, Double> own = bySubject(setting, system, figure);
        TreeMap<String, Double> scratch = bySubject(setting, "scratch", figure);
        double[] differences =
            own.keySet().stream().mapToDouble(s -> own.get(s) - scratch.get(s)).toArray();
        assertSpread(differences, row, "Difference");
        assertEquals("3", row.get("Subjects"));
        double t = weka(own, scratch).differencesProbability;
        assertEquals(t, Double.parseDouble(row.get("p, corrected paired t")), EXACT);
        double wilcoxon = Double.parseDouble(row.get("p, Wilcoxon"));
        assertTrue(wilcoxon > 0 && wilcoxon <= 1);
        if (distinct(differences)) {
          assertEquals(
              new WilcoxonSignedRankTest()
                  .wilcoxonSignedRankTest(values(own), values(scratch), true),
              wilcoxon,
              EXACT);
        }
      }
    }
  }

  /** The library's exact test is right where there are neither ties nor zeros. */
  private static boolean distinct(double[] differences) {
    TreeSet<Double> sizes = new TreeSet<>();
    for (double difference : differences) {
      sizes.add(Math.abs(difference));
    }
    return sizes.size() == differences.length && !sizes.contains(0.0);
  }

  /** Lets Weka's own tester compare, with clips of the three folds as they are. */
  private static PairedStats weka(TreeMap<String, Double> own, TreeMap<String, Double> scratch)
      throws Exception {
    StringBuilder arff = new StringBuilder("@relation t\n@attribute Key_Dataset {d}\n");
    arff.append("@attribute Key_Run {1}\n@attribute Key_Fold {");
    arff.append(String.join(",", own.keySet())).append("}\n@attribute Key_Scheme {a,b}\n");
    arff.append("@attribute Number_of_training_instances numeric\n");
    arff.append("@attribute Number_of_testing_instances numeric\n@attribute V numeric\n@data\n");
    Map<String, Integer> sizes = Map.of("emodb-03", 12, "emodb-08", 12, "emodb-09", 10);
    for (String subject : own.keySet()) {
      int test = sizes.get(subject);
      String head = "d,1,%s,%%s,%d,%d,".formatted(subject, 34 - test, test);
      arff.append(head.formatted("a")).append(own.get(subject)).append('\n');
      arff.append(head.formatted("b")).append(scratch.get(subject)).append('\n');
    }
    Instances table =
        new DataSource(
                new java.io.ByteArrayInputStream(
                    arff.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8)))
            .getDataSet();
    PairedCorrectedTTester tester = new PairedCorrectedTTester();
    tester.setOptions(new String[] {"-D", "1", "-R", "2", "-F", "3", "-G", "4"});
    tester.setInstances(table);
    weka.core.Instance specifier = table.get(0);
    tester.getNumResultsets();
    return tester.calculateStatistics(specifier, 0, 1, table.numAttributes() - 1);
  }
}
