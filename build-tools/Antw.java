import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * Fetches Ant, Ivy and the Ant tasks of the build from Maven Central, checks them against the
 * SHA-256 values of {@code tools.sha256}, and runs {@code build_package.xml} with them. Started by
 * {@code antw} as {@code java build-tools/Antw.java ROOT ARGUMENTS...}.
 */
public final class Antw {

  private static final String REPOSITORY = "https://repo1.maven.org/maven2/";
  private static final int ATTEMPTS = 3;
  private static final int TIMEOUT_MILLIS = 30_000;

  private Antw() {}

  public static void main(String[] args) {
    Path root = Path.of(args[0]).toAbsolutePath().normalize();
    try {
      List<String> proxy = useProxy(args);
      Path home = home();
      List<Path> tools = fetchTools(root, home.resolve("tools"));
      System.exit(runAnt(root, home, tools, proxy, Arrays.asList(args).subList(1, args.length)));
    } catch (IOException e) {
      System.err.println("antw: " + e.getMessage());
      System.exit(1);
    } catch (InterruptedException e) {
      System.err.println("antw: interrupted");
      System.exit(130);
    }
  }

  private static Path home() {
    String home = System.getenv("ANTW_HOME");
    return home == null || home.isEmpty()
        ? Path.of(System.getProperty("user.home"), ".ant-emotionTransfer")
        : Path.of(home).toAbsolutePath();
  }

  /**
   * Takes the proxy from {@code -Dhttps.proxyHost=...} among the arguments, else from the
   * environment's {@code HTTPS_PROXY}, unless the JVM has one already (for example through {@code
   * JAVA_TOOL_OPTIONS}), and returns the options that hand it on to Ant's JVM.
   */
  private static List<String> useProxy(String[] args) throws IOException {
    for (String arg : args) {
      if (arg.matches("-Dhttps?\\.(proxy|nonProxy).*=.*")) {
        String[] option = arg.substring(2).split("=", 2);
        System.setProperty(option[0], option[1]);
      }
    }
    String variable = System.getenv("HTTPS_PROXY");
    if (variable == null) {
      variable = System.getenv("https_proxy");
    }
    if (variable != null && !variable.isEmpty() && System.getProperty("https.proxyHost") == null) {
      useProxyOf(variable);
    }
    List<String> options = new ArrayList<>();
    for (String name :
        List.of(
            "http.proxyHost",
            "http.proxyPort",
            "http.nonProxyHosts",
            "https.proxyHost",
            "https.proxyPort")) {
      if (System.getProperty(name) != null) {
        options.add("-D" + name + "=" + System.getProperty(name));
      }
    }
    return options;
  }

  private static void useProxyOf(String variable) throws IOException {
    URI proxy;
    try {
      proxy = URI.create(variable.contains("://") ? variable : "http://" + variable);
    } catch (IllegalArgumentException e) {
      throw new IOException("HTTPS_PROXY is no address: " + e.getMessage(), e);
    }
    if (proxy.getHost() == null) {
      throw new IOException("HTTPS_PROXY names no host; it should look like http://host:port");
    }
    System.setProperty("https.proxyHost", proxy.getHost());
    if (proxy.getPort() != -1) {
      System.setProperty("https.proxyPort", Integer.toString(proxy.getPort()));
    }
  }

  private static List<Path> fetchTools(Path root, Path folder)
      throws IOException, InterruptedException {
    Files.createDirectories(folder);
    List<Path> tools = new ArrayList<>();
    for (String line : Files.readAllLines(root.resolve("build-tools/tools.sha256"))) {
      if (!line.isBlank()) {
        String[] entry = line.trim().split("\\s+");
        tools.add(fetch(entry[1], entry[0], folder));
      }
    }
    return tools;
  }

  private static Path fetch(String path, String sha256, Path folder)
      throws IOException, InterruptedException {
    Path file = folder.resolve(path.substring(path.lastIndexOf('/') + 1));
    if (Files.exists(file) && sha256(file).equals(sha256)) {
      return file;
    }
    System.err.println("antw: fetching " + file.getFileName());
    Path download = Files.createTempFile(folder, file.getFileName().toString(), ".part");
    try {
      download(URI.create(REPOSITORY + path), download);
      String found = sha256(download);
      if (!found.equals(sha256)) {
        throw new IOException(
            String.format(
                Locale.ROOT,
                "%s%s has the SHA-256 %s, but build-tools/tools.sha256 asks for %s;"
                    + " nothing was installed",
                REPOSITORY,
                path,
                found,
                sha256));
      }
      Files.move(
          download, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(download);
    }
    return file;
  }

  private static void download(URI address, Path file) throws IOException, InterruptedException {
    for (int attempt = 1; ; attempt++) {
      try {
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
          throw new IOException("the server answers " + connection.getResponseCode());
        }
        try (InputStream in = connection.getInputStream()) {
          Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return;
      } catch (IOException e) {
        if (attempt == ATTEMPTS) {
          throw new IOException(
              String.format(
                  Locale.ROOT,
                  "cannot fetch %s (%s: %s); behind a proxy, set HTTPS_PROXY or"
                      + " JAVA_TOOL_OPTIONS=\"-Dhttps.proxyHost=... -Dhttps.proxyPort=...\"",
                  address,
                  e.getClass().getSimpleName(),
                  e.getMessage()),
              e);
        }
        Thread.sleep(1000L * attempt);
      }
    }
  }

  private static String sha256(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException e) {
      throw new IOException("this Java has no SHA-256", e);
    }
  }

  private static int runAnt(
      Path root, Path home, List<Path> tools, List<String> proxy, List<String> arguments)
      throws IOException, InterruptedException {
    boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    List<String> command = new ArrayList<>();
    command.add(
        Path.of(System.getProperty("java.home"), "bin", windows ? "java.exe" : "java").toString());
    command.addAll(proxy);
    // The times of a zip's entries are local ones, and must not depend on where it is built.
    command.add("-Duser.timezone=UTC");
    command.add("-cp");
    command.add(String.join(File.pathSeparator, tools.stream().map(Path::toString).toList()));
    command.add("org.apache.tools.ant.Main");
    // No task names before the lines of the demonstration, the tests and the benchmarks.
    command.add("-emacs");
    command.add("-buildfile");
    command.add(root.resolve("build_package.xml").toString());
    command.add("-Dantw.home=" + home);
    command.addAll(arguments);

    // Ant's own last words come after those of any target, so the count of tests is repeated here.
    Path summary = root.resolve("build/test-reports/summary.txt");
    Files.deleteIfExists(summary);
    Process ant = new ProcessBuilder(command).inheritIO().start();
    Runtime.getRuntime().addShutdownHook(new Thread(ant::destroy));
    int status = ant.waitFor();
    if (Files.exists(summary)) {
      System.out.print(Files.readString(summary));
    }
    return status;
  }
}
