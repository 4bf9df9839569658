package emotiontransfer.study;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import weka.core.Instances;
import weka.core.Utils;
import weka.core.converters.ConverterUtils.DataSource;
import weka.experiment.PairedCorrectedTTester;

/** A study's curve over few training subjects, on a destination of three subjects. */
public class FewSubjectsStudyTest {

  @ClassRule public static final TemporaryFolder TEMPORARY = new TemporaryFolder();

  private static final String ID = "A_enter-to-berlin-few";

  /** Clips of the five emotions that both corpora have, of three subjects with two texts. */
  private static final int CLIPS = 30;

  private static final Map<String, String> TITLES =
      Map.of(
          "scratch", "PathNet from scratch",
          "transfer", "PathNet, transfer (source pathway frozen)",
          "smo", "Weka's SMO on functionals");

  private static Path corpora;
  private static Path out;

  @BeforeClass
  public static void runStudy() throws Exception {
    corpora = StudyCorpora.write(TEMPORARY.newFolder("corpora").toPath());
    out = TEMPORARY.getRoot().toPath().resolve("out");
    run(out, "-destination", "berlin", "-source", "enter");
  }

  private static void run(Path folder, String... more) throws Exception {
    List<String> options =
        new ArrayList<>(List.of("-corpora", corpora.toString(), "-out", folder.toString()));
    options.addAll(List.of("-few-subjects", "9,2,1", "-systems", "scratch,transfer,fixed,smo"));
    options.addAll(List.of("-seeds", "1,2", "-G", "3", "-curve", "1"));
    options.addAll(List.of("-pathnet", "-M 6 -H 4 -N 2 -P 3 -mini-batch 4"));
    options.addAll(List.of(more));
    new EmotionStudy().run(null, options.toArray(String[]::new));
  }

  private static List<CSVRecord> csv(String file) throws Exception {
    return FinishedStudy.csv(out.resolve(file));
  }

  @Test
  public void threeSystemsTrainOnTheSameOneOfTheOthers() throws Exception {
    List<CSVRecord> rows = csv("few-subjects.csv");
    assertEquals("the rest of the numbers are no fewer than all", 3 * 2 * CLIPS, rows.size());
    Map<String, String> training = new TreeMap<>();
    for (CSVRecord row : rows) {
      assertEquals("1", row.get("training_subjects"));
      String fold = row.get("seed") + " " + row.get("fold");
      training.putIfAbsent(fold, row.get("trained_on"));
      assertEquals("for " + row.get("system"), training.get(fold), row.get("trained_on"));
    }
    // Smallest of sha256sum of seed, fold and name, with line feeds between.
    assertEquals(
        "{1 emodb-03=emodb-09, 1 emodb-08=emodb-03, 1 emodb-09=emodb-03,"
            + " 2 emodb-03=emodb-09, 2 emodb-08=emodb-03, 2 emodb-09=emodb-03}",
        training.toString());
  }

  /** Returns the WAR of a system by something, recomputed from the clips' decisions. */
  private static Map<String, Double> wars(String file, String system, String... by)
      throws Exception {
    return csv(file).stream()
        .filter(row -> row.get("system").equals(system))
        .collect(
            Collectors.groupingBy(
                row -> Stream.of(by).map(row::get).collect(Collectors.joining(" ")),
                TreeMap::new,
                Collectors.averagingDouble(
                    row -> row.get("actual").equals(row.get("predicted")) ? 1 : 0)));
  }

  private static double[] values(Collection<Double> values) {
    return values.stream().mapToDouble(value -> value).toArray();
  }

  @Test
  public void tableAndFigureHaveTheWarOfFewAndOfAll() throws Exception {
    List<CSVRecord> table = csv("tables/" + ID + "-WAR.csv");
    List<CSVRecord> figure = csv("figures/" + ID + ".csv");
    assertEquals(3, table.size());
    assertEquals(6, figure.size());
    for (String system : TITLES.keySet()) {
      for (String number : List.of("1", "2")) {
        String file = number.equals("1") ? "few-subjects.csv" : "results.csv";
        double[] seeds = values(wars(file, system, "seed").values());
        CSVRecord row = row(table, system);
        assertEquals(Utils.mean(seeds), Double.parseDouble(row.get(number)), 1e-12);
        double deviation = Math.sqrt(Utils.variance(seeds));
        assertEquals(deviation, Double.parseDouble(row.get(number + " (std. dev.)")), 1e-12);
        CSVRecord point =
            figure.stream()
                .filter(line -> line.get("system").equals(TITLES.get(system)))
                .filter(line -> line.get("training_subjects").equals(number))
                .findFirst()
                .orElseThrow();
        assertEquals(Utils.mean(seeds), Double.parseDouble(point.get("war")), 1e-12);
      }
    }
    for (String kind : List.of(".png", ".svg")) {
      assertTrue(Files.size(out.resolve("figures").resolve(ID + kind)) > 0);
    }
  }

  private static CSVRecord row(List<CSVRecord> table, String system) {
    return table.stream()
        .filter(line -> line.get("Method").equals(TITLES.get(system)))
        .findFirst()
        .orElseThrow();
  }

