package emotiontransfer.spark;

import static emotiontransfer.spark.SparkJob.failed;
import static emotiontransfer.spark.SparkJob.files;
import static emotiontransfer.spark.SparkJob.succeeded;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import emotiontransfer.demo.cluster.LoopbackCluster;
import emotiontransfer.demo.cluster.WatchedProcess;
import emotiontransfer.packaging.BuiltFiles;
import emotiontransfer.study.EmotionStudy;
import emotiontransfer.study.StudyCorpora;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import weka.core.PluginManager;
import weka.experiment.LeaveOneSubjectOutEvaluation;

/**
 * The jar for Spark on a master and two workers of this machine, which talk to nobody who does not
 * know their secret.
 */
public class SparkStudyTest {

  /** Two models of sources one behind the other, one of both, and four systems of three folds. */
  private static final List<String> STUDY =
      List.of(
          "-source",
          "enter+surrey",
          "-destination",
          "berlin",
          "-systems",
          "scratch,transfer,chain,forest",
          "-seeds",
          "1",
          "-G",
          "3",
          "-curve",
          "2",
          "-pathnet",
          "-M 4 -H 4 -N 2 -P 2");

  private static final int FOLDS = 12;
  private static final int MODELS = 3;

  @ClassRule public static final TemporaryFolder FOLDER = new TemporaryFolder();

  private static Path corpora;
  private static Map<String, String> local;
  private static LoopbackCluster cluster;

  /** A study that ran undisturbed on two executors. */
  private static Path undisturbed;

  private static String log;

  @BeforeClass
  public static void runLocallyAndOnACluster() throws Exception {
    Path folder = FOLDER.getRoot().toPath();
    // As Weka's package manager does for an installed package.
    PluginManager.addFromProperties(new File("resources/PluginManager.props"));
    corpora = StudyCorpora.write(folder.resolve("corpora"));
    Path out = folder.resolve("local");
    new EmotionStudy().run(null, study(out).toArray(String[]::new));
    local = figures(out);
    cluster = LoopbackCluster.start(BuiltFiles.lib("spark"), folder.resolve("cluster"), 2);
    undisturbed = folder.resolve("spark");
    List<String> options = study(undisturbed);
    options.addAll(List.of("-store", "../store"));
    log = succeeded(submit("SparkStudy", options));
  }

  @AfterClass
  public static void stopTheCluster() {
    if (cluster != null) {
      cluster.close();
    }
  }

  private static List<String> study(Path out) {
    List<String> options = new ArrayList<>(STUDY);
    options.addAll(List.of("-corpora", corpora.toString(), "-out", out.toString()));
    return options;
  }

  private static WatchedProcess submit(String command, List<String> options) throws IOException {
    return SparkJob.submit(cluster, command, List.of(), options);
  }

  /** All numbers of a study: of each clip, and of all tables. */
  private static Map<String, String> figures(Path out) throws IOException {
    Map<String, String> figures = new TreeMap<>();
    figures.put("results.csv", Files.readString(out.resolve("results.csv")));
    for (Path table : files(out.resolve("tables"), 1, ".csv")) {
      figures.put(table.getFileName().toString(), Files.readString(table));
    }
    return figures;
  }

  private static List<Path> folds(Path out) throws IOException {
    return files(out.resolve("folds"), 3, ".csv");
  }

  private static int models(Path out) throws IOException {
    return files(out.resolve("sources"), 1, ".model").size();
  }

  private static int count(String text, String pattern) {
    return (int) Pattern.compile(pattern).matcher(text).results().count();
  }

  private static Path out(String name) {
    return FOLDER.getRoot().toPath().resolve(name);
  }

  @Test
  public void twoExecutorsGiveTheFiguresOfOneProcess() throws Exception {
    assertEquals(local, figures(undisturbed));
    assertEquals(MODELS, models(undisturbed));
    assertEquals(FOLDS, folds(undisturbed).size());
    for (String executor : List.of("executor 0", "executor 1")) {
      assertTrue(log, count(log, "Finished task .*" + executor) > 0);
    }
    assertEquals(
        "parts of four tables", 5, files(undisturbed.resolve("decoded"), 1, ".txt").size());
    assertEquals("all clips, once each", 58, files(out("store"), 2, ".npy").size());
    String report = Files.readString(undisturbed.resolve("report.md"));
    assertTrue(report, report.contains("2 on a cluster of Apache Spark, with 1 thread each"));
  }

  @Test
  public void secondStartDoesNothingAgain() throws Exception {
    String again = succeeded(submit("SparkStudy", study(undisturbed)));
    assertEquals(0, count(again, "Finished task "));
    assertEquals(local, figures(undisturbed));
  }

