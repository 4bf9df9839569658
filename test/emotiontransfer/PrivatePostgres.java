package emotiontransfer;

import static org.junit.Assert.fail;
import static org.junit.Assume.assumeTrue;

import java.io.IOException;
import java.io.Reader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.rules.ExternalResource;

/**
 * A PostgreSQL server of the test's own: in a temporary folder, on a free port of the loopback
 * address, with a password. Where the tests run as root, it runs as user {@code postgres}, whom
 * Debian's package makes, because PostgreSQL refuses to be root.
 *
 * <p>Skips the tests with a message where PostgreSQL is not installed, or fails them where skipping
 * is forbidden.
 */
public final class PrivatePostgres extends ExternalResource {

  private static final String USER = "weka";
  private static final String SERVER_ACCOUNT = "postgres";

  private final String password = UUID.randomUUID().toString();
  private final boolean root = "root".equals(System.getProperty("user.name"));
  private Path programs;
  private Path folder;
  private int port;

  @Override
  protected void before() throws IOException, InterruptedException {
    programs = programs();
    require("needs PostgreSQL (Debian's package postgresql), which is not there", programs != null);
    // Not below the build's folder, which another account may be unable to enter.
    folder = Files.createTempDirectory(Path.of("/tmp"), "emotion-postgres");
    Path passwordFile = Files.writeString(folder.resolve("password"), password);
    Path data = Files.createDirectory(folder.resolve("data"));
    if (root) {
      UserPrincipal account = account();
      require("needs the account postgres, because the tests run as root", account != null);
      for (Path path : List.of(folder, passwordFile, data)) {
        Files.setOwner(path, account);
      }
    }
    port = freePort();
    run(
        "initdb",
        "--username=" + USER,
        "--pwfile=" + passwordFile,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--no-sync",
        data.toString());
    run(
        "pg_ctl",
        "-D",
        data.toString(),
        "-w",
        "-l",
        folder.resolve("log").toString(),
        "-o",
        "-c listen_addresses=127.0.0.1 -c port=%d -c unix_socket_directories='' -c fsync=off"
            .formatted(port),
        "start");
  }

  @Override
  protected void after() {
    if (folder == null) {
      return;
    }
    try {
      if (Files.exists(folder.resolve("data/postmaster.pid"))) {
        run("pg_ctl", "-D", folder.resolve("data").toString(), "-m", "immediate", "-w", "stop");
      }
      try (Stream<Path> paths = Files.walk(folder)) {
        for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    } catch (IOException e) {
      throw new AssertionError("the server does not go away", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns the JDBC URL with user and password in it. */
  public String url() {
    return "jdbc:postgresql://127.0.0.1:%d/postgres?user=%s&password=%s"
        .formatted(port, USER, password);
  }

  /** Returns the settings that the documentation gives for PostgreSQL, with the server's URL. */
  public Properties properties() throws IOException {
    return documentedProperties("postgresql", url());
  }

  /** Returns the settings that the documentation gives for a kind of database, with a URL. */
  public static Properties documentedProperties(String kind, String url) throws IOException {
    Properties properties = new Properties();
    try (Reader in = Files.newBufferedReader(Path.of("doc/experiments", kind + ".props"))) {
      properties.load(in);
    }
    properties.setProperty("jdbcURL", url);
    return properties;
  }

  private void run(String program, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    if (root) {
      command.addAll(List.of("runuser", "-u", SERVER_ACCOUNT, "--"));
    }
    command.add(programs.resolve(program).toString());
    command.addAll(List.of(arguments));
    // The server inherits the output; a pipe would never end.
    Path output = Files.createTempFile("postgres", ".txt");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    if (process.waitFor() != 0) {
      fail(command + "\n" + Files.readString(output));
    }
    Files.delete(output);
  }

  private static Path programs() throws IOException {
    List<Path> candidates = new ArrayList<>();
    for (String entry : System.getenv().getOrDefault("PATH", "").split(":")) {
      candidates.add(Path.of(entry));
    }
    Path debian = Path.of("/usr/lib/postgresql");
    if (Files.isDirectory(debian)) {
      try (DirectoryStream<Path> versions = Files.newDirectoryStream(debian)) {
        versions.forEach(version -> candidates.add(version.resolve("bin")));
      }
    }
    return candidates.stream()
        .filter(path -> Files.isExecutable(path.resolve("initdb")))
        .findFirst()
        .orElse(null);
  }

  private static UserPrincipal account() throws IOException {
    try {
      return Path.of("/")
          .getFileSystem()
          .getUserPrincipalLookupService()
          .lookupPrincipalByName(SERVER_ACCOUNT);
    } catch (UserPrincipalNotFoundException e) {
      return null;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void require(String message, boolean condition) {
    if (!condition && Boolean.getBoolean("emotiontransfer.noskip")) {
      fail(message);
    }
    assumeTrue(message, condition);
  }
}
