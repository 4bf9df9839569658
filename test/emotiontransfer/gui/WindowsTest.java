package emotiontransfer.gui;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import emotiontransfer.demo.SmallCorpora;
import emotiontransfer.packaging.BuiltFiles;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import weka.classifiers.functions.PathNetClassifier;
import weka.experiment.Experiment;

/** Weka's windows with the package that was installed from the zip. */
public class WindowsTest {

  /** So many that Stop is pressed while a scheme is trained; see {@link DatabaseTour}. */
  private static final int GENERATIONS = 150;

  @ClassRule public static final TemporaryFolder FOLDER = new TemporaryFolder();

  private static PrivateDisplay display;
  private static Path corpora;
  private static Path wekaHome;
  private static Path newcomersHome;
  private static Path firstDayHome;
  private static Path databaseHome;
  private static Path tours;

  @BeforeClass
  public static void installAndOpenDisplay() throws Exception {
    BuiltFiles.require(
        "The window tests need the commands Xvfb and openbox.", PrivateDisplay.isPossible());
    corpora = shortFolder();
    SmallCorpora.writeSource(corpora.resolve("nordan"));
    SmallCorpora.writeDestination(corpora.resolve("velua"));
    FaceCorpus.write(corpora.resolve("faces"));
    FaceCorpus.writePictures(corpora.resolve("pictures"));
    UnknownCorpus.write(corpora.resolve("velua"), corpora.resolve("unknown"));
    // A recording that belongs to no emotion.
    Files.write(corpora.resolve("velua").resolve("hum.wav"), new byte[] {1});
    for (String name : List.of("nordan", "velua")) {
      Files.writeString(corpora.resolve(name + ".corpus"), "dir = " + name + "\n");
    }
    tours = copyTours(FOLDER.newFolder("tours").toPath());
    copyExamples();
    wekaHome = installedHome("wekafiles");
    newcomersHome = installedHome("newcomer");
    firstDayHome = installedHome("first-day");
    databaseHome = installedHome("database");
    Files.createDirectories(databaseHome.resolve("props"));
    Files.copy(
        Path.of("doc/experiments/hsqldb.props"), databaseHome.resolve("props/DatabaseUtils.props"));
    display = PrivateDisplay.open();
  }

  /** Installs into an empty WEKA_HOME, as the user guide does. */
  private static Path installedHome(String name) throws IOException, InterruptedException {
    Path home = FOLDER.newFolder(name).toPath();
    run(
        home,
        "weka.core.WekaPackageManager",
        "-offline",
        "-install-package",
        BuiltFiles.hostZip().toAbsolutePath().toString());
    return home;
  }

  /** The examples as they are, but for the number of generations, and of runs in one of them. */
  private static void copyExamples() throws Exception {
    Path examples = Path.of("doc/experiments");
    for (String experiment : List.of("speaker-dependent.exp", "subject-per-run.exp")) {
      Files.copy(examples.resolve(experiment), corpora.resolve(experiment));
    }
    String flow = Files.readString(examples.resolve("subject-folds.kf"));
    assertTrue(flow, flow.contains("-G 80 "));
    Files.writeString(corpora.resolve("subject-folds.kf"), flow.replace("-G 80 ", "-G 5 "));
    String baselines = "scratch-transfer-baselines.exp";
    Experiment experiment = Experiment.read(examples.resolve(baselines).toString());
    experiment.setRunUpper(1);
    for (int i = 0; i < experiment.getPropertyArrayLength(); i++) {
      if (experiment.getPropertyArrayValue(i) instanceof PathNetClassifier pathNet) {
        pathNet.setGenerations(GENERATIONS);
      }
    }
    Experiment.write(corpora.resolve(baselines).toString(), experiment);
  }

  /** Paths are seen in screenshots: they shall be short and the same each time, if possible. */
  private static Path shortFolder() throws IOException {
    try {
      return Files.createDirectory(Path.of("/tmp/corpora"));
    } catch (FileAlreadyExistsException inUse) {
      return Files.createTempDirectory(Path.of("/tmp"), "corpora");
    }
  }

  @AfterClass
  public static void closeDisplay() throws IOException {
    if (display != null) {
      display.close();
    }
    if (corpora != null) {
      try (Stream<Path> files = Files.walk(corpora)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  @Test
  public void recordingsAreRecognisedByClickingAlone() throws Exception {
    walk(RecogniseTour.class);
  }

  @Test
  public void aFirstDayLeadsFromAnEmptyHomeToFiguresOfAnUnknownCorpus() throws Exception {
    walk(FirstDayTour.class, firstDayHome);
  }

  @Test
  public void corpusWindowScansPreviewsWritesAndOpensTheExplorer() throws Exception {
    walk(CorpusTour.class);
  }

  @Test
  public void corpusWindowShowsFacesAndTheExplorerCropsThem() throws Exception {
    walk(FaceTour.class);
  }

  @Test
  public void explorerGoesFromACorpusFileToTransferByClickingAlone() throws Exception {
    walk(ExplorerTour.class);
  }

  @Test
  public void stopEndsTrainingAndLeavesNoThreadBehind() throws Exception {
    walk(StopTour.class);
  }

  @Test
  public void newcomerClicksFromAnEmptyHomeToAPairedTTest() throws Exception {
    walk(NewcomerTour.class, newcomersHome);
  }

  @Test
  public void examplesOpenInTheSimpleModeAndRunInTheKnowledgeFlow() throws Exception {
    walk(ExamplesTour.class);
  }

  @Test
  public void experimentThatWasStoppedContinuesInItsDatabase() throws Exception {
    walk(DatabaseTour.class, databaseHome);
  }

  @Test
  public void experimentIsSpreadOverHostsAndSaved() throws Exception {
    walk(HostsTour.class);
  }

  private static void walk(Class<? extends Tour> tour) throws Exception {
    walk(tour, wekaHome);
  }

  private static void walk(Class<? extends Tour> tour, Path home) throws Exception {
    run(
        home,
        TourMain.class.getName(),
        tour.getSimpleName(),
        corpora.toString(),
        Path.of(System.getProperty("emotiontransfer.screenshots")).toAbsolutePath().toString());
  }

  /** Runs a class in a JVM with Weka, JUnit and the tests, but without the package. */
  private static void run(Path home, String mainClass, String... arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx2g",
                "-Djava.awt.headless=false",
                "-Dweka.packageManager.offline=true",
                "-cp",
                String.join(
                    File.pathSeparator,
                    BuiltFiles.lib("weka").toAbsolutePath() + "/*",
                    BuiltFiles.lib("test").toAbsolutePath() + "/*",
                    tours.toString()),
                mainClass));
    command.addAll(List.of(arguments));
    File output = FOLDER.newFile();
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(corpora.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output);
    builder.environment().put("WEKA_HOME", home.toString());
    builder.environment().remove("CLASSPATH");
    if (display != null) {
      builder.environment().put("DISPLAY", display.name());
    }
    int status = builder.start().waitFor();
    assertEquals(Files.readString(output.toPath()), 0, status);
  }

  /** The tours alone: the other tests lie in Weka's packages, where Weka looks for schemes. */
  private static Path copyTours(Path to) throws IOException {
    Path classes =
        Path.of(WindowsTest.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    Path room = Path.of(WindowsTest.class.getPackageName().replace('.', '/'));
    Files.createDirectories(to.resolve(room));
    try (Stream<Path> files = Files.list(classes.resolve(room))) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(room).resolve(file.getFileName()));
      }
    }
    return to;
  }
}
