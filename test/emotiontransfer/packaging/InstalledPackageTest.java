package emotiontransfer.packaging;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import emotiontransfer.media.DrawnFaces;
import emotiontransfer.media.TestVideos;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * The built zip, installed with Weka's package manager into a new WEKA_HOME and used from a shell:
 * in Weka 3.8.7, in Weka 3.9.7, and in Weka 3.8.7 on the newest JDK of the machine.
 */
public class InstalledPackageTest {

  private static final String LOADER = "weka.core.converters.EmotionCorpusLoader";
  private static final String FILTER = "weka.filters.unsupervised.attribute.MelDeltaSpectrogram";
  private static final String FACES = "weka.filters.unsupervised.attribute.FaceCrop";
  private static final String CLASSIFIER = "weka.classifiers.functions.PathNetClassifier";
  private static final String LOSO = "weka.experiment.LeaveOneSubjectOutEvaluation";

  /** A small evolution: these tests ask whether it runs, not how well it learns. */
  private static final List<String> SMALL = List.of("-G", "4", "-P", "4", "-M", "4", "-N", "2");

  @ClassRule public static final TemporaryFolder FOLDER = new TemporaryFolder();

  @Test
  public void goesTheWholeWayInWeka387() throws IOException, InterruptedException {
    wholeWay(shell(InstalledJdks.thisJava(), "weka"));
  }

  @Test
  public void goesTheWholeWayInWeka397() throws IOException, InterruptedException {
    wholeWay(shell(InstalledJdks.thisJava(), "weka-dev"));
  }

  @Test
  public void goesTheWholeWayOnTheNewestJdk() throws IOException, InterruptedException {
    wholeWay(shell(InstalledJdks.newestJava(), "weka"));
  }

  /** A shell with a new WEKA_HOME and the package installed there. */
  private static WekaShell shell(Path java, String weka) throws IOException, InterruptedException {
    Path folder = FOLDER.newFolder().toPath();
    Path wekaHome = Files.createDirectory(folder.resolve("wekafiles"));
    WekaShell shell = new WekaShell(java, BuiltFiles.lib(weka), wekaHome, folder);
    shell.run(
        "weka.core.WekaPackageManager",
        "-offline",
        "-install-package",
        BuiltFiles.hostZip().toAbsolutePath().toString());
    assertTrue(Files.exists(wekaHome.resolve("packages/emotionTransfer/emotionTransfer.jar")));
    return shell;
  }

  private static void wholeWay(WekaShell shell) throws IOException, InterruptedException {
    Path folder = shell.folder();
    TinyCorpus.write(folder.resolve("tiny"));

    WekaShell.Output clips = shell.scheme(LOADER, "-dir", "tiny");
    Files.writeString(folder.resolve("clips.arff"), clips.out());
    assertEquals(TinyCorpus.CLIPS, rows(clips.out()));
    assertTrue(clips.out(), clips.out().contains("@attribute emotion {anger,neutral,sadness}"));
    assertTrue(clips.err(), clips.err().contains("27 clips"));
    opensACorpusFile(shell);

    shell.scheme(FILTER, "-i", "clips.arff", "-o", "bags.arff", "-c", "last");
    assertEquals(TinyCorpus.CLIPS, rows(Files.readString(folder.resolve("bags.arff"))));

    cropsFaces(shell);
    offersItselfInTheChoosers(shell);
    trainsSavesAndReloads(shell);
    trainsAlexNet(shell);
    predictsRecordings(shell);
    leavesOneSubjectOut(shell);
    runsInTheExperimenter(shell);
    runsAStudy(shell);
  }

  /** Weka must find the loader of the package by the extension. */
  private static void opensACorpusFile(WekaShell shell) throws IOException, InterruptedException {
    Files.writeString(shell.folder().resolve("two.corpus"), "dir=tiny\nemotions=anger,sadness\n");
    String out = out(shell.scheme(".ZeroR", "-t", "two.corpus", "-no-cv"));
    assertTrue(out, Pattern.compile("Total Number of Instances +18 ").matcher(out).find());
  }

  /** OpenCV and FFmpeg must load in the package's class loader, and the cascade be in its jar. */
  private static void cropsFaces(WekaShell shell) throws IOException, InterruptedException {
    Path folder = shell.folder();
    for (String labels : List.of("anna/anger", "anna/sadness", "bert/anger")) {
      Path clips = Files.createDirectories(folder.resolve("videos").resolve(labels));
      BufferedImage face = DrawnFaces.face(160, 120, 80, 60, 60);
      TestVideos.write(clips.resolve("a.avi"), 25, Collections.nCopies(5, face));
    }
    WekaShell.Output clips = shell.scheme(LOADER, "-dir", "videos", "-modality", "video");
    Files.writeString(folder.resolve("videos.arff"), clips.out());
    String[] options = {"-fps", "5", "-i", "videos.arff", "-o", "faces.arff", "-c", "last"};
    WekaShell.Output crops = shell.scheme(FACES, options);
    assertEquals(crops.err(), 3, rows(Files.readString(folder.resolve("faces.arff"))));
    assertTrue(crops.err(), crops.err().contains("frames: 1 read, 1 detected"));
  }

