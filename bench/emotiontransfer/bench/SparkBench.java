package emotiontransfer.bench;

import emotiontransfer.demo.cluster.LoopbackCluster;
import emotiontransfer.demo.cluster.WatchedProcess;
import emotiontransfer.demo.speech.SyntheticCorpus;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A study of the demonstration's corpora on Apache Spark, process times from the start to the
 * report. The times are those of single runs of a minute or more.
 *
 * @param folder for corpora and studies
 * @param sparkHome with Spark's jars in its folder jars
 * @param program the jar for Spark
 * @param jars all that it needs
 */
record SparkBench(Path folder, Path sparkHome, Path program, List<Path> jars) {

  /** Some 24 folds of several seconds each; {@code bench.generations} makes them shorter. */
  private static final String STUDY =
      "-systems scratch,transfer -seeds 1,2 -curve 0 -jobs 2 -G "
          + Integer.getInteger("bench.generations", 800);

  static SparkBench of(Path folder) {
    String path = System.getProperty("bench.spark.jars");
    return new SparkBench(
        folder,
        Path.of(System.getProperty("emotiontransfer.lib"), "spark"),
        Path.of(System.getProperty("bench.spark.program")),
        Stream.of(path.split(File.pathSeparator)).map(Path::of).toList());
  }

  /**
   * Returns {@code spark_overhead}, a study on {@code local[2]} over the same with local threads,
   * and {@code spark_gain}, the time of one executor of one core over that of two. Executors are
   * bound to their core where the system can do that.
   */
  List<Ratio> run() throws Exception {
    Path source = folder.resolve("source");
    SyntheticCorpus.SOURCE.write(source, 1);
    Path destination = folder.resolve("destination");
    SyntheticCorpus.DESTINATION.write(destination, 1);
    List<String> options = new ArrayList<>(Arrays.asList(STUDY.split(" ")));
    options.addAll(List.of("-source", source.toString(), "-destination", destination.toString()));
    options.add("-out");
    double threads = Ratio.seconds(() -> inThreads(with(options, "threads")));
    double local = clustered(0, List.of("--master", "local[2]"), options);
    double one = clustered(1, List.of(), options);
    double two = clustered(2, List.of(), options);
    return List.of(
        new Ratio("spark_overhead", local / threads),
        new Ratio("spark_gain", one / two),
        new Ratio("spark_threads_seconds", threads),
        new Ratio("spark_one_executor_seconds", one));
  }

  private List<String> with(List<String> options, String out) {
    List<String> all = new ArrayList<>(options);
    all.add(folder.resolve(out).toString());
    return all;
  }

  private void inThreads(List<String> options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx1g", "-Djava.awt.headless=true", "-cp"));
    // The program's jar has the package's list of metrics, too.
    Stream<Path> all = Stream.concat(jars.stream(), Stream.of(program));
    command.add(all.map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    command.add("emotiontransfer.study.EmotionStudy");
    command.addAll(options);
    File log = folder.resolve("threads.log").toFile();
    int code =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(Redirect.to(log))
            .start()
            .waitFor();
    require(code, Files.readString(log.toPath()));
  }

  /** Returns the seconds from the program's start to its end; the cluster is there before. */
  private double clustered(int workers, List<String> forSpark, List<String> options)
      throws Exception {
    Path out = folder.resolve("cluster-" + workers);
    try (LoopbackCluster cluster = LoopbackCluster.start(sparkHome, out, workers)) {
      List<String> all = with(options, "executors-" + workers);
      return Ratio.seconds(
          () -> {
            WatchedProcess driver =
                cluster.submit("emotiontransfer.spark.SparkStudy", program, jars, forSpark, all);
            require(driver.join(), driver.output());
          });
    }
  }

  private static void require(int code, String output) throws IOException {
    if (code != 0) {
      throw new IOException("The study ended with code " + code + ":\n" + output);
    }
  }
}
