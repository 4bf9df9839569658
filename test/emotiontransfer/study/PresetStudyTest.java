package emotiontransfer.study;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import emotiontransfer.weka.preset.Preset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import weka.classifiers.functions.PathNetClassifier;
import weka.core.Instances;
import weka.core.SerializationHelper;
import weka.core.Utils;
import weka.core.converters.ConverterUtils.DataSource;
import weka.experiment.PairedCorrectedTTester;

/** The preset's systems beside the paper's, reduced to three generations of tiny networks. */
public class PresetStudyTest {

  @ClassRule public static final TemporaryFolder TEMPORARY = new TemporaryFolder();

  private static final String ID = "A_enter-to-berlin-";

  /** Clips of the five emotions that both corpora have, of three subjects with two texts. */
  private static final int CLIPS = 30;

  private static final List<String> SYSTEMS =
      List.of("scratch", "preset", "preset-transfer", "preset-vote", "smo");

  private static final String OWN = "-source enter -subject-standardize -seeds 1 -curve 2";

  private static Path corpora;
  private static Path plain;
  private static Path own;

  @BeforeClass
  public static void runStudies() throws Exception {
    corpora = StudyCorpora.write(TEMPORARY.newFolder("corpora").toPath());
    // Names with a space, which schemes in schemes quote.
    plain = run("plain study", "-source enter -few-subjects 1 -seeds 1,2 -curve 0");
    own = run("own study", OWN);
  }

  private static Path run(String name, String more) throws Exception {
    Path out = TEMPORARY.getRoot().toPath().resolve(name);
    List<String> options =
        new ArrayList<>(List.of("-corpora", corpora.toString(), "-out", out.toString()));
    options.addAll(List.of("-destination", "berlin", "-systems", "scratch,smo", "-preset"));
    options.addAll(List.of("-G", "2", "-pathnet", "-M 6 -H 4 -N 2 -P 3 -mini-batch 4"));
    options.addAll(List.of("-preset-options", "-G 3 -M 3 -H 4 -N 2 -P 3 -ensemble 1"));
    options.addAll(List.of(more.split(" ")));
    new EmotionStudy().run(null, options.toArray(String[]::new));
    return out;
  }

  private static List<CSVRecord> results(Path out, String system) throws Exception {
    return FinishedStudy.csv(out.resolve("results.csv")).stream()
        .filter(row -> row.get("system").equals(system))
        .toList();
  }

  private static double[] probabilities(CSVRecord row) {
    return row.toMap().entrySet().stream()
        .filter(cell -> cell.getKey().startsWith("prob_"))
        .sorted(Map.Entry.comparingByKey())
        .mapToDouble(cell -> Double.parseDouble(cell.getValue()))
        .toArray();
  }

  @Test
  public void systemsStandInOneTableEachWithEveryClip() throws Exception {
    Map<String, Integer> counts = new TreeMap<>();
    FinishedStudy.csv(plain.resolve("results.csv"))
        .forEach(row -> counts.merge(row.get("system"), 1, Integer::sum));
    assertEquals(
        SYSTEMS.stream().collect(Collectors.toMap(system -> system, system -> 2 * CLIPS)), counts);
    for (CSVRecord row : results(plain, "preset-vote")) {
      assertEquals(1, Arrays.stream(probabilities(row)).sum(), 1e-9);
      assertEquals("a vote decides for whole clips", "0", row.get("segments"));
    }
    List<String> methods =
        FinishedStudy.csv(plain.resolve("tables").resolve(ID + "methods.csv")).stream()
            .map(row -> row.get("Method"))
            .toList();
    assertEquals(
        List.of(
            "PathNet from scratch",
            "PathNet with preset, from scratch",
            "PathNet with preset, transfer (grid initialised from the source)",
            "Vote of PathNet with preset and SMO on functionals",
            "Weka's SMO on functionals"),
        methods);
  }

  /** The network of the vote is trained as that of the transfer is, with the same seed. */
  @Test
  public void voteIsTheMeanOfTheTransferAndOfAnSmo() throws Exception {
    List<CSVRecord> votes = results(plain, "preset-vote");
    List<CSVRecord> networks = results(plain, "preset-transfer");
    int differs = 0;
    for (int i = 0; i < votes.size(); i++) {
      double[] vote = probabilities(votes.get(i));
      double[] network = probabilities(networks.get(i));
      double sum = 0;
      for (int c = 0; c < vote.length; c++) {
        double smo = 2 * vote[c] - network[c];
        assertTrue("a probability: " + smo, smo > -1e-9 && smo < 1 + 1e-9);
        sum += smo;
        differs += Math.abs(smo - network[c]) > 1e-6 ? 1 : 0;
      }
      assertEquals(1, sum, 1e-9);
    }
    assertTrue(differs > votes.size());
  }

