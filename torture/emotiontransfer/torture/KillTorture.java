package emotiontransfer.torture;

import emotiontransfer.PrivatePostgres;
import emotiontransfer.numeric.Sha256;
import emotiontransfer.study.EmotionStudy;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import weka.classifiers.functions.PathNetClassifier;
import weka.core.SerializationHelper;
import weka.experiment.Experiment;
import weka.filters.unsupervised.attribute.MelDeltaSpectrogram;

/**
 * Processes that are killed at random moments: what they leave is nothing, whole, or to be
 * continued, and after all kills the same command ends with the result of an undisturbed run.
 */
final class KillTorture {

  private static final List<String> JVM = List.of("-Xmx1g");
  private static final String NETWORK = " -M 6 -H 4 -N 2 -P 3";

  /** What a finished file or folder says, the same for equal results. */
  private interface Content {
    String of(Path result) throws Exception;
  }

  /**
   * A command that is killed; {@code IN} and {@code OUT} in its options are the inputs' folder and
   * what it writes.
   *
   * @param continued whether what a kill leaves of the result may be unfinished
   */
  private record Victim(
      String name,
      Class<?> main,
      String options,
      String result,
      boolean continued,
      Content content) {

    Process start(Path in, Path folder) throws IOException {
      String[] arguments =
          Arrays.stream(options.split(" "))
              .map(word -> word.replace("OUT", folder.resolve(result).toString()))
              .map(word -> word.replace("IN", in.toString()))
              .toArray(String[]::new);
      ProcessBuilder child = Child.of(folder, JVM, main, arguments);
      child.environment().put("WEKA_HOME", folder.toString());
      return child.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    }
  }

  private static final List<Victim> VICTIMS =
      List.of(
          new Victim(
              "filter",
              MelDeltaSpectrogram.class,
              "-i IN/clips.arff -c last -o OUT",
              "bags.arff",
              false,
              file -> Sha256.hex(Files.readAllBytes(file))),
          new Victim(
              "training",
              PathNetClassifier.class,
              "-t IN/bags.arff -c last -no-cv -d OUT -checkpoint OUT.check -checkpoint-every 20"
                  + " -G 400"
                  + NETWORK,
              "trained.model",
              false,
              KillTorture::model),
          new Victim(
              "study",
              EmotionStudy.class,
              "-source IN/source -destination IN/destination -modality audio -out OUT -G 60",
              "study",
              true,
              KillTorture::tables),
          new Victim(
              "database",
              Experiment.class,
              "-r -L 1 -U 4 -T IN/bags.arff -D weka.experiment.DatabaseResultListener"
                  + " -P weka.experiment.LeaveOneSubjectOutResultProducer -- -W"
                  + " weka.experiment.ClassifierSplitEvaluator -- -no-size -W"
                  + " weka.classifiers.functions.PathNetClassifier -- -G 100"
                  + NETWORK,
              "database",
              true,
              KillTorture::rows));

  private final Path in;
  private final Path folder;
  private final long seed;
  private final int kills;

  /** Prepares kills of commands that read {@link Inputs}. */
  KillTorture(Path in, Path folder, long seed, int kills) {
    this.in = in;
    this.folder = folder;
    this.seed = seed;
    this.kills = kills;
  }

  void run(Consumer<Fault> row) throws Exception {
    for (Victim victim : VICTIMS) {
      row.accept(kill(victim));
    }
  }

  private Fault kill(Victim victim) throws Exception {
    Path calm = folder(victim.name());
    long start = System.nanoTime();
    finish(victim, calm);
    long nanos = System.nanoTime() - start;
    String expected = victim.content().of(calm.resolve(victim.result()));

    Path killed = folder(victim.name() + "-killed");
    SplittableRandom random = new SplittableRandom(seed);
    int lost = 0;
    int early = 0;
    for (int kill = 0; kill < kills; kill++) {
      Process process = victim.start(in, killed);
      boolean ended = process.waitFor(random.nextLong(nanos), TimeUnit.NANOSECONDS);
      process.destroyForcibly().waitFor();
      Path left = killed.resolve(victim.result());
      early += ended || Files.notExists(left) ? 1 : 0;
      lost += victim.continued() || isNothingOrWhole(victim, left, expected) ? 0 : 1;
      if (!victim.continued()) {
        Files.deleteIfExists(left);
      }
    }
    finish(victim, killed);
    boolean same = victim.content().of(killed.resolve(victim.result())).equals(expected);
    return new Fault(
        "kill -9 in " + victim.name(),
        kills,
        lost,
        same ? 0 : 1,
        0,
        early + " left no result; then it ends with " + (same ? "the" : "another") + " result");
  }

  private Path folder(String name) throws IOException {
    Path path = Files.createDirectories(folder.resolve(name));
    try (Writer out =
        Files.newBufferedWriter(
            Files.createDirectories(path.resolve("props")).resolve("DatabaseUtils.props"))) {
      PrivatePostgres.documentedProperties("hsqldb", url(path.resolve("database")))
          .store(out, null);
    }
    return path;
  }

  private static String url(Path database) {
    return "jdbc:hsqldb:file:" + database + "/results;hsqldb.write_delay=false;shutdown=true";
  }

  private void finish(Victim victim, Path folder) throws IOException, InterruptedException {
    int code = victim.start(in, folder).waitFor();
    if (code != 0) {
      throw new IOException(
          "The %s ended with code %d: see %s"
              .formatted(victim.name(), code, folder.resolve("messages.txt")));
    }
  }

  private static boolean isNothingOrWhole(Victim victim, Path left, String expected) {
    try {
      return Files.notExists(left) || victim.content().of(left).equals(expected);
    } catch (Exception e) {
      // Whatever it says, a reader cannot use what is there.
      return false;
    }
  }

  /** The model's text without the time that its training took. */
  private static String model(Path file) throws Exception {
    return SerializationHelper.read(file.toString()).toString().replaceAll("[0-9.]+ s\\b", "");
  }

  private static String tables(Path study) throws IOException {
    StringBuilder text = new StringBuilder(Files.readString(study.resolve("results.csv")));
    try (Stream<Path> tables = Files.list(study.resolve("tables"))) {
      for (Path table : tables.sorted().toList()) {
        text.append(table.getFileName()).append(Files.readString(table));
      }
    }
    return text.toString();
  }

  private static String rows(Path database) throws Exception {
    StringBuilder text = new StringBuilder();
    try (Connection connection = DriverManager.getConnection(url(database), "sa", "");
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT key_run, key_fold, percent_correct FROM results0 ORDER BY 1, 2")) {
      while (rows.next()) {
        text.append(rows.getString(1)).append(' ').append(rows.getString(2));
        text.append(' ').append(rows.getDouble(3)).append('\n');
      }
    }
    return text.toString();
  }
}
