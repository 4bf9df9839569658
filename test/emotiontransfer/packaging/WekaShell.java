package emotiontransfer.packaging;

import static org.junit.Assert.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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

  /** What a command printed. */
  record Output(String out, String err) {}

  /** Runs a class with arguments; a path among them is relative to the working folder. */
  Output run(String mainClass, String... arguments) throws IOException, InterruptedException {
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
    int status = builder.start().waitFor();
    Output output = new Output(Files.readString(out), Files.readString(err));
    assertEquals(command + "\n" + output.out() + output.err(), 0, status);
    return output;
  }

  /** Runs a scheme or command of Weka or of a package. */
  Output scheme(String name, String... arguments) throws IOException, InterruptedException {
    String[] all = new String[arguments.length + 1];
    all[0] = name;
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return run("weka.Run", all);
  }
}
