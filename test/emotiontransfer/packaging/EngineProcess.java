package emotiontransfer.packaging;

import static org.junit.Assert.fail;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A remote engine in a process of its own, started by the script that users start it by. */
final class EngineProcess {

  /** The file of the secret in the shell's folder, written by the first engine. */
  static final String SECRET = "engine.secret";

  private final Process process;
  private final String host;
  private final List<String> lines = new ArrayList<>();
  private boolean ended;

  private EngineProcess(Process process, String host) {
    this.process = process;
    this.host = host;
    Thread reader = new Thread(this::read, "engine " + host);
    reader.setDaemon(true);
    reader.start();
  }

  /** Starts an engine on a free port; it is not ready yet. */
  static EngineProcess start(WekaShell shell, Path wekaHome, Path database) throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of("bin/emotion-engine").toAbsolutePath().toString(),
                "-p",
                String.valueOf(port),
                "-secret",
                SECRET)
            .directory(shell.folder().toFile())
            .redirectErrorStream(true);
    builder.environment().put("WEKA_HOME", wekaHome.toString());
    builder.environment().put("WEKA_LIB", shell.weka().toAbsolutePath().toString());
    builder.environment().put("JDBC", database.toString());
    builder.environment().put("JAVA_HOME", shell.java().getParent().getParent().toString());
    builder.environment().put("JAVA_OPTS", "-Xmx1g");
    return new EngineProcess(builder.start(), "127.0.0.1:" + port);
  }

  /** Returns what experiments call it. */
  String host() {
    return host;
  }

  private void read() {
    try (BufferedReader output = process.inputReader()) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        add(line);
      }
    } catch (IOException e) {
      add("reading the engine's output failed: " + e);
    } finally {
      end();
    }
  }

  private synchronized void add(String line) {
    lines.add(line);
    notifyAll();
  }

  private synchronized void end() {
    ended = true;
    notifyAll();
  }

  /** Waits until the engine has printed a line with this beginning. */
  synchronized void awaitLine(String beginning) {
    try {
      while (lines.stream().noneMatch(line -> line.startsWith(beginning))) {
        if (ended) {
          fail("The engine ended without '" + beginning + "':\n" + String.join("\n", lines));
        }
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends the engine at once, as a power cut does. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  boolean isAlive() {
    return process.isAlive();
  }
}
