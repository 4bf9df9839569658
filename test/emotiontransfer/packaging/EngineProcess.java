package emotiontransfer.packaging;

import emotiontransfer.demo.cluster.WatchedProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * A remote engine in a process of its own, started by the script that users start it by.
 *
 * @param host what experiments call it
 */
record EngineProcess(WatchedProcess process, String host) {

  /** The file of the secret in the shell's folder, written by the first engine. */
  static final String SECRET = "engine.secret";

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
            .directory(shell.folder().toFile());
    builder.environment().put("WEKA_HOME", wekaHome.toString());
    builder.environment().put("WEKA_LIB", shell.weka().toAbsolutePath().toString());
    builder.environment().put("JDBC", database.toString());
    builder.environment().put("JAVA_HOME", shell.java().getParent().getParent().toString());
    builder.environment().put("JAVA_OPTS", "-Xmx1g");
    String host = "127.0.0.1:" + port;
    return new EngineProcess(new WatchedProcess("engine " + host, builder), host);
  }

  /** Waits until the engine has printed a line with this beginning. */
  void awaitLine(String beginning) throws IOException, InterruptedException {
    process.await("^" + Pattern.quote(beginning));
  }

  /** Ends the engine at once, as a power cut does. */
  void kill() {
    process.kill();
  }

  boolean isAlive() {
    return process.isAlive();
  }
}
