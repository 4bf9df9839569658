package emotiontransfer.demo.cluster;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A standalone cluster of Apache Spark: a master and workers of one core, in processes of their own
 * that listen to this machine alone. Whoever talks to it must know its secret, a new one each time.
 */
public final class LoopbackCluster implements AutoCloseable {

  private static final String LOOPBACK = "127.0.0.1";

  /** On Linux. */
  private static final Path TASKSET = Path.of("/usr/bin/taskset");

  /** What spark-submit gives to Java 17, as org.apache.spark.launcher.JavaModuleOptions has it. */
  private static final List<String> OPENED =
      Stream.of(
              "java.lang",
              "java.lang.invoke",
              "java.lang.reflect",
              "java.io",
              "java.net",
              "java.nio",
              "java.util",
              "java.util.concurrent",
              "java.util.concurrent.atomic",
              "jdk.internal.ref",
              "sun.nio.ch",
              "sun.nio.cs",
              "sun.security.action",
              "sun.util.calendar")
          .map(name -> "--add-opens=java.base/" + name + "=ALL-UNNAMED")
          .toList();

  private final Path sparkHome;
  private final Path folder;
  private final List<WatchedProcess> workers = new ArrayList<>();
  private final WatchedProcess master;
  private final String url;

  private LoopbackCluster(Path sparkHome, Path folder) throws IOException, InterruptedException {
    this.sparkHome = sparkHome.toAbsolutePath();
    this.folder = Files.createDirectories(folder).toAbsolutePath();
    configure(Files.createDirectories(this.folder.resolve("conf")), newSecret());
    this.master =
        start(
            "Master",
            "org.apache.spark.deploy.master.Master",
            List.of("--host", LOOPBACK, "--port", "0", "--webui-port", "0"),
            this.folder.resolve("conf"),
            List.of());
    this.url = master.await("Starting Spark master at (spark://\\S+)");
  }

  /**
   * Starts a cluster.
   *
   * @param sparkHome folder with Spark's jars in its folder jars
   * @param folder for its settings and what its workers leave
   */
  public static LoopbackCluster start(Path sparkHome, Path folder, int workers)
      throws IOException, InterruptedException {
    LoopbackCluster cluster = new LoopbackCluster(sparkHome, folder);
    // For a process that is interrupted.
    Runtime.getRuntime().addShutdownHook(new Thread(cluster::close));
    try {
      for (int i = 0; i < workers; i++) {
        cluster.addWorker();
      }
      return cluster;
    } catch (IOException | InterruptedException e) {
      cluster.close();
      throw e;
    }
  }

  private static String newSecret() {
    byte[] secret = new byte[32];
    new SecureRandom().nextBytes(secret);
    return HexFormat.of().formatHex(secret);
  }

  private static void configure(Path conf, String secret) throws IOException {
    Path file = conf.resolve("spark-defaults.conf");
    Files.deleteIfExists(file);
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.writeString(
        file,
        """
        spark.authenticate            true
        spark.authenticate.secret     %s
        spark.network.crypto.enabled  true
        spark.driver.host             %s
        spark.driver.bindAddress      %s
        spark.executor.memory         1g
        spark.ui.enabled              false
        """
            .formatted(secret, LOOPBACK, LOOPBACK));
  }

  /** Starts one more worker, which is ready when this returns. */
  public WatchedProcess addWorker() throws IOException, InterruptedException {
    WatchedProcess worker = startWorker(folder.resolve("conf"));
    workers.add(worker);
    worker.await("Successfully registered with master");
    return worker;
  }

  /** Starts a worker that does not know the secret; nobody waits for it. */
  public WatchedProcess startStranger() throws IOException, InterruptedException {
    Path conf = Files.createDirectories(folder.resolve("stranger"));
    configure(conf, newSecret());
    WatchedProcess stranger = startWorker(conf);
    workers.add(stranger);
    return stranger;
  }

  private WatchedProcess startWorker(Path conf) throws IOException, InterruptedException {
    String[] ports = {"--host", LOOPBACK, "--port", "0", "--webui-port", "0"};
    List<String> options = new ArrayList<>(Arrays.asList(ports));
    options.addAll(List.of("--cores", "1", "--memory", "1g"));
    options.addAll(List.of("--work-dir", folder.resolve("work" + workers.size()).toString(), url));
    List<String> onOneCore = oneCore(workers.size());
    return start("Worker", "org.apache.spark.deploy.worker.Worker", options, conf, onOneCore);
  }

  /**
   * Returns what binds a worker and its executors to a core of its own, where the system can. They
   * would otherwise compile and collect garbage on the other cores, as no container of one core
   * can.
   */
  private static List<String> oneCore(int worker) throws IOException, InterruptedException {
    int core = worker % Runtime.getRuntime().availableProcessors();
    if (!Files.isExecutable(TASKSET)) {
      return List.of();
    }
    List<String> bound = List.of(TASKSET.toString(), "-c", String.valueOf(core));
    List<String> trial = new ArrayList<>(bound);
    trial.add("true");
    // A container may have other cores than the first ones.
    boolean may = new ProcessBuilder(trial).start().waitFor() == 0;
    return may ? bound : List.of();
  }

  /** Returns the master, whose output names the workers that it knows. */
  public WatchedProcess master() {
    return master;
  }

  public List<WatchedProcess> workers() {
    return workers;
  }

  /**
   * Starts a program on the cluster, as {@code spark-submit} does.
   *
   * @param program the jar with the class
   * @param jars that it needs, which are not sent: each worker finds them where they are
   */
  public WatchedProcess submit(
      String type, Path program, List<Path> jars, List<String> submitOptions, List<String> options)
      throws IOException {
    List<String> all = new ArrayList<>(List.of("--master", url, "--class", type, "--jars"));
    all.add(
        jars.stream().map(jar -> "local:" + jar.toAbsolutePath()).collect(Collectors.joining(",")));
    all.addAll(submitOptions);
    all.add(program.toAbsolutePath().toString());
    all.addAll(options);
    Path conf = folder.resolve("conf");
    return start(type, "org.apache.spark.deploy.SparkSubmit", all, conf, List.of());
  }

  private WatchedProcess start(
      String name, String type, List<String> options, Path conf, List<String> prefix)
      throws IOException {
    List<String> command = new ArrayList<>(prefix);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(OPENED);
    command.addAll(List.of("-Xmx1g", "-Djava.awt.headless=true", "-cp"));
    command.add(conf + File.pathSeparator + sparkHome.resolve("jars").resolve("*"));
    command.add(type);
    if (!type.endsWith("SparkSubmit")) {
      command.addAll(List.of("--properties-file", conf.resolve("spark-defaults.conf").toString()));
    }
    command.addAll(options);
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("SPARK_HOME", sparkHome.toString());
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    builder.environment().put("SPARK_CONF_DIR", conf.toString());
    builder.environment().put("SPARK_LOCAL_IP", LOOPBACK);
    builder.environment().put("SPARK_LOCAL_DIRS", folder.resolve("local").toString());
    return new WatchedProcess(name, builder);
  }

  /** Ends all processes. */
  @Override
  public void close() {
    workers.forEach(WatchedProcess::kill);
    master.kill();
  }
}
