package emotiontransfer.spark;

import static org.junit.Assert.assertEquals;

import emotiontransfer.demo.cluster.LoopbackCluster;
import emotiontransfer.demo.cluster.WatchedProcess;
import emotiontransfer.packaging.BuiltFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Commands of the jar for Spark, started as {@code spark-submit} does. */
final class SparkJob {

  private SparkJob() {}

  static WatchedProcess submit(
      LoopbackCluster cluster, String command, List<String> submitOptions, List<String> options)
      throws IOException {
    List<Path> jars = new ArrayList<>(List.of(BuiltFiles.jar()));
    String natives = "natives/" + System.getProperty("emotiontransfer.host");
    for (String folder : List.of("", natives, "weka")) {
      jars.addAll(files(BuiltFiles.lib(folder), 1, ".jar"));
    }
    String name = "emotionTransfer-spark-" + System.getProperty("emotiontransfer.version");
    Path program = Path.of(System.getProperty("emotiontransfer.dist"), name + ".jar");
    return cluster.submit(
        "emotiontransfer.spark." + command, program, jars, submitOptions, options);
  }

  /** Waits for the end, and returns what was printed. */
  static String succeeded(WatchedProcess driver) throws InterruptedException {
    return ended(0, driver);
  }

  static String failed(WatchedProcess driver) throws InterruptedException {
    return ended(1, driver);
  }

  private static String ended(int code, WatchedProcess driver) throws InterruptedException {
    int ended = driver.join();
    assertEquals(driver.output(), code, ended);
    return driver.output();
  }

  static List<Path> files(Path folder, int depth, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(folder, depth)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }
}