  private static void offersItselfInTheChoosers(WekaShell shell)
      throws IOException, InterruptedException {
    Files.writeString(shell.folder().resolve("tiny.corpus"), "dir=tiny\n");
    Path program = Path.of("test/resources/packaging/Choosers.java").toAbsolutePath();
    String out = out(shell.run(program.toString(), "bags.arff", "tiny.corpus"));
    assertOffered(out, "weka.core.converters.Loader", LOADER);
    assertOffered(out, "weka.filters.Filter", FILTER);
    assertOffered(out, "weka.filters.Filter", FACES);
    assertOffered(out, "weka.filters.Filter", "weka.filters.unsupervised.attribute.BagFunctionals");
    assertOffered(
        out, "weka.filters.Filter", "weka.filters.unsupervised.attribute.PathNetFeatures");
    assertOffered(out, "weka.filters.Filter", "weka.filters.unsupervised.attribute.OnnxEmbedding");
    assertOffered(
        out, "weka.filters.Filter", "weka.filters.unsupervised.attribute.SubjectStandardize");
    assertOffered(out, "weka.classifiers.Classifier", CLASSIFIER);
    assertOffered(
        out, "weka.classifiers.Classifier", "weka.classifiers.functions.FineTunedAlexNet");
    assertOffered(
        out, "weka.experiment.ResultProducer", "weka.experiment.LeaveOneSubjectOutResultProducer");
    assertOffered(out, "file loaders", LOADER);
    for (String metric : List.of("war", "uar", "uap")) {
      assertOffered(out, "metrics", metric);
    }
    assertTrue(out, out.contains("clips=" + TinyCorpus.CLIPS));
    assertTrue(out, out.contains("context class loader kept=true"));
  }

  private static void assertOffered(String out, String kind, String name) {
    String line =
        out.lines().filter(text -> text.startsWith(kind + "=")).findFirst().orElse("no " + kind);
    List<String> names =
        List.of(line.substring(line.indexOf('=') + 1).replaceAll("[\\[\\] ]", "").split(","));
    assertTrue(name + " is not offered in " + line, names.contains(name));
  }

  private static void trainsSavesAndReloads(WekaShell shell)
      throws IOException, InterruptedException {
    String trained = out(shell.scheme(".PathNetClassifier", small("-t bags.arff -d source.model")));
    for (String metric : List.of("WAR", "UAR", "UAP")) {
      assertTrue(
          trained, Pattern.compile("^" + metric + " ", Pattern.MULTILINE).matcher(trained).find());
    }
    assertTrue(trained, trained.contains("=== Stratified cross-validation ==="));
    assertReloads(shell, ".PathNetClassifier", "source.model", trained);

    String transferred =
        out(
            shell.scheme(
                ".PathNetClassifier",
                small("-t bags.arff -source source.model -allow-subject-overlap -no-cv")));
    assertTrue(transferred, transferred.contains("source.model"));
    assertTrue(transferred, Pattern.compile("layer 1:.*\\*").matcher(transferred).find());
  }

  /** The saved model must decide about the training data as the one just trained did. */
  private static void assertReloads(WekaShell shell, String scheme, String model, String trained)
      throws IOException, InterruptedException {
    String reloaded = out(shell.scheme(scheme, "-l", model, "-T", "bags.arff"));
    assertEquals(correct(trained), correct(reloaded));
  }

  /** A small network from scratch, and another one that begins with its weights. */
  private static void trainsAlexNet(WekaShell shell) throws IOException, InterruptedException {
    String trained = out(alexNet(shell, "-d", "alexnet.model"));
    assertTrue(trained, trained.contains("from scratch"));
    assertReloads(shell, ".FineTunedAlexNet", "alexnet.model", trained);

    String transferred =
        out(
            alexNet(
                shell, "-decision", "dtpm", "-source", "alexnet.model", "-allow-subject-overlap"));
    assertTrue(transferred, transferred.contains("source alexnet.model"));
    assertTrue(transferred, transferred.contains("temporal pyramid"));
  }

