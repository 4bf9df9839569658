package emotiontransfer.torture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import weka.experiment.Experiment;

/**
 * Runs one experiment again and again in one JVM, as an Experimenter that stays open does: one
 * subject left out at a time, PathNet and an SVM, until so many {@code minutes} (default 60) are
 * over. Every round must give the figures of the first.
 */
public final class ExperimenterTorture {

  private static final String OPTIONS =
      "-L 1 -U 2 -T IN/bags.arff -D weka.experiment.CSVResultListener -P"
          + " weka.experiment.LeaveOneSubjectOutResultProducer -- -W"
          + " weka.experiment.ClassifierSplitEvaluator -- -no-size -W"
          + " weka.classifiers.functions.PathNetClassifier -- -G 200";

  private ExperimenterTorture() {}

  /** Prints a row of the table, and ends with code 1 where a round differs. */
  public static void main(String[] args) throws Exception {
    Path folder = Files.createDirectories(Path.of(args[0]).toAbsolutePath());
    Path inputs = folder.resolve("inputs");
    if (Files.notExists(inputs.resolve("bags.arff"))) {
      Inputs.write(inputs);
    }
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(Integer.getInteger("minutes", 60));
    String first = round(inputs, folder);
    int rounds = 1;
    int wrong = 0;
    long warm = used();
    while (System.nanoTime() < end) {
      wrong += round(inputs, folder).equals(first) ? 0 : 1;
      rounds++;
    }
    Fault fault =
        new Fault(
            "rounds of an experiment in %d MB of heap"
                .formatted(Runtime.getRuntime().maxMemory() >> 20),
            rounds,
            0,
            wrong,
            0,
            String.format(
                Locale.ROOT,
                "heap in use grows by %d MB after the first round",
                (used() - warm) >> 20));
    System.out.println(fault);
    System.exit(fault.isWithstood() ? 0 : 1);
  }

  /** Returns the figures of a round, those that are times left out. */
  private static String round(Path inputs, Path folder) throws Exception {
    Path file = folder.resolve("experiment.csv");
    Experiment experiment = new Experiment();
    experiment.setOptions(OPTIONS.replace("IN", inputs.toString()).split(" "));
    ((weka.experiment.CSVResultListener) experiment.getResultListener())
        .setOutputFile(file.toFile());
    experiment.initialize();
    experiment.runExperiment();
    experiment.postProcess();
    return figures(Files.readAllLines(file));
  }

  private static String figures(List<String> lines) {
    List<String> names = List.of(lines.get(0).split(","));
    int war = names.indexOf("Percent_correct");
    int fold = names.indexOf("Key_Fold");
    return lines.stream()
        .map(line -> line.split(","))
        .map(cells -> cells[fold] + " " + cells[war])
        .collect(Collectors.joining("\n"));
  }

  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
