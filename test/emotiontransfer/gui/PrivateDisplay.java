package emotiontransfer.gui;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A display of its own with a window manager, so that a tour disturbs nobody's mouse and every
 * screenshot has the same size.
 *
 * @param name what belongs into the variable DISPLAY
 */
record PrivateDisplay(Process server, Process manager, String name) implements AutoCloseable {

  private static final String SERVER = "Xvfb";
  private static final String WINDOW_MANAGER = "openbox";

  /** Returns whether this machine has the commands for it. */
  static boolean isPossible() {
    return isCommand(SERVER) && isCommand(WINDOW_MANAGER);
  }

  private static boolean isCommand(String name) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
  }

  static PrivateDisplay open() throws IOException {
    Process server =
        new ProcessBuilder(
                SERVER, "-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String number;
    // The server writes its number when it is ready.
    BufferedReader lines = server.inputReader(StandardCharsets.UTF_8);
    number = lines.readLine();
    if (number == null) {
      throw new IOException("Xvfb ended without a display");
    }
    String name = ":" + number.strip();
    ProcessBuilder manager =
        new ProcessBuilder(WINDOW_MANAGER, "--sm-disable")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    manager.environment().put("DISPLAY", name);
    return new PrivateDisplay(server, manager.start(), name);
  }

  @Override
  public void close() {
    manager.destroy();
    server.destroy();
  }
}
