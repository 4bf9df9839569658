package emotiontransfer.spark;

import emotiontransfer.study.PluginMetrics;
import emotiontransfer.weka.command.AbstractCommand;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.serializer.JavaSerializer;
import weka.core.WekaException;

/** What the commands for {@code spark-submit} have in common. */
final class SparkCommand {

  private SparkCommand() {}

  /**
   * Runs a command; if it fails, prints its sentence and ends the process with code 1.
   *
   * @throws WekaException instead in a process of the cluster, which reports it to whoever asks
   */
  static void run(AbstractCommand command, String... options) throws Exception {
    // The report's figures need no display.
    System.setProperty("java.awt.headless", "true");
    prepareWeka();
    try {
      command.run(null, options);
    } catch (WekaException failure) {
      if (isInCluster()) {
        throw failure;
      }
      System.err.println(failure.getMessage());
      System.exit(1);
    }
  }

  /**
   * Makes Weka find what is on the class path, in drivers and executors alike, and nothing else: it
   * would load what is in this machine's WEKA_HOME, and ask the network for a list of packages.
   */
  static void prepareWeka() throws Exception {
    System.setProperty("weka.packageManager.offline", "true");
    System.setProperty("weka.core.loadPackages", "false");
    PluginMetrics.register();
  }

  /** Returns whether the driver runs where the cluster has started it. */
  static boolean isInCluster() {
    return "cluster".equals(System.getProperty("spark.submit.deployMode"));
  }

  /** Connects to the cluster that {@code spark-submit} names. */
  static JavaSparkContext connect(String application) throws Exception {
    SparkConf conf = new SparkConf().setIfMissing("spark.app.name", application);
    if (!conf.contains("spark.master")) {
      throw new SparkException(
          "No cluster is named; start this with spark-submit --master spark://HOST:7077 or another"
              + " master.");
    }
    // What tasks send is written as it comes; the bound would count it all.
    conf.setIfMissing("spark.driver.maxResultSize", "0");
    // Tasks and results are records, which Kryo cannot make.
    JavaSparkContext spark =
        new JavaSparkContext(conf.set("spark.serializer", JavaSerializer.class.getName()));
    if (spark.sc().isStopped()) {
      throw new SparkException(
          "The cluster %s is not reached, or does not take this program; Spark's log says why."
              .formatted(conf.get("spark.master")));
    }
    return spark;
  }
}
