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

  /** Runs a command; if it fails, prints its sentence and ends the process with code 1. */
  static void run(AbstractCommand command, String... options) throws Exception {
    // The report's figures need no display.
    System.setProperty("java.awt.headless", "true");
    PluginMetrics.register();
    try {
      command.run(null, options);
    } catch (WekaException failure) {
      System.err.println(failure.getMessage());
      System.exit(1);
    }
  }

  /** Connects to the cluster that {@code spark-submit} names. */
  static JavaSparkContext connect(String application) throws Exception {
    SparkConf conf = new SparkConf().setIfMissing("spark.app.name", application);
    if (!conf.contains("spark.master")) {
      throw new SparkException(
          "No cluster is named; start this with spark-submit --master spark://HOST:7077 or another"
              + " master.");
    }
    // Tasks and results are records, which Kryo cannot make.
    return new JavaSparkContext(conf.set("spark.serializer", JavaSerializer.class.getName()));
  }
}
