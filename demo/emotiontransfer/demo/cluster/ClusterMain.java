package emotiontransfer.demo.cluster;

import emotiontransfer.demo.speech.SyntheticCorpus;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Runs a study of the demonstration's corpora on a {@link LoopbackCluster}, once for each number of
 * workers, and prints how many folds a minute they did. {@code ./antw cluster} starts it.
 */
public final class ClusterMain {

  private static final String STUDY = "emotiontransfer.spark.SparkStudy";

  private ClusterMain() {}

  /**
   * Runs the study.
   *
   * @param args Spark's folder, the jar with the program, a class path of what it needs, the folder
   *     for all files, numbers of workers with commas between, and the options of the study
   */
  public static void main(String[] args) throws Exception {
    Path out = Path.of(args[3]).toAbsolutePath();
    Path source = corpus(SyntheticCorpus.SOURCE, out);
    Path destination = corpus(SyntheticCorpus.DESTINATION, out);
    List<Path> jars = Stream.of(args[2].split(File.pathSeparator)).map(Path::of).toList();
    for (String workers : args[4].split(",")) {
      Path folder = out.resolve("workers-" + workers);
      delete(folder);
      List<String> options = new ArrayList<>();
      options.addAll(List.of("-source", source.toString(), "-destination", destination.toString()));
      options.addAll(List.of("-out", folder.resolve("study").toString()));
      options.addAll(List.of(args).subList(5, args.length));
      int number = Integer.parseInt(workers);
      try (LoopbackCluster cluster = LoopbackCluster.start(Path.of(args[0]), folder, number)) {
        run(cluster, Path.of(args[1]), jars, options, folder.resolve("study"), number);
      }
    }
  }

  private static Path corpus(SyntheticCorpus corpus, Path out) throws IOException {
    Path folder = out.resolve("corpora").resolve(corpus.name());
    if (!Files.exists(folder)) {
      corpus.write(folder, 1);
    }
    return folder;
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static void run(
      LoopbackCluster cluster,
      Path program,
      List<Path> jars,
      List<String> options,
      Path study,
      int workers)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    WatchedProcess driver = cluster.submit(STUDY, program, jars, List.of(), options);
    int code = driver.join();
    if (code != 0) {
      throw new IOException("The study ended with code " + code + ":\n" + driver.output());
    }
    double minutes = (System.nanoTime() - start) / 6e10;
    long folds = folds(study);
    System.out.printf(
        Locale.ROOT,
        "%s folds in %.2f minutes on %s of one core, %.1f folds a minute; the report is %s%n",
        folds,
        minutes,
        workers == 1 ? "1 executor" : workers + " executors",
        folds / minutes,
        study.resolve("report.html"));
  }

  private static long folds(Path study) throws IOException {
    try (Stream<Path> files = Files.walk(study.resolve("folds"))) {
      return files.filter(file -> file.toString().endsWith(".csv")).count();
    }
  }
}
