package emotiontransfer.study;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.commons.csv.CSVRecord;
import org.junit.BeforeClass;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import weka.core.Instances;
import weka.core.WekaException;
import weka.core.converters.ConverterUtils.DataSource;
import weka.experiment.PairedCorrectedTTester;

/** What a study leaves, on tiny corpora in the paper's names. */
public class EmotionStudyTest {

  private static final String TRANSFER = "A_eNTER+SAV->EMO";

  /** 3 subjects, 2 texts, 6 emotions without neutral; the third subject has no boredom. */
  private static final int CLIPS = 34;

  @Rule public final TemporaryFolder temporary = new TemporaryFolder();

  private static FinishedStudy study;

  @BeforeClass
  public static void runStudy() throws Exception {
    study = FinishedStudy.get();
  }

  private static List<CSVRecord> results(String setting, String system) throws Exception {
    return FinishedStudy.csv(study.out().resolve("results.csv")).stream()
        .filter(row -> row.get("setting").equals(setting) && row.get("system").equals(system))
        .toList();
  }

  @Test
  public void everySystemDecidesOnEveryClipOnceForEachSeed() throws Exception {
    for (String system :
        List.of("scratch", "transfer", "fine-tune", "fixed", "chain", "smo", "forest")) {
      List<CSVRecord> rows = results(TRANSFER, system);
      assertEquals(system, 2 * CLIPS, rows.size());
      TreeSet<String> decided = new TreeSet<>();
      rows.forEach(row -> decided.add(row.get("seed") + row.get("file")));
      assertEquals(system, 2 * CLIPS, decided.size());
      for (CSVRecord row : rows) {
        assertEquals("a fold is a subject", row.get("subject"), row.get("fold"));
        double sum = 0;
        for (String label :
            List.of("anger", "boredom", "disgust", "fear", "happiness", "sadness")) {
          sum += Double.parseDouble(row.get("prob_" + label));
        }
        assertEquals(1, sum, 1e-9);
      }
    }
  }

  @Test
  public void settingFromScratchRunsWhatNeedsNoSource() throws Exception {
    assertEquals(2 * CLIPS, results("A_EMO", "scratch").size());
    assertTrue(results("A_EMO", "transfer").isEmpty());
  }

  @Test
  public void equalWorkOfTwoSettingsIsDoneOnce() throws Exception {
    assertEquals(
        results("A_EMO", "scratch").stream().map(row -> row.get("prob_fear")).toList(),
        results(TRANSFER, "scratch").stream().map(row -> row.get("prob_fear")).toList());
    long folders =
        FinishedStudy.names(study.out().resolve("folds")).stream()
            .filter(name -> name.startsWith("scratch-"))
            .count();
    assertEquals(1, folders);
  }

  @Test
  public void sourceIsEvolvedOnceForEachSeed() throws Exception {
    List<String> models =
        FinishedStudy.names(study.out().resolve("sources")).stream()
            .filter(name -> name.endsWith(".model"))
            .map(name -> name.replaceFirst("-[0-9a-f]{12}-", "-"))
            .toList();
    // Pooled for transfer and fine-tuning; for the chain the first source, and the second on it.
    assertEquals(
        List.of(
            "pathnet-enter+surrey-seed1.model",
            "pathnet-enter+surrey-seed2.model",
            "pathnet-enter-seed1.model",
            "pathnet-enter-seed2.model",
            "pathnet-surrey-seed1.model",
            "pathnet-surrey-seed2.model"),
        new ArrayList<>(new TreeSet<>(models)));
  }

  @Test
  public void absentCorpusSkipsItsSettingWithASentence() throws Exception {
    assertTrue(
        study
            .text("report.md")
            .contains(
                "V\\_SAV: There is no video corpus in the naming scheme of SAVEE in corpora"
                    + " (SAV)."));
  }

