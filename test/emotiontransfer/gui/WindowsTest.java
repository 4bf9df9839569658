package emotiontransfer.gui;

import static org.junit.Assert.assertTrue;

import emotiontransfer.demo.SmallCorpora;
import emotiontransfer.packaging.BuiltFiles;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import weka.experiment.Experiment;

/** Weka's windows with the package that was installed from the zip. */
public class WindowsTest {

  /** So many that Stop is pressed while a scheme is trained; see {@link DatabaseTour}. */
  private static final int GENERATIONS = 150;

  @ClassRule public static final TemporaryFolder FOLDER = new TemporaryFolder();

  private static PrivateDisplay display;
  private static Path corpora;
  private static InstalledWeka weka;
  private static InstalledWeka newcomers;
  private static InstalledWeka firstDay;
  private static InstalledWeka withDatabase;
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
    tours = InstalledWeka.copyTours(FOLDER.newFolder("tours").toPath());
    copyExamples();
    weka = installed("wekafiles");
    newcomers = installed("newcomer");
    firstDay = installed("first-day");
    withDatabase = installed("database");
    Path props = Files.createDirectories(withDatabase.home().resolve("props"));
    Files.copy(Path.of("doc/experiments/hsqldb.props"), props.resolve("DatabaseUtils.props"));
    display = PrivateDisplay.open();
  }

  private static InstalledWeka installed(String home) throws IOException, InterruptedException {
    return InstalledWeka.into(FOLDER.newFolder(home).toPath(), tours, corpora);
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
    ExampleFiles.shorten(experiment, GENERATIONS);
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
    walk(FirstDayTour.class, firstDay);
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
    walk(NewcomerTour.class, newcomers);
  }

  @Test
  public void examplesOpenInTheSimpleModeAndRunInTheKnowledgeFlow() throws Exception {
    walk(ExamplesTour.class);
  }

  @Test
  public void experimentThatWasStoppedContinuesInItsDatabase() throws Exception {
    walk(DatabaseTour.class, withDatabase);
  }

  @Test
  public void experimentIsSpreadOverHostsAndSaved() throws Exception {
    walk(HostsTour.class);
  }

  private static void walk(Class<? extends Tour> tour) throws Exception {
    walk(tour, weka);
  }

  private static void walk(Class<? extends Tour> tour, InstalledWeka weka) throws Exception {
    weka.walk(tour, display);
  }
}