  @Test
  public void sourceIsTrainedOnceASeedWithHalfTheGenerations() throws Exception {
    List<String> models =
        FinishedStudy.names(plain.resolve("sources")).stream()
            .filter(name -> name.endsWith(".model"))
            .toList();
    assertEquals(
        List.of("preset-enter-seed1.model", "preset-enter-seed2.model"),
        models.stream().map(name -> name.replaceFirst("-[0-9a-f]{12}-", "-")).toList());
    PathNetClassifier source =
        (PathNetClassifier)
            SerializationHelper.read(plain.resolve("sources").resolve(models.get(0)).toString());
    assertEquals(Preset.SPEECH, source.getPreset());
    assertEquals(2, source.getMeasure("measureGenerations"), 0);
    assertEquals(
        "a standardised source is another",
        0,
        FinishedStudy.names(own.resolve("sources")).stream().filter(models::contains).count());
  }

  @Test
  public void fewSubjectsHaveScratchAndTransferOfThePreset() throws Exception {
    TreeSet<String> few = new TreeSet<>();
    FinishedStudy.csv(plain.resolve("few-subjects.csv")).forEach(row -> few.add(row.get("system")));
    assertEquals(new TreeSet<>(List.of("scratch", "preset", "preset-transfer", "smo")), few);
    assertEquals(4, FinishedStudy.csv(plain.resolve("tables/" + ID + "few-WAR.csv")).size());
  }

  private static double war(String system, String subject) throws Exception {
    return results(plain, system).stream()
        .filter(row -> row.get("subject").equals(subject))
        .mapToInt(row -> row.get("actual").equals(row.get("predicted")) ? 1 : 0)
        .average()
        .orElseThrow();
  }

  @Test
  public void systemsArePairedWithThePresetFromScratch() throws Exception {
    List<CSVRecord> tests =
        FinishedStudy.csv(plain.resolve("tables").resolve(ID + "preset-tests.csv"));
    assertEquals("four other systems, two figures", 8, tests.size());
    CSVRecord transfer =
        tests.stream()
            .filter(row -> row.get("Method").contains("transfer"))
            .filter(row -> row.get("Figure").equals("WAR"))
            .findFirst()
            .orElseThrow();
    double[] differences = new double[3];
    List<String> subjects = List.of("emodb-03", "emodb-08", "emodb-09");
    for (int i = 0; i < 3; i++) {
      differences[i] = war("preset-transfer", subjects.get(i)) - war("preset", subjects.get(i));
    }
    assertEquals(Utils.mean(differences), Double.parseDouble(transfer.get("Difference")), 1e-12);
    String few = "tables/" + ID + "few-preset-tests.csv";
    assertEquals("three systems, two numbers, two figures", 12, csv(few).size());
    assertEquals("as before, beside", 8, csv("tables/" + ID + "tests.csv").size());
  }

  private static List<CSVRecord> csv(String file) throws Exception {
    return FinishedStudy.csv(plain.resolve(file));
  }

  @Test
  public void reportHasWhatThePresetStandsFor() throws Exception {
    String report = Files.readString(plain.resolve("report.md"));
    assertTrue(report.contains("-preset speech stands for: " + Preset.SPEECH.options()));
    assertTrue(report, report.contains("enter→berlin, preset: weka.classifiers.functions.PathNet"));
    assertTrue(report, report.contains("berlin, preset-transfer, source: weka.classifiers."));
    assertTrue(report.contains("Paired by subject against PathNet with preset, from scratch"));
    assertFalse(report.contains("transductive"));
  }

