package emotiontransfer.gui;

import emotiontransfer.PrivatePostgres;
import emotiontransfer.demo.SmallCorpora;
import emotiontransfer.packaging.BuiltFiles;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import weka.experiment.Experiment;

/** The Experimenter's window with engines: the installed package, and results in PostgreSQL. */
public class EngineWindowsTest {

  private static final int GENERATIONS = 4;

  @ClassRule public static final PrivatePostgres POSTGRES = new PrivatePostgres();
  @ClassRule public static final TemporaryFolder FOLDER = new TemporaryFolder();

  private static PrivateDisplay display;
  private static InstalledWeka weka;

  @BeforeClass
  public static void installAndOpenDisplay() throws Exception {
    BuiltFiles.require(
        "The window tests need the commands Xvfb and openbox.", PrivateDisplay.isPossible());
    Path corpora = FOLDER.newFolder("corpora").toPath();
    SmallCorpora.writeSource(corpora.resolve("nordan"));
    SmallCorpora.writeDestination(corpora.resolve("velua"));
    for (String name : new String[] {"nordan", "velua"}) {
      Files.writeString(corpora.resolve(name + ".corpus"), "dir = " + name + "\n");
    }
    forgetSecondSentences(corpora.resolve("velua"));
    writeExample(corpora);
    Path tours = InstalledWeka.copyTours(FOLDER.newFolder("tours").toPath());
    weka = InstalledWeka.into(FOLDER.newFolder("wekafiles").toPath(), tours, corpora);
    Path props = Files.createDirectories(weka.home().resolve("props"));
    try (Writer out = Files.newBufferedWriter(props.resolve("DatabaseUtils.props"))) {
      POSTGRES.properties().store(out, null);
    }
    display = PrivateDisplay.open();
  }

  /** Each part reads all. */
  private static void forgetSecondSentences(Path corpus) throws IOException {
    try (Stream<Path> clips = Files.walk(corpus)) {
      for (Path clip : clips.filter(path -> path.endsWith("s02.wav")).toList()) {
        Files.delete(clip);
      }
    }
  }

  /** The example as it is, but for the number of generations and the address of the database. */
  private static void writeExample(Path corpora) throws Exception {
    String file = "subject-per-run.exp";
    Experiment experiment = Experiment.read(Path.of("doc/experiments", file).toString());
    ExampleFiles.shorten(experiment, GENERATIONS);
    Experiment.write(corpora.resolve(file).toString(), experiment);
  }

  @AfterClass
  public static void closeDisplay() {
    if (display != null) {
      display.close();
    }
  }

  @Test
  public void subjectsAreSharedByEnginesAndAnalysed() throws Exception {
    weka.walk(EnginesTour.class, display);
  }

  @Test
  public void enginesThatCannotBeUsedAreNamedAndLoseNothing() throws Exception {
    weka.walk(EngineTroubleTour.class, display);
  }

  @Test
  public void engineSaysWhyAPlainExperimenterFails() throws Exception {
    weka.walk(PlainExperimenterTour.class, display);
  }
}