  @Test
  public void systemsArePairedWithScratchForEachNumber() throws Exception {
    List<CSVRecord> tests = csv("tables/" + ID + "-tests.csv");
    assertEquals("two systems, two numbers, two figures", 8, tests.size());
    for (String system : List.of("transfer", "smo")) {
      CSVRecord row =
          tests.stream()
              .filter(line -> line.get("Method").equals(TITLES.get(system)))
              .filter(line -> line.get("Training subjects").equals("1"))
              .filter(line -> line.get("Figure").equals("WAR"))
              .findFirst()
              .orElseThrow();
      double own = Utils.mean(values(wars("few-subjects.csv", system, "subject").values()));
      double scratch = Utils.mean(values(wars("few-subjects.csv", "scratch", "subject").values()));
      assertEquals(own - scratch, Double.parseDouble(row.get("Difference")), 1e-12);
      assertEquals("6", row.get("Subjects and seeds"));
      Map<String, Double> pairs = wars("few-subjects.csv", system, "subject", "seed");
      long wins =
          wars("few-subjects.csv", "scratch", "subject", "seed").entrySet().stream()
              .filter(pair -> !pair.getValue().equals(pairs.get(pair.getKey())))
              .count();
      // The smallest p that so many signs can have.
      double p = Double.parseDouble(row.get("p, Wilcoxon, subjects and seeds"));
      assertTrue(p >= Math.min(1, Math.pow(2, 1 - wins)) - 1e-12 && p <= 1);
    }
  }

  @Test
  public void reportShowsTheCurve() throws Exception {
    String report = Files.readString(out.resolve("report.md"));
    for (String part :
        List.of(
            "### Few training subjects",
            "WAR over the number of training subjects, pooled over all folds",
            "(figures/" + ID + ".png)",
            "few-subjects.csv",
            "| 1 training subject |")) {
      assertTrue(part, report.contains(part));
    }
  }

  @Test
  public void wekasTesterHasADataSetForEachNumber() throws Exception {
    Instances table = DataSource.read(out.resolve("experiment.arff").toString());
    assertEquals((4 + 3) * 2 * 3, table.numInstances());
    PairedCorrectedTTester tester = new PairedCorrectedTTester();
    tester.setOptions(new String[] {"-D", "1", "-R", "2", "-F", "3", "-G", "4,5,6"});
    tester.setInstances(table);
    assertEquals(2, tester.getNumDatasets());
    assertEquals(
        List.of("A_enter->berlin", "1 training subject: A_enter->berlin"),
        Stream.of(0, 1).map(table.attribute("Key_Dataset")::value).toList());
  }

  @Test
  public void aFoldThatIsMissingIsDoneAgainAndNoOther() throws Exception {
    Map<Path, FileTime> before = folds();
    Path lost =
        before.keySet().stream()
            .filter(FewSubjectsStudyTest::isFew)
            .filter(file -> file.toString().contains("transfer-"))
            .findFirst()
            .orElseThrow();
    Map<String, String> texts = texts();
    Files.delete(lost);
    run(out, "-destination", "berlin", "-source", "enter");
    assertEquals(texts, texts());
    Map<Path, FileTime> after = folds();
    assertFalse(before.remove(lost).equals(after.remove(lost)));
    assertEquals(before, after);
  }

  private static Map<Path, FileTime> folds() throws Exception {
    Map<Path, FileTime> times = new TreeMap<>();
    try (Stream<Path> files = Files.walk(out.resolve("folds"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".csv")).toList()) {
        times.put(file, Files.getLastModifiedTime(file));
      }
    }
    return times;
  }

  private static Map<String, String> texts() throws Exception {
    Map<String, String> texts = new TreeMap<>();
    for (String table : FinishedStudy.names(out.resolve("tables"))) {
      texts.put(table, Files.readString(out.resolve("tables").resolve(table)));
    }
    texts.put("few", Files.readString(out.resolve("few-subjects.csv")));
    return texts;
  }

  private static boolean isFew(Path fold) {
    try {
      return Files.readString(fold).contains("\ntrained,");
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  public void fewSubjectsHaveNeitherLearningCurvesNorModels() throws Exception {
    long few = 0;
    for (Path fold : folds().keySet()) {
      if (isFew(fold)) {
        few++;
        assertFalse(Files.readString(fold).contains("\ncurve,"));
        assertFalse(Files.exists(fold.resolveSibling("first-fold.model")));
      }
    }
    assertEquals(3 * 2 * 3, few);
  }

  @Test
  public void destinationOfTwoSubjectsHasNoFewerThanAll() throws Exception {
    Path folder = TEMPORARY.getRoot().toPath().resolve("two");
    run(folder, "-destination", "enter", "-without", "fixed,scratch");
    assertTrue(
        Files.readString(folder.resolve("report.md"))
            .contains(
                "The curve over few training subjects was left out: a fold of enter has 1 training"
                    + " subject anyway."));
    assertFalse(Files.exists(folder.resolve("few-subjects.csv")));
    assertFalse(FinishedStudy.names(folder.resolve("figures")).contains("A_enter-few.svg"));
  }

  @Test
  public void settingWithoutSystemsOfTheCurveHasNone() throws Exception {
    Path folder = TEMPORARY.getRoot().toPath().resolve("fixed");
    Path store = TEMPORARY.getRoot().toPath().resolve("store");
    run(folder, "-destination", "berlin", "-without", "scratch,smo", "-store", store.toString());
    assertEquals(1 + 40, Files.readAllLines(store.resolve("index.csv")).size());
    assertFalse(Files.exists(folder.resolve("few-subjects.csv")));
    String report = Files.readString(folder.resolve("report.md"));
    assertFalse(report.contains("1 training subject |"));
  }
}