  @Test
  public void standardisedSystemsAreCalledTransductive() throws Exception {
    String report = Files.readString(own.resolve("report.md"));
    String note =
        "Figures of “PathNet with preset, from scratch”, “PathNet with preset, transfer (grid"
            + " initialised from the source)”, “Vote of PathNet with preset and SMO on"
            + " functionals”, “Weka's SMO on functionals, standardised by subject” are"
            + " transductive: each test subject is standardised by its own test clips, without"
            + " their classes.";
    assertEquals(
        "at the top and below the methods", 3, report.split(Pattern.quote(note), -1).length);
    for (String system : List.of("preset", "preset-transfer", "preset-vote", "smo-subject")) {
      assertTrue(system, report.contains("berlin, " + system + ": transductive: each"));
    }
    assertFalse(report.contains("berlin, smo: transductive"));
    assertEquals(CLIPS, results(own, "smo-subject").size());
    String first = "prob_anger";
    assertFalse(
        results(own, "preset").stream()
            .map(row -> row.get(first))
            .toList()
            .equals(
                results(plain, "preset").stream()
                    .filter(row -> row.get("seed").equals("1"))
                    .map(row -> row.get(first))
                    .toList()));
  }

  @Test
  public void standardisationChangesNoneOfThePapersSystems() throws Exception {
    for (String system : List.of("scratch", "smo")) {
      assertEquals(
          results(plain, system).stream()
              .filter(row -> row.get("seed").equals("1"))
              .map(CSVRecord::toList)
              .toList(),
          results(own, system).stream().map(CSVRecord::toList).toList());
    }
  }

  @Test
  public void learningCurveEndsAtTheResultAlsoBehindTheFilter() throws Exception {
    List<CSVRecord> curves = FinishedStudy.csv(own.resolve("figures").resolve(ID + "curves.csv"));
    for (String system : List.of("preset", "preset-transfer")) {
      double war =
          results(own, system).stream()
              .mapToInt(row -> row.get("actual").equals(row.get("predicted")) ? 1 : 0)
              .average()
              .orElseThrow();
      String title = system.equals("preset") ? "from scratch" : "transfer";
      List<CSVRecord> points =
          curves.stream()
              .filter(row -> row.get("system").startsWith("PathNet with preset, " + title))
              .toList();
      assertEquals(
          List.of("1", "2", "3"), points.stream().map(row -> row.get("generation")).toList());
      assertEquals(war, Double.parseDouble(points.get(2).get("war")), 1e-12);
    }
  }

  @Test
  public void wekasTesterTakesRunsForRunsAndSeesNoPath() throws Exception {
    Instances table = DataSource.read(plain.resolve("experiment.arff").toString());
    PairedCorrectedTTester tester = new PairedCorrectedTTester();
    tester.setOptions(new String[] {"-D", "1", "-R", "2", "-F", "3", "-G", "4,5,6"});
    tester.setInstances(table);
    assertEquals(SYSTEMS.size(), tester.getNumResultsets());
    for (Path out : List.of(plain, own)) {
      String text = Files.readString(out.resolve("experiment.arff"));
      assertFalse(text.contains(TEMPORARY.getRoot().getName()));
    }
  }

  @Test
  public void aFoldThatIsMissingIsDoneAgainAndNoOther() throws Exception {
    Map<Path, FileTime> before = times();
    String results = Files.readString(own.resolve("results.csv"));
    Path lost =
        before.keySet().stream()
            .filter(file -> file.toString().contains("preset-vote-"))
            .findFirst()
            .orElseThrow();
    Files.delete(lost);
    run("own study", OWN + " -jobs 1");
    assertEquals(results, Files.readString(own.resolve("results.csv")));
    Map<Path, FileTime> after = times();
    assertFalse(before.remove(lost).equals(after.remove(lost)));
    assertEquals(before, after);
  }

  private static Map<Path, FileTime> times() throws Exception {
    Map<Path, FileTime> times = new TreeMap<>();
    for (String folder : List.of("folds", "sources")) {
      try (Stream<Path> files = Files.walk(own.resolve(folder))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          times.put(file, Files.getLastModifiedTime(file));
        }
      }
    }
    return times;
  }

  @Test
  public void withoutASourceTheVoteIsFromScratch() throws Exception {
    Path out = run("no source", "-without scratch -seeds 1 -curve 0");
    TreeSet<String> systems = new TreeSet<>();
    FinishedStudy.csv(out.resolve("results.csv")).forEach(row -> systems.add(row.get("system")));
    assertEquals(new TreeSet<>(List.of("preset", "preset-vote", "smo")), systems);
    assertFalse(Files.exists(out.resolve("sources")));
  }
}