  @Test
  public void reportBeginsWithWhatWasRun() throws Exception {
    String report = study.text("report.md");
    int first = report.indexOf("## Setting A");
    assertTrue(report.indexOf("## Settings that were not run") > first && first > 0);
    assertTrue(report.indexOf("## Where the paper's tables") > first);
    assertContains(
        report,
        "[Setting A\\_EMO](#A\\_EMO-setting), [recall by emotion](#A\\_EMO-recalls)",
        "[Settings that were not run](#skipped): V\\_SAV");
  }

  @Test
  public void captionsNameTheColoursOfThePictures() throws Exception {
    assertContains(study.text("report.md"), "the frozen pathway in red.");
    String picture = study.text("figures/A_eNTER+SAV-to-EMO-pathway-destination-start.svg");
    assertContains(picture, "rgb(200,32,30)");
  }

  @Test
  public void foldOfAnotherSubjectEndsTheStudyNamingSettingSystemAndSeed() throws Exception {
    Path copy = temporary.getRoot().toPath().resolve("copy");
    try (Stream<Path> files = Files.walk(study.out())) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(study.out().relativize(file).toString()));
      }
    }
    Path folds;
    try (Stream<Path> folders = Files.list(copy.resolve("folds"))) {
      folds =
          folders
              .filter(folder -> folder.getFileName().toString().startsWith("fixed-"))
              .findFirst()
              .orElseThrow()
              .resolve("seed2");
    }
    List<String> names = FinishedStudy.names(folds);
    Files.copy(
        folds.resolve(names.get(0)),
        folds.resolve(names.get(1)),
        StandardCopyOption.REPLACE_EXISTING);
    Exception error =
        assertThrows(Exception.class, () -> new EmotionStudy().run(null, study.options(copy)));
    String message = error.getMessage();
    assertTrue(message, message.contains("system fixed, seed 2: "));
    assertTrue(message, message.contains("holds the fold "));
    assertTrue(message, message.startsWith("Setting "));
  }

  @Test
  public void segmentsOfEveryClipAreCounted() throws Exception {
    for (CSVRecord row : results(TRANSFER, "transfer")) {
      int segments = Integer.parseInt(row.get("segments"));
      int hits = Integer.parseInt(row.get("segment_hits"));
      assertTrue(segments > 0);
      assertTrue(hits >= 0 && hits <= segments);
    }
  }

  @Test
  public void reportHasThePapersNumbersAndFiguresBesideItsOwn() throws Exception {
    String report = study.text("report.md");
    assertContains(
        report,
        "### Recall by emotion (the paper's Table 3)",
        "### Methods (the paper's Table 7)",
        "### Confusion (the paper's Figure 18 (b))",
        "### ROC (the paper's Figure 17 (b))",
        "### Test learning curves (the paper's Figure 15)",
        "### Pathways (the paper's Figures 19 to 23)",
        "the paper's Table 3 (transfer) | 0.990 | 0.990 | 1.000 | 0.940 | 0.940 | 0.960 | 0.970",
        "The paper reports k-fold cross-validation",
        "Neutral of berlin was left out.",
        "gives a WAR of 0.176 and a UAR of 0.167",
        "emotions anger, boredom, disgust, fear, happiness, sadness");
    String methods = study.text("tables/A_eNTER+SAV-to-EMO-methods.csv");
    assertTrue(methods, methods.contains("WAR in the paper's Table 7"));
  }

  private static void assertContains(String text, String... parts) {
    for (String part : parts) {
      assertTrue(part, text.contains(part));
    }
  }

  @Test
  public void reportHasCorporaHashesVersionsSeedsAndMachine() throws Exception {
    String report = study.text("report.md");
    assertContains(
        report.replaceAll("[0-9a-f]{64}", "#"),
        "| berlin (audio) | EMO-DB | 3 | 40 | 6 |",
        "| #",
        "Weka 3.8.",
        "Seeds: 1, 2",
        "cores",
        "-G 4");
  }

  @Test
  public void everyFigureIsThereAsPngSvgAndNumbers() throws Exception {
    Path figures = study.out().resolve("figures");
    List<String> names = FinishedStudy.names(figures);
    String id = "A_eNTER+SAV-to-EMO-";
    for (String figure :
        List.of(
            "confusion-transfer",
            "roc-transfer",
            "curves",
            "pathway-source-start",
            "pathway-source-optimum",
            "pathway-destination-start",
            "pathway-destination-end",
            "pathway-destination-optimum")) {
      for (String kind : List.of(".png", ".svg", ".csv")) {
        assertTrue(id + figure + kind, names.contains(id + figure + kind));
      }
      assertTrue(ImageIO.read(figures.resolve(id + figure + ".png").toFile()).getWidth() > 400);
    }
    List<CSVRecord> curve = FinishedStudy.csv(figures.resolve(id + "curves.csv"));
    assertEquals("1, 2 and 4 generations of 5 PathNets", 15, curve.size());
    List<String> colours = List.of("#0072b2", "#d55e00");
    String svg = Files.readString(figures.resolve(id + "curves.svg")).toLowerCase();
    colours.forEach(
        colour -> {
          int rgb = Integer.parseInt(colour.substring(1), 16);
          String decimal = "rgb(%d,%d,%d)".formatted(rgb >> 16, rgb >> 8 & 255, rgb & 255);
          assertTrue(decimal, svg.contains(decimal) || svg.contains(colour));
        });
    assertTrue(svg.contains("generation"));
  }

  @Test
  public void wekasTesterReadsTheExperiment() throws Exception {
    Instances table = DataSource.read(study.out().resolve("experiment.arff").toString());
    assertEquals((4 + 7) * 2 * 3, table.numInstances());
    PairedCorrectedTTester tester = new PairedCorrectedTTester();
    tester.setOptions(new String[] {"-D", "1", "-R", "2", "-F", "3", "-G", "4,5,6"});
    tester.setInstances(table);
    assertEquals("settings", 2, tester.getNumDatasets());
    assertEquals("runs are not systems", 7, tester.getNumResultsets());
    assertTrue(table.attribute("Percent_correct").isNumeric());
    assertFalse(table.toString().contains(study.out().toString()));
    String schemes = table.attribute("Key_Scheme_options").toString();
    assertFalse("depends on the machine: " + schemes, schemes.matches(".*-num-slots [1-9].*"));
  }

  @Test
  public void secondStartDoesNothingAgain() throws Exception {
    Path copy = temporary.newFolder("out").toPath();
    copy(study.out(), copy);
    Path fold;
    try (Stream<Path> files = Files.walk(copy.resolve("folds"))) {
      fold =
          files
              .filter(file -> file.toString().matches(".*scratch-.*csv"))
              .findFirst()
              .orElseThrow();
    }
    Object before = Files.getLastModifiedTime(fold);
    List<String> options = new ArrayList<>(List.of(study.options(copy)));
    options.set(options.indexOf("-settings") + 1, "A_EMO");
    options.addAll(List.of("-systems", "scratch"));
    new EmotionStudy().run(null, options.toArray(String[]::new));
    assertEquals(before, Files.getLastModifiedTime(fold));
    assertTrue(
        Files.readString(copy.resolve("report.md"))
            .contains("folds were there before and were not done again"));
    assertEquals(
        results("A_EMO", "scratch").stream().map(CSVRecord::toList).toList(),
        FinishedStudy.csv(copy.resolve("results.csv")).stream().map(CSVRecord::toList).toList());
  }

  private static void copy(Path from, Path to) throws Exception {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file));
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }

  @Test
  public void numberOfJobsChangesNoResult() throws Exception {
    Path out = new File(temporary.getRoot(), "one").toPath();
    List<String> options = new ArrayList<>(List.of(study.options(out)));
    options.set(options.indexOf("-settings") + 1, "A_EMO");
    options.addAll(List.of("-systems", "scratch,forest", "-jobs", "1"));
    new EmotionStudy().run(null, options.toArray(String[]::new));
    List<List<String>> expected = new ArrayList<>();
    results("A_EMO", "scratch").forEach(row -> expected.add(row.toList()));
    results("A_EMO", "forest").forEach(row -> expected.add(row.toList()));
    assertEquals(
        expected,
        FinishedStudy.csv(out.resolve("results.csv")).stream().map(CSVRecord::toList).toList());
  }

  @Test
  public void clipwiseFoldsAreLabelledSpeakerDependentAndHideTheSpeaker() throws Exception {
    Path out = new File(temporary.getRoot(), "clips").toPath();
    new EmotionStudy()
        .run(
            null,
            new String[] {
              "-corpora",
              study.corpora().toString(),
              "-out",
              out.toString(),
              "-destination",
              "berlin",
              "-protocol",
              "clips",
              "-folds",
              "3",
              "-systems",
              "scratch,smo",
              "-seeds",
              "1",
              "-G",
              "2",
              "-curve",
              "0",
              "-pathnet",
              "-M 4 -H 4 -N 2 -P 2"
            });
    List<CSVRecord> rows = FinishedStudy.csv(out.resolve("results.csv"));
    TreeSet<String> foldsOfASpeaker = new TreeSet<>();
    rows.stream()
        .filter(row -> row.get("subject").equals("emodb-03"))
        .forEach(row -> foldsOfASpeaker.add(row.get("fold")));
    assertEquals(List.of("1", "2", "3"), List.copyOf(foldsOfASpeaker));
    String report = Files.readString(out.resolve("report.md"));
    assertTrue(report.contains("speaker-dependent: every speaker is on both sides"));
    assertFalse(report.contains("No speaker is on both sides"));
  }

  @Test
  public void subjectwiseFoldsKeepSpeakersWhole() throws Exception {
    Path out = new File(temporary.getRoot(), "subjects").toPath();
    new EmotionStudy()
        .run(
            null,
            new String[] {
              "-source",
              study.corpora().resolve("enter").toString(),
              "-destination",
              study.corpora().resolve("berlin").toString(),
              "-out",
              out.toString(),
              "-protocol",
              "subjects",
              "-folds",
              "2",
              "-systems",
              "smo",
              "-seeds",
              "1"
            });
    TreeSet<String> pairs = new TreeSet<>();
    FinishedStudy.csv(out.resolve("results.csv"))
        .forEach(row -> pairs.add(row.get("subject") + " " + row.get("fold")));
    assertEquals("every subject is in one fold", 3, pairs.size());
    String report = Files.readString(out.resolve("report.md"));
    assertTrue(report.contains("Setting A\\_enter→berlin"));
    assertFalse("the paper's settings", report.contains("no such setting was run"));
    assertFalse("the paper's corpora", report.contains("eNTER is"));
    assertTrue(report.contains("in the layout of the paper's Table 7"));
    assertTrue(
        report,
        report.contains("emotions anger, disgust, fear, happiness, sadness) after evolution"));
  }

  @Test
  public void rejectionsAreASentence() {
    assertRejected("Option -out is missing", "-corpora", study.corpora().toString());
    assertRejected(
        "No setting can be run: There is no corpus 'mars'",
        "-corpora",
        study.corpora().toString(),
        "-destination",
        "mars",
        "-out",
        new File(temporary.getRoot(), "x").getPath());
    assertRejected(
        "No setting can be run: Two of the corpora have the same name",
        "-corpora",
        study.corpora().toString(),
        "-source",
        "berlin",
        "-destination",
        "berlin",
        "-out",
        new File(temporary.getRoot(), "x").getPath());
  }

  @Test
  public void settingInWhichNoSystemCanRunIsSkippedWithASentence() {
    assertRejected(
        "No setting can be run: None of its systems can run without more source corpora;",
        "-corpora",
        study.corpora().toString(),
        "-settings",
        "A_EMO",
        "-systems",
        "transfer,chain",
        "-out",
        new File(temporary.getRoot(), "x").getPath());
  }

  private static void assertRejected(String start, String... options) {
    WekaException rejection =
        assertThrows(WekaException.class, () -> new EmotionStudy().run(null, options));
    assertTrue(rejection.getMessage(), rejection.getMessage().startsWith(start));
  }
}
