package emotiontransfer.torture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Other JVMs with the class path of this one. */
final class Child {

  private Child() {}

  /** Prepares a JVM whose messages go to a file in its folder. */
  static ProcessBuilder of(Path folder, List<String> options, Class<?> main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(
        List.of(
            "-Djava.awt.headless=true",
            "-Dweka.packageManager.offline=true",
            "-XX:ErrorFile=" + folder.resolve("crash-%p.log"),
            "-cp",
            System.getProperty("java.class.path"),
            main.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .directory(Path.of("").toAbsolutePath().toFile())
        .redirectError(ProcessBuilder.Redirect.appendTo(folder.resolve("messages.txt").toFile()));
  }

  /** Runs a JVM to its end and returns its exit code. */
  static int run(Path folder, List<String> options, Class<?> main, String... arguments)
      throws IOException, InterruptedException {
    return of(folder, options, main, arguments)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
