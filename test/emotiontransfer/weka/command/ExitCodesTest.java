package emotiontransfer.weka.command;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import emotiontransfer.weka.remote.EngineSecret;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import weka.core.CommandlineRunnable;

/**
 * How the process of each command ends that {@code weka.Run} starts, in a JVM of its own: {@code
 * weka.Run} itself prints an exception and ends as if all was well.
 */
public class ExitCodesTest {

  @ClassRule public static final TemporaryFolder FOLDER = new TemporaryFolder();

  private static final String FILTERS = "weka.filters.unsupervised.attribute.";

  /** What each command is given that it must reject, and a part of its sentence. */
  private static final Map<String, List<String>> REJECTED =
      new TreeMap<>(
          Map.ofEntries(
              row("weka.core.converters.EmotionCorpusLoader", "-dir absent", "does not exist"),
              row(FILTERS + "MelDeltaSpectrogram", "-i absent.arff", "does not exist"),
              row(FILTERS + "FaceCrop", "-i table.arff -o table.arff", "name the same file"),
              row(FILTERS + "PathNetFeatures", "-i absent.arff", "does not exist"),
              row(FILTERS + "OnnxEmbedding", "-i table.arff", "-model FILE"),
              row(FILTERS + "BagFunctionals", "-i table.arff -c last", "has no bag"),
              row(FILTERS + "SubjectStandardize", "-i table.arff", "RenameAttribute"),
              row("weka.classifiers.functions.PathNetClassifier", "-t table.arff -G x", "-G"),
              row(
                  "weka.classifiers.functions.FineTunedAlexNet",
                  "-t broken.arff",
                  "cannot be read"),
              row("weka.classifiers.functions.PathNetPredict", "-model . a.wav", "is a folder"),
              row("weka.classifiers.functions.PathNetModelCard", "a.pathnet", "does not exist"),
              row("weka.experiment.LeaveOneSubjectOutEvaluation", "-t absent.arff -W x", "-W"),
              row("weka.experiment.EmotionEngine", "-p 70000", "at most 65535"),
              row("weka.gui.experiment.EmotionExperimenter", "-secret engine.secret", "no display"),
              row("emotiontransfer.study.EmotionStudy", "-out study", "-"),
              row("emotiontransfer.study.RecallTable", "-predictions absent.csv", "does not exist"),
              row("emotiontransfer.study.ConfusionFigure", "-predictions table.arff", "-out"),
              row("emotiontransfer.study.PathwayFigure", "-model table.arff -out a.png", "table")));

  private static Map.Entry<String, List<String>> row(String name, String options, String reason) {
    return Map.entry(name, List.of(options, reason));
  }

  /** What a process printed, and its code. */
  private record Ended(int code, String out, String err) {}

  private static Ended run(String name, String options) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-Djava.awt.headless=true"));
    command.addAll(List.of("-Dweka.packageManager.offline=true", "-cp", classPath()));
    command.addAll(List.of("weka.Run", name));
    command.addAll(List.of(options.split(" ")));
    File out = FOLDER.newFile();
    File err = FOLDER.newFile();
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(FOLDER.getRoot())
            .redirectOutput(out)
            .redirectError(err);
    builder.environment().put("WEKA_HOME", FOLDER.newFolder().toString());
    int code = builder.start().waitFor();
    return new Ended(code, Files.readString(out.toPath()), Files.readString(err.toPath()));
  }

  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> new File(entry).getAbsolutePath())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static void writeTables() throws IOException {
    String table = "@relation t\n@attribute x numeric\n@attribute y {a,b}\n@data\n1,a\n2,b\n3,a\n";
    Path folder = FOLDER.getRoot().toPath();
    Files.writeString(folder.resolve("table.arff"), table);
    Files.writeString(folder.resolve("broken.arff"), table + "4,c\n5,b\n");
    EngineSecret.readOrCreate(folder.resolve("engine.secret"));
  }

  @Test
  public void aRejectionIsOneSentenceAndAnotherCodeThanZero() throws Exception {
    writeTables();
    List<String> faults = new ArrayList<>();
    for (Map.Entry<String, List<String>> row : REJECTED.entrySet()) {
      Ended ended = run(row.getKey(), row.getValue().get(0));
      boolean right =
          ended.code() == 1
              && ended.err().contains(row.getValue().get(1))
              && ended.err().contains("(General options are printed by -")
              && !ended.err().contains("\tat ");
      if (!right) {
        faults.add(row + " ended with " + ended);
      }
    }
    assertEquals(List.of(), faults);
  }

  @Test
  public void everyCommandIsTried() throws Exception {
    Set<String> commands = new TreeSet<>();
    for (String floor : List.of("glue", "weka", "study")) {
      Path root = Path.of("build/classes", floor);
      try (Stream<Path> files = Files.walk(root)) {
        for (Path file : files.filter(path -> path.toString().endsWith(".class")).toList()) {
          String name = root.relativize(file).toString().replace(File.separatorChar, '.');
          Class<?> type =
              Class.forName(
                  name.substring(0, name.length() - 6), false, getClass().getClassLoader());
          if (isCommand(type)) {
            commands.add(type.getName());
          }
        }
      }
    }
    assertEquals(commands, REJECTED.keySet());
  }

  /** As weka.Run, which makes an object of the class that it finds by its name. */
  private static boolean isCommand(Class<?> type) {
    return CommandlineRunnable.class.isAssignableFrom(type)
        && Stream.of(type.getConstructors()).anyMatch(made -> made.getParameterCount() == 0)
        && !java.lang.reflect.Modifier.isAbstract(type.getModifiers());
  }

  @Test
  public void whatWorksEndsWithZero() throws Exception {
    writeTables();
    String options = "-t table.arff -no-cv -v -G 1 -P 2 -M 2 -N 1 -H 2 -d a.model";
    Ended trained = run("weka.classifiers.functions.PathNetClassifier", options);
    assertEquals(trained.err(), 0, trained.code());
    assertTrue(Files.size(FOLDER.getRoot().toPath().resolve("a.model")) > 0);
    Ended help = run("weka.filters.unsupervised.attribute.BagFunctionals", "-h");
    assertEquals(0, help.code());
    assertFalse(help.err(), help.err().contains("\tat "));
  }
}
