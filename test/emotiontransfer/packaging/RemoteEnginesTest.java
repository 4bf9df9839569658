package emotiontransfer.packaging;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import emotiontransfer.PrivatePostgres;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.lang3.function.Failable;
import org.junit.After;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * The built zip in Weka's remote experiments: two engines on the loopback address, each with the
 * package in a WEKA_HOME of its own, results in PostgreSQL.
 */
public class RemoteEnginesTest {

  private static final int SUBJECTS = TinyCorpus.SPEAKERS.size();

  /** Two seeds of each subject. */
  private static final int RUNS = 2 * SUBJECTS;

  private static final String[] SCHEME = {
    "-P",
    "weka.experiment.LeaveOneSubjectOutResultProducer",
    "--",
    "-subject-per-run",
    "-W",
    "weka.experiment.ClassifierSplitEvaluator",
    "--",
    "-no-size",
    "-W",
    "weka.classifiers.functions.PathNetClassifier",
    "--",
    "-G",
    "40",
    "-num-slots",
    "1"
  };

  @ClassRule public static final PrivatePostgres POSTGRES = new PrivatePostgres();
  @ClassRule public static final TemporaryFolder FOLDER = new TemporaryFolder();

  private static WekaShell shell;
  private static Path secondHome;
  private static Path database;
  private static Map<String, List<Double>> local;

  private final List<EngineProcess> engines = new ArrayList<>();

  @BeforeClass
  public static void installTwiceAndRunLocally() throws Exception {
    Path folder = FOLDER.getRoot().toPath();
    database = databaseDriver();
    shell = installed(Files.createDirectory(folder.resolve("first")));
    secondHome = installed(Files.createDirectory(folder.resolve("second"))).wekaHome();
    TinyCorpus.write(folder.resolve("tiny"));
    shell.scheme("weka.core.converters.EmotionCorpusLoader", "-dir", "tiny", "-o", "clips.arff");
    shell.scheme(
        "weka.filters.unsupervised.attribute.MelDeltaSpectrogram",
        "-i",
        "clips.arff",
        "-o",
        "bags.arff",
        "-c",
        "last");
    runLocally(RUNS);
    local = figures();
    assertEquals(RUNS, local.size());
  }

  private static WekaShell installed(Path wekaHome) throws IOException, InterruptedException {
    WekaShell shell =
        new WekaShell(
            InstalledJdks.thisJava(), BuiltFiles.lib("weka"), wekaHome, FOLDER.getRoot().toPath());
    shell.run(
        "weka.core.WekaPackageManager",
        "-offline",
        "-install-package",
        BuiltFiles.hostZip().toAbsolutePath().toString());
    Files.createDirectories(wekaHome.resolve("props"));
    try (var out = Files.newBufferedWriter(wekaHome.resolve("props/DatabaseUtils.props"))) {
      POSTGRES.properties().store(out, null);
    }
    return shell;
  }

  private static Path databaseDriver() throws IOException {
    try (DirectoryStream<Path> jars =
        Files.newDirectoryStream(BuiltFiles.lib("test"), "postgresql-*.jar")) {
      return jars.iterator().next().toAbsolutePath();
    }
  }

  /** One after the other, in the process that asks. */
  private static void runLocally(int runs) throws IOException, InterruptedException {
    List<String> options = new ArrayList<>(List.of("-r"));
    options.addAll(experiment(runs));
    shell.withJars(database).run("weka.experiment.Experiment", options.toArray(String[]::new));
  }

  private static List<String> experiment(int runs) {
    List<String> options =
        new ArrayList<>(
            List.of(
                "-L",
                "1",
                "-U",
                String.valueOf(runs),
                "-T",
                "bags.arff",
                "-D",
                "weka.experiment.DatabaseResultListener"));
    options.addAll(List.of(SCHEME));
    return options;
  }

  @After
  public void endEngines() throws InterruptedException {
    for (EngineProcess engine : engines) {
      engine.kill();
    }
  }

  @Test
  public void twoEnginesGiveTheFiguresOfTheLocalRun() throws Exception {
    forgetResults();
    EngineProcess first = engine(shell.wekaHome());
    EngineProcess second = engine(secondHome);
    String out = runRemotely(first, second);
    assertTrue(out, out.contains("Experiment completed successfully."));
    assertTrue(out, out.contains("on host " + first.host()));
    assertTrue(out, out.contains("on host " + second.host()));
    assertEquals(local, figures());

    // Nothing is left to do, so that a second time is quick and changes nothing.
    runRemotely(first, second);
    assertEquals(local, figures());
  }

  @Test
  public void engineThatDiesInMidRunLosesNothing() throws Exception {
    forgetResults();
    EngineProcess first = engine(shell.wekaHome());
    EngineProcess second = engine(secondHome);
    Thread killer =
        new Thread(
            Failable.asRunnable(
                () -> {
                  // The first line says that a part has begun; the second ends its first fold at
                  // the
                  // earliest some seconds later.
                  first.awaitLine("Iterating (exp run #");
                  first.kill();
                }));
    killer.start();
    String out = runRemotely(first, second);
    killer.join();
    assertFalse("the engine outlived the experiment", first.isAlive());
    assertTrue(out, out.contains("Connection to " + first.host() + " failed. Scheduling run: "));
    assertTrue(out, out.contains("Experiment completed successfully."));
    assertEquals(local, figures());
  }

  @Test
  public void engineListensToItsOwnMachineAlone() throws Exception {
    EngineProcess engine = engine(shell.wekaHome());
    int port = Integer.parseInt(engine.host().split(":")[1]);
    // Every address of 127.0.0.0/8 is this machine; only one of them is listened at.
    try (ServerSocket other = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.2"))) {
      assertEquals(port, other.getLocalPort());
    }
  }

  private EngineProcess engine(Path wekaHome) throws IOException, InterruptedException {
    EngineProcess engine = EngineProcess.start(shell, wekaHome, database);
    engines.add(engine);
    engine.awaitLine("Engine ready at " + engine.host());
    return engine;
  }

  /** The engines would make the table of results at the same moment; one run makes it first. */
  private static String runRemotely(EngineProcess... hosts)
      throws IOException, InterruptedException {
    runLocally(1);
    String names = Stream.of(hosts).map(EngineProcess::host).collect(Collectors.joining(","));
    List<String> options = new ArrayList<>(List.of(EngineProcess.SECRET, names));
    options.addAll(experiment(RUNS));
    Path[] classPath =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(entry -> Path.of(entry).toAbsolutePath())
            .toArray(Path[]::new);
    return shell
        .withJars(classPath)
        .run(RemoteClient.class.getName(), options.toArray(String[]::new))
        .out();
  }

  private static void forgetResults() throws SQLException {
    try (Connection connection = DriverManager.getConnection(POSTGRES.url());
        Statement statement = connection.createStatement()) {
      statement.execute("DROP TABLE IF EXISTS experiment_index");
      statement.execute("DROP TABLE IF EXISTS results0");
    }
  }

  /** WAR and UAR by run and subject; a row that is there twice would be an error. */
  private static Map<String, List<Double>> figures() throws SQLException {
    Map<String, List<Double>> figures = new TreeMap<>();
    try (Connection connection = DriverManager.getConnection(POSTGRES.url());
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT key_run, key_fold, war, uar FROM results0")) {
      while (rows.next()) {
        List<Double> before =
            figures.put(
                rows.getString(1) + " " + rows.getString(2),
                List.of(rows.getDouble(3), rows.getDouble(4)));
        assertEquals("a row twice", null, before);
      }
    }
    return figures;
  }
}