  private static WekaShell.Output alexNet(WekaShell shell, String... more)
      throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of("-t", "bags.arff", "-no-cv"));
    arguments.addAll(List.of("-input-size", "67", "-width", "0.05", "-epochs", "2"));
    arguments.addAll(List.of(more));
    return shell.scheme(".FineTunedAlexNet", arguments.toArray(String[]::new));
  }

  private static void predictsRecordings(WekaShell shell) throws IOException, InterruptedException {
    String predict = "weka.classifiers.functions.PathNetPredict";
    String table = out(shell.scheme(predict, "-model", "source.model", "tiny"));
    List<String> lines = table.lines().filter(line -> !line.isBlank()).toList();
    assertTrue(table, lines.get(0).matches("file +segments +emotion +anger +neutral +sadness"));
    assertEquals(table, 1 + TinyCorpus.CLIPS, lines.size());

    String overTime =
        out(
            shell.scheme(
                predict,
                "-model",
                "source.model",
                "-segments",
                "-csv",
                "stdout",
                "tiny/03a01Wa.wav"));
    assertTrue(overTime, overTime.contains("03a01Wa.wav,1,0.000,0.655,"));

    Files.writeString(shell.folder().resolve("broken.wav"), "no sound");
    WekaShell.Output mixed =
        shell.failing(
            predict, "-model", "source.model", "-csv", "own.csv", "broken.wav", "tiny/03a01Wa.wav");
    out(mixed);
    assertTrue(mixed.err(), mixed.err().contains("1 of 2 clips could not be read"));
    assertEquals(2, Files.readAllLines(shell.folder().resolve("own.csv")).size());
  }

  private static void leavesOneSubjectOut(WekaShell shell)
      throws IOException, InterruptedException {
    String out =
        out(
            shell.scheme(
                LOSO, small("-t bags.arff -predictions loso.csv -W " + CLASSIFIER + " --")));
    for (String speaker : TinyCorpus.SPEAKERS) {
      assertTrue(out, out.contains("emodb-" + speaker));
    }
    assertTrue(out, out.contains("Confusion matrix"));
    List<String> predictions = Files.readAllLines(shell.folder().resolve("loso.csv"));
    assertEquals(TinyCorpus.CLIPS + 1, predictions.size());
    assertTrue(predictions.get(0), predictions.get(0).startsWith("file,subject,fold,actual"));
  }

  private static void runsInTheExperimenter(WekaShell shell)
      throws IOException, InterruptedException {
    List<String> arguments =
        words("-r -L 1 -U 1 -T bags.arff -P weka.experiment.LeaveOneSubjectOutResultProducer -D");
    arguments.add("weka.experiment.CSVResultListener -O results.csv");
    arguments.addAll(
        words("-- -subject subject -W weka.experiment.ClassifierSplitEvaluator -- -no-size -W"));
    arguments.addAll(List.of(CLASSIFIER, "--"));
    arguments.addAll(SMALL);
    shell.run("weka.experiment.Experiment", arguments.toArray(String[]::new));
    List<String> results = Files.readAllLines(shell.folder().resolve("results.csv"));
    assertEquals(1 + TinyCorpus.SPEAKERS.size(), results.size());
    assertTrue(
        results.get(0), results.get(0).matches(".*\\bWAR\\b.*") && results.get(0).contains("UAR"));
    for (int row = 1; row < results.size(); row++) {
      assertTrue(
          results.get(row), results.get(row).contains("emodb-" + TinyCorpus.SPEAKERS.get(row - 1)));
    }
  }

  private static void runsAStudy(WekaShell shell) throws IOException, InterruptedException {
    out(
        shell.scheme(
            "emotiontransfer.study.EmotionStudy",
            "-destination",
            "tiny",
            "-out",
            "study",
            "-seeds",
            "1",
            "-systems",
            "scratch,smo",
            "-curve",
            "2",
            "-pathnet",
            String.join(" ", SMALL)));
    Path study = shell.folder().resolve("study");
    assertTrue(Files.readString(study.resolve("report.html")).contains("data:image/svg+xml"));
    assertEquals(1 + 2 * TinyCorpus.CLIPS, Files.readAllLines(study.resolve("results.csv")).size());
    String experiment = Files.readString(study.resolve("experiment.arff"));
    for (String metric : List.of("WAR", "UAR", "UAP")) {
      assertTrue(metric, experiment.contains("@attribute " + metric + " numeric"));
    }
  }

  private static List<String> words(String line) {
    return new ArrayList<>(List.of(line.split(" ")));
  }

  private static String[] small(String arguments) {
    List<String> all = words(arguments);
    all.addAll(SMALL);
    return all.toArray(String[]::new);
  }

  /** What a command printed, which must not be one of the traces that weka.Run prints. */
  private static String out(WekaShell.Output output) {
    assertFalse(output.err(), output.err().contains("\tat "));
    return output.out();
  }

  /** The number of correctly classified training instances that Weka printed first. */
  private static String correct(String output) {
    Matcher line = Pattern.compile("Correctly Classified Instances +(\\d+)").matcher(output);
    assertTrue(output, line.find());
    return line.group(1);
  }

  private static long rows(String arff) {
    return arff.substring(arff.toLowerCase(Locale.ROOT).indexOf("\n@data"))
        .lines()
        .skip(2)
        .filter(line -> !line.isBlank())
        .count();
  }
}
