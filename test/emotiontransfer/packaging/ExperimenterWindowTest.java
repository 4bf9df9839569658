package emotiontransfer.packaging;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import weka.classifiers.functions.PathNetClassifier;
import weka.classifiers.meta.FilteredClassifier;
import weka.experiment.Experiment;

/**
 * The built zip in the Experimenter's window: a user opens the example experiment, looks at the
 * result producer, starts it and compares the schemes. The pictures are left in {@code
 * build/screenshots}; those of the user guide are such pictures.
 */
public class ExperimenterWindowTest {

  private static final List<String> PICTURES =
      List.of(
          "experimenter-setup",
          "experimenter-producer",
          "experimenter-analyse",
          "experimenter-analyse-subjects");

  private static final int GENERATIONS = 6;

  private static final Map<String, String> EMOTIONS =
      Map.of("W", "anger", "N", "neutral", "T", "sadness");

  @ClassRule public static final TemporaryFolder FOLDER = new TemporaryFolder();

  @Test
  public void exampleExperimentIsOpenedRunAndAnalysed() throws Exception {
    BuiltFiles.require("needs a display (DISPLAY)", System.getenv("DISPLAY") != null);
    Path folder = FOLDER.getRoot().toPath();
    Path wekaHome = Files.createDirectory(folder.resolve("wekafiles"));
    WekaShell shell =
        new WekaShell(InstalledJdks.thisJava(), BuiltFiles.lib("weka"), wekaHome, folder);
    shell.run(
        "weka.core.WekaPackageManager",
        "-offline",
        "-install-package",
        BuiltFiles.hostZip().toAbsolutePath().toString());
    makeTheFilesThatTheExampleNames(shell);
    String example = smallExample(folder.resolve("example.exp").toString());
    Path pictures = Path.of("build/screenshots").toAbsolutePath();
    Files.createDirectories(pictures);
    for (String picture : PICTURES) {
      Files.deleteIfExists(pictures.resolve(picture + ".png"));
    }

    String program =
        Path.of("test/resources/packaging/ExperimenterWindow.java").toAbsolutePath().toString();
    String out = shell.run(program, example, pictures.toString()).out();
    String schemes = between(out, "== schemes", "== subjects");
    assertTrue(schemes, schemes.contains("PairedCorrectedTTester") && schemes.contains("UAR"));
    // Five schemes on one table of three seeds times three subjects.
    assertTrue(schemes, schemes.contains("Resultsets: 5"));
    assertTrue(schemes, schemes.contains("(9)"));
    String subjects = out.substring(out.indexOf("== subjects"));
    for (String speaker : TinyCorpus.SPEAKERS) {
      assertTrue(subjects, subjects.contains("emodb-" + speaker));
    }
    assertTrue(subjects, subjects.contains("(3)"));
    for (String picture : PICTURES) {
      assertTrue(picture, Files.size(pictures.resolve(picture + ".png")) > 0);
    }
    assertEquals(
        1 + 5 * 3 * TinyCorpus.SPEAKERS.size(),
        1
            + Files.readString(folder.resolve("scratch-transfer-baselines.arff"))
                .split("@data")[1]
                .strip()
                .lines()
                .count());
  }

  /** The example as it is, but for the number of generations. */
  private static String smallExample(String file) throws Exception {
    Experiment experiment = Experiment.read("doc/experiments/scratch-transfer-baselines.exp");
    for (int i = 0; i < experiment.getPropertyArrayLength(); i++) {
      if (experiment.getPropertyArrayValue(i) instanceof FilteredClassifier filtered
          && filtered.getClassifier() instanceof PathNetClassifier pathNet) {
        pathNet.setGenerations(GENERATIONS);
      }
    }
    Experiment.write(file, experiment);
    return file;
  }

  private static String between(String text, String from, String to) {
    return text.substring(text.indexOf(from), text.indexOf(to));
  }

  private static void makeTheFilesThatTheExampleNames(WekaShell shell)
      throws IOException, InterruptedException {
    Path folder = shell.folder();
    TinyCorpus.write(folder.resolve("tiny"));
    // The same sounds, by subjects of other names.
    try (var clips = Files.list(folder.resolve("tiny"))) {
      for (Path clip : clips.toList()) {
        String name = clip.getFileName().toString();
        Path emotion =
            folder.resolve(
                "other/a" + name.substring(0, 2) + "/" + EMOTIONS.get(name.substring(5, 6)));
        Files.createDirectories(emotion);
        Files.copy(clip, emotion.resolve(name.substring(2, 5) + ".wav"));
      }
    }
    corpusFile(shell, "tiny", "velua.corpus");
    corpusFile(shell, "other", "other.corpus");
    shell.scheme(
        ".FilteredClassifier",
        "-t",
        "other.corpus",
        "-no-cv",
        "-v",
        "-o",
        "-d",
        "source.model",
        "-F",
        "weka.filters.unsupervised.attribute.MelDeltaSpectrogram -store default",
        "-W",
        "weka.classifiers.functions.PathNetClassifier",
        "--",
        "-G",
        "4");
    assertTrue(Files.exists(folder.resolve("source.model")));
  }

  private static void corpusFile(WekaShell shell, String corpus, String file)
      throws IOException, InterruptedException {
    shell.scheme("weka.core.converters.EmotionCorpusLoader", "-dir", corpus, "-o", file);
  }
}
