package emotiontransfer.gui;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An engine for the Experimenter, with the class path and the WEKA_HOME of this process. */
final class Engine {

  private final Process process;
  private final String host;
  private final List<String> lines = new ArrayList<>();

  private Engine(Process process, String host) {
    this.process = process;
    this.host = host;
    Thread reader = new Thread(this::read, "engine " + host);
    reader.setDaemon(true);
    reader.start();
  }

  /** Starts an engine on a free port; it is not ready yet. */
  static Engine start(Path secret) throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-Dweka.packageManager.offline=true",
                "-cp",
                System.getProperty("java.class.path"),
                "weka.Run",
                "weka.experiment.EmotionEngine",
                "-p",
                String.valueOf(port),
                "-secret",
                secret.toString())
            .redirectErrorStream(true)
            .start();
    return new Engine(process, "127.0.0.1:" + port);
  }

  private void read() {
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        add(line);
      }
    } catch (IOException e) {
      add("reading the engine's output failed: " + e);
    }
  }

  private synchronized void add(String line) {
    lines.add(line);
  }

  /** Returns what experiments call it. */
  String host() {
    return host;
  }

  /** Waits for a line of what it prints. */
  void await(Screen screen, String beginning) {
    screen.await(
        "an engine's '" + beginning + "' in " + printed(),
        () -> printed().lines().anyMatch(line -> line.startsWith(beginning)));
  }

  /** Returns what it has printed so far. */
  synchronized String printed() {
    return String.join("\n", lines);
  }

  /** Ends it at once, as a power cut does. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }
}
