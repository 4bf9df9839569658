package emotiontransfer.packaging;

import static org.junit.Assert.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.lang3.ArrayUtils;

/**
 * Runs Weka as a user's shell does: in a JVM of its own, with nothing on the class path but Weka,
 * and packages from a WEKA_HOME.
 *
 * @param java the {@code java} command
 * @param weka folder with Weka's jar and what it needs
 * @param wekaHome where packages are installed
 * @param folder the working folder
 * @param jars more jars on the class path
 */
record WekaShell(Path java, Path weka, Path wekaHome, Path folder, List<Path> jars) {

  WekaShell(Path java, Path weka, Path wekaHome, Path folder) {
    this(java, weka, wekaHome, folder, List.of());
  }

  /** Returns a shell with more on the class path. */
  WekaShell withJars(Path... more) {
    return new WekaShell(java, weka, wekaHome, folder, List.of(more));
  }

  /** What a command printed, and the code that it ended with. */
  record Output(String out, String err, int code) {}

  /** Runs a class with arguments; a path among them is relative to the working folder. */
  Output run(String mainClass, String... arguments) throws IOException, InterruptedException {
    Output output = end(mainClass, arguments);
    String command = mainClass + " " + String.join(" ", arguments);
    assertEquals(command + "\n" + output.out() + output.err(), 0, output.code());
    return output;
  }

  private Output end(String mainClass, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(java.toString());
    command.add("-Xmx2g");
    // There may be no network, and Weka would look for news about packages first.
    command.add("-Dweka.packageManager.offline=true");
    command.add("-cp");
    StringBuilder classPath = new StringBuilder(weka.toAbsolutePath() + "/*");
    jars.forEach(jar -> classPath.append(File.pathSeparator).append(jar));
    command.add(classPath.toString());
    command.add(mainClass);
    command.addAll(List.of(arguments));

    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().put("WEKA_HOME", wekaHome.toString());
    builder.environment().remove("CLASSPATH");
    int code = builder.start().waitFor();
    return new Output(Files.readString(out), Files.readString(err), code);
  }

  /** Runs a scheme or command of Weka or of a package. */
  Output scheme(String name, String... arguments) throws IOException, InterruptedException {
    return run("weka.Run", ArrayUtils.insert(0, arguments, name));
  }

  /** Runs a scheme or command that must end as one that failed. */
  Output failing(String name, String... arguments) throws IOException, InterruptedException {
    Output output = end("weka.Run", ArrayUtils.insert(0, arguments, name));
    assertEquals(output.out() + output.err(), 1, output.code());
    return output;
  }
}
