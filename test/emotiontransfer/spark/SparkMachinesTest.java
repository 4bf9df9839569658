package emotiontransfer.spark;

import static emotiontransfer.spark.SparkJob.failed;
import static org.junit.Assert.assertTrue;

import emotiontransfer.demo.cluster.LoopbackCluster;
import emotiontransfer.demo.cluster.WatchedProcess;
import emotiontransfer.packaging.BuiltFiles;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * What the commands do where an executor, or the driver, is not what the user believes it to be.
 */
public class SparkMachinesTest {

  @ClassRule public static final TemporaryFolder FOLDER = new TemporaryFolder();

  private static LoopbackCluster cluster;

  @BeforeClass
  public static void startACluster() throws Exception {
    Path folder = FOLDER.getRoot().toPath().resolve("cluster");
    cluster = LoopbackCluster.start(BuiltFiles.lib("spark"), folder, 1);
  }

  @AfterClass
  public static void stopTheCluster() {
    if (cluster != null) {
      cluster.close();
    }
  }

  /** Writes the numbers of two subjects, of which the first has a name. */
  private static Path table(String first) throws IOException {
    String text =
        """
        @relation t
        @attribute subject {%1$s,b}
        @attribute x numeric
        @attribute emotion {joy,fear}
        @data
        %1$s,1,joy
        %1$s,2,fear
        b,3,joy
        b,4,fear
        """
            .formatted(first);
    return Files.writeString(FOLDER.getRoot().toPath().resolve(first + ".arff"), text);
  }

  @Test
  public void executorThatReadsAnotherTableRejectsItsFolds() throws Exception {
    // The bytes are the same everywhere, and Weka reads them in each machine's own encoding.
    Path table = table("\u00e4");
    Charset other =
        Charset.defaultCharset().equals(StandardCharsets.UTF_8)
            ? StandardCharsets.ISO_8859_1
            : StandardCharsets.UTF_8;
    WatchedProcess driver =
        SparkJob.submit(
            cluster,
            "SparkLeaveOneSubjectOut",
            List.of("--conf", "spark.executor.extraJavaOptions=-Dfile.encoding=" + other),
            List.of("-t", table.toString(), "-W", "weka.classifiers.rules.ZeroR"));
    String ending = failed(driver);
    assertTrue(ending, ending.contains("is not that of the machine that the evaluation was"));
    assertTrue(ending, ending.contains("(That was on executor 0, 127.0.0.1.)"));
  }

  @Test
  public void taskIsNamedWhoseExecutorIsLost() throws Exception {
    Path table = table("a");
    String ending =
        failed(
            SparkJob.submit(
                cluster,
                "SparkLeaveOneSubjectOut",
                List.of(
                    "--conf",
                    "spark.task.maxFailures=1",
                    "--conf",
                    "spark.executor.extraJavaOptions=-XX:+ExitOnOutOfMemoryError"),
                List.of(
                    "-t",
                    table.toString(),
                    "-W",
                    "weka.classifiers.trees.RandomForest",
                    "--",
                    "-I",
                    "2000000000")));
    assertTrue(ending, ending.contains("\na failed, or its executor was lost. Started again, "));
  }

  @Test
  public void relativePathIsRejectedWhereTheClusterStartsTheDriver() throws Exception {
    List<String> elsewhere = List.of("--deploy-mode", "cluster");
    List<String> options = List.of("-destination", "x", "-out", "study");
    SparkJob.submit(cluster, "SparkStudy", elsewhere, options).join();
    String ending = cluster.workers().get(0).await("Driver (driver-\\S+) exited ");
    Path log = FOLDER.getRoot().toPath().resolve("cluster/work0").resolve(ending).resolve("stderr");
    String printed = Files.readString(log);
    assertTrue(printed, printed.contains("Give an absolute path instead of 'study': "));
  }
}
