package emotiontransfer.spark;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.Assume;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What {@code bin/emotion-spark} hands to {@code spark-submit}, here one that prints its words. */
public class SparkScriptTest {

  @Rule public final TemporaryFolder temporary = new TemporaryFolder();

  private Path folder;

  @Before
  public void makeSparkAndPackage() throws IOException {
    Assume.assumeTrue("this system has no shell", Files.exists(Path.of("/bin/sh")));
    folder = temporary.getRoot().toPath().toRealPath();
    Path submit = folder.resolve("spark/bin/spark-submit");
    Files.createDirectories(submit.getParent());
    Files.writeString(submit, "#!/bin/sh\nfor word; do echo \"<$word>\"; done\n");
    assertTrue(submit.toFile().setExecutable(true));
    Path installed = Files.createDirectories(folder.resolve("packages/emotionTransfer/lib"));
    Files.createFile(installed.resolveSibling("emotionTransfer.jar"));
    Files.createFile(installed.resolve("engine.jar"));
    Files.createFile(installed.resolve("slf4j-api-2.jar"));
    Files.createFile(Files.createDirectories(folder.resolve("weka")).resolve("weka.jar"));
  }

  private List<String> run(String jars, String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of("/bin/sh", "bin/emotion-spark"));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("SPARK_HOME", folder.resolve("spark").toString());
    builder.environment().put("WEKA_HOME", folder.toString());
    builder.environment().put("WEKA_LIB", folder.resolve("weka").toString());
    builder.environment().put("SPARK_JAR", Files.createFile(folder.resolve("p.jar")).toString());
    builder.environment().put("JARS", jars);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output.lines().toList();
  }

  private String jars(String prefix) {
    Path installed = folder.resolve("packages/emotionTransfer");
    return String.join(
        ",",
        prefix + installed.resolve("emotionTransfer.jar"),
        prefix + installed.resolve("lib/engine.jar"),
        prefix + folder.resolve("weka/weka.jar"));
  }

  @Test
  public void wordsStayWhatTheyAreAndOwnJarsAreAdded() throws Exception {
    String pathNet = "-M 4 -G \"3\" 'a b' $HOME *";
    List<String> printed =
        run(
            "",
            "SparkStudy",
            "--master",
            "local[2]",
            "--jars",
            "mine.jar,other.jar",
            "--",
            "-pathnet",
            pathNet,
            "",
            "--",
            "--jars");
    assertEquals(
        List.of(
            "<--class>",
            "<emotiontransfer.spark.SparkStudy>",
            "<--jars>",
            "<" + jars("") + ",mine.jar,other.jar>",
            "<--master>",
            "<local[2]>",
            "<" + folder.resolve("p.jar") + ">",
            "<-pathnet>",
            "<" + pathNet + ">",
            "<>",
            "<-->",
            "<--jars>"),
        printed);
  }

  @Test
  public void jarsThatAreEverywhereAreNotSent() throws Exception {
    List<String> printed = run("local", "SparkLeaveOneSubjectOut", "--");
    assertEquals("<" + jars("local:") + ">", printed.get(3));
  }

  @Test
  public void withoutTwoHyphensNothingIsStarted() throws Exception {
    assertEquals(
        List.of(
            "emotion-spark: put -- between the options of spark-submit and those of SparkStudy."),
        run("", "SparkStudy", "-out", "x"));
  }
}