  @Test
  public void executorsWithoutTheFolderSendWhatTheyWrite() throws Exception {
    Path out = out("collected");
    // Paths from the driver's working folder, which is that of the cluster; executors have others.
    List<String> options = new ArrayList<>(STUDY);
    options.set(1, "../corpora/enter+../corpora/surrey");
    options.set(3, "../corpora/berlin");
    options.addAll(List.of("-out", "../collected", "-collect"));
    succeeded(submit("SparkStudy", options));
    assertEquals(local, figures(out));
    assertEquals(MODELS, models(out));
    long scratch =
        files(out("cluster"), 9, ".csv").stream()
            .filter(file -> file.toString().contains("/study/folds/"))
            .count();
    assertEquals("in the folders of the executors", FOLDS, scratch);
  }

  @Test
  public void workerThatIsKilledCostsItsTaskOnly() throws Exception {
    Path out = out("killed");
    WatchedProcess lost = cluster.addWorker();
    WatchedProcess driver = submit("SparkStudy", study(out));
    driver.await("Finished task .* in stage 2.0 ");
    lost.kill();
    String after = succeeded(driver);
    assertTrue(after, count(after, "Lost executor ") > 0);
    assertTrue(after, count(after, "Lost task ") <= 1);
    assertEquals(local, figures(out));
  }

  @Test
  public void taskThatFailsFourTimesEndsTheStudyAndKeepsTheRest() throws Exception {
    Path out = out("failing");
    Path fold =
        folds(undisturbed).stream()
            .filter(file -> file.toString().contains("forest-"))
            .findFirst()
            .orElseThrow();
    // A folder that is not empty stands where a fold of the last system would be written.
    Path obstacle = Files.createDirectories(out.resolve(undisturbed.relativize(fold)));
    Files.createFile(obstacle.resolve("x"));
    Files.copy(undisturbed.resolve(".format"), out.resolve(".format"));
    String ending = failed(submit("SparkStudy", study(out)));
    assertTrue(ending, ending.contains("failed 4 times"));
    assertTrue(ending, ending.contains(fold.getFileName() + "' cannot be written"));
    assertTrue(ending, ending.contains("What is done is kept; started again, the command goes on"));
    assertEquals(MODELS, models(out));
    assertTrue(ending, folds(out).size() > FOLDS / 2);

    Files.delete(obstacle.resolve("x"));
    Files.delete(obstacle);
    succeeded(submit("SparkStudy", study(out)));
    assertEquals(local, figures(out));
  }

  @Test
  public void clipThatCannotBeReadEndsTheStudyAtOnce() throws Exception {
    Path broken = StudyCorpora.write(out("broken"));
    Files.writeString(broken.resolve("berlin").resolve("03a01Wa.wav"), "no sound");
    List<String> options = study(out("none"));
    options.set(options.indexOf("-corpora") + 1, broken.toString());
    String ending = failed(submit("SparkStudy", options));
    assertTrue(ending, count(ending, "03a01Wa.wav'.*Repair or remove it") > 0);
    assertFalse(ending, ending.contains("failed 4 times"));
    assertEquals("no task is tried again", 0, count(ending, "Lost task .*TaskFailure"));
  }

  @Test
  public void workerWithoutTheSecretIsNotTaken() throws Exception {
    int before = count(cluster.master().output(), "Registering worker ");
    WatchedProcess stranger = cluster.startStranger();
    stranger.await("Failed to connect to master|Connection to master failed");
    stranger.kill();
    assertFalse(stranger.output(), stranger.output().contains("Successfully registered"));
    assertEquals(before, count(cluster.master().output(), "Registering worker "));
  }

  @Test
  public void evaluationPrintsTheTableOfOneProcess() throws Exception {
    Path corpus = out("berlin.corpus");
    Files.writeString(corpus, "dir=%s%nscheme=emodb%n".formatted(corpora.resolve("berlin")));
    String options =
        "-t %s -W weka.classifiers.meta.FilteredClassifier --"
            + " -F weka.filters.unsupervised.attribute.MelDeltaSpectrogram"
            + " -W weka.classifiers.functions.PathNetClassifier -- -G 3 -M 4 -num-slots 1";
    List<String> words = List.of(options.formatted(corpus).split(" "));
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream console = System.out;
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      new LeaveOneSubjectOutEvaluation().run(null, words.toArray(String[]::new));
    } finally {
      System.setOut(console);
    }
    List<String> fromThere = new ArrayList<>(words);
    fromThere.set(1, "../" + corpus.getFileName());
    String evaluated = succeeded(submit("SparkLeaveOneSubjectOut", fromThere));
    for (String line : printed.toString(StandardCharsets.UTF_8).lines().toList()) {
      assertTrue(line + " is missing in\n" + evaluated, evaluated.contains(line));
    }
    assertEquals("a task a fold", 3, count(evaluated, "Finished task "));
  }
}
