package emotiontransfer.demo;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class DemoPlanTest {

  private static final Path OUT = Path.of("build/demo").toAbsolutePath();

  private static final DemoPlan PLAN =
      new DemoPlan(
          settings(Optional.empty()),
          OUT.resolve("corpora/nordan"),
          Path.of("/corpora/with blank"));

  @Rule public final TemporaryFolder temporary = new TemporaryFolder();

  private static DemoSettings settings(Optional<String> modality) {
    return new DemoSettings(
        Path.of("dist/p.zip").toAbsolutePath(),
        Path.of("lib/weka").toAbsolutePath(),
        OUT,
        Optional.empty(),
        Optional.empty(),
        modality,
        30,
        4);
  }

  private static String line(String title) {
    return PLAN.steps().stream()
        .filter(step -> step.title().equals(title))
        .map(step -> step.commandLine().replace('\\', '/'))
        .map(line -> line.substring(line.indexOf("java") + "java".length()))
        .reduce((a, b) -> b)
        .orElseThrow();
  }

  private static String tail(String title) {
    String line = line(title);
    String classPath = "-cp \"lib/weka/*\" weka.Run ";
    assertTrue(line, line.contains(classPath));
    return line.substring(line.indexOf(classPath) + classPath.length());
  }

  @Test
  public void commandsAreThoseThatAUserTypes() {
    assertEquals(
        "weka.core.converters.EmotionCorpusLoader -dir build/demo/corpora/nordan -modality audio"
            + " -relative-to . -o build/demo/nordan.corpus",
        tail("load the source corpus"));
    assertEquals(
        "weka.classifiers.meta.FilteredClassifier -t build/demo/nordan.corpus -no-cv -v -o"
            + " -d build/demo/source.model -S 4"
            + " -F \"weka.filters.unsupervised.attribute.MelDeltaSpectrogram -store default\""
            + " -W weka.classifiers.functions.PathNetClassifier -- -G 30",
        tail("evolve a pathway on the source corpus"));
    assertEquals(
        "weka.experiment.LeaveOneSubjectOutEvaluation -t \"build/demo/with blank.corpus\""
            + " -predictions build/demo/transfer.csv"
            + " -W weka.classifiers.meta.FilteredClassifier --"
            + " -F \"weka.filters.unsupervised.attribute.MelDeltaSpectrogram -store default\""
            + " -W weka.classifiers.functions.PathNetClassifier --"
            + " -source build/demo/source.model -G 30 -S 4",
        tail("leave one subject out, with transfer"));
  }

  /** Paths that are the reader's own are left absolute, as no other machine has them. */
  @Test
  public void onlyCorporaBelowTheWorkingFolderHaveRelativePaths() {
    assertFalse(tail("load the destination corpus").contains("-relative-to"));
  }

  @Test
  public void corporaOfOneNameHaveFilesOfTheirOwn() {
    DemoPlan plan = new DemoPlan(settings(Optional.empty()), Path.of("/a/wav"), Path.of("/b/wav"));
    assertEquals(
        List.of(OUT.resolve("source-wav.corpus"), OUT.resolve("destination-wav.corpus")),
        plan.steps().subList(0, 2).stream().map(step -> step.made().get(0)).toList());
  }

  @Test
  public void aPathWithABlankIsQuoted() {
    assertTrue(tail("load the destination corpus").contains("-dir \"/corpora/with blank\" "));
  }

  /** A corpus file has a modality of its own, which an option beside it would overrule. */
  @Test
  public void aCorpusFileIsOpenedAsItIs() throws Exception {
    Path file = temporary.newFile("berlin.corpus").toPath();
    Step plain = new DemoPlan(settings(Optional.empty()), file, file).steps().get(0);
    int loader = plain.command().indexOf("weka.core.converters.EmotionCorpusLoader");
    assertEquals(file.toRealPath(), Path.of(plain.command().get(loader + 1)).toRealPath());
    assertFalse(plain.command().contains("-modality"));
    Step video = new DemoPlan(settings(Optional.of("video")), file, file).steps().get(0);
    assertTrue(video.command().contains("video"));
  }

  @Test
  public void videosAndPicturesGoThroughTheFilterForFaces() {
    for (String modality : List.of("video", "image")) {
      DemoPlan plan = new DemoPlan(settings(Optional.of(modality)), OUT, OUT);
      List<String> lines = plan.steps().stream().map(Step::commandLine).toList();
      assertTrue(lines.get(0), lines.get(0).contains("-modality " + modality + " "));
      String filter = "-F \"weka.filters.unsupervised.attribute.FaceCrop -store default\" -W ";
      assertEquals(4, lines.stream().filter(line -> line.contains(filter)).count());
    }
  }

  @Test
  public void theConfusionMatricesNameTheCorpora() {
    String line = tail("draw the confusion matrix, transfer");
    assertTrue(line, line.contains("-title \"with blank, after nordan\""));
  }

  @Test
  public void theRunFromScratchKnowsNoSource() {
    assertFalse(tail("leave one subject out, from scratch").contains("-source"));
  }

  /** Only weka.Run, so that a user needs nothing else. */
  @Test
  public void everyStepButTheInstallationGoesThroughWekaRun() {
    for (Step step : PLAN.steps()) {
      assertEquals("weka.Run", step.command().get(step.command().indexOf("-cp") + 2));
    }
    assertTrue(PLAN.install().command().contains("weka.core.WekaPackageManager"));
  }

  @Test
  public void noStepOverwritesWhatAnotherMade() {
    Set<Path> made = new HashSet<>();
    for (Step step : PLAN.steps()) {
      for (Path file : step.made()) {
        assertTrue(file.toString(), made.add(file.toAbsolutePath()));
      }
    }
    assertTrue(made.containsAll(List.of(OUT.resolve("source.model"), OUT.resolve("transfer.csv"))));
  }
}
