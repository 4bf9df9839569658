package emotiontransfer.gui;

import static org.junit.Assert.assertEquals;

import emotiontransfer.packaging.BuiltFiles;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Weka with the package that was installed from the zip into a WEKA_HOME, in JVMs that have Weka,
 * JUnit and the tours, but nothing of the package.
 *
 * @param home what is WEKA_HOME there
 * @param tours the classes of the tours
 * @param corpora the working folder
 */
record InstalledWeka(Path home, Path tours, Path corpora) {

  /** Installs into an empty WEKA_HOME, as the user guide does. */
  static InstalledWeka into(Path home, Path tours, Path corpora)
      throws IOException, InterruptedException {
    InstalledWeka weka = new InstalledWeka(Files.createDirectories(home), tours, corpora);
    weka.run(
        "",
        "weka.core.WekaPackageManager",
        "-offline",
        "-install-package",
        BuiltFiles.hostZip().toAbsolutePath().toString());
    return weka;
  }

  /** Walks a tour on a display, to its end. */
  void walk(Class<? extends Tour> tour, PrivateDisplay display)
      throws IOException, InterruptedException {
    run(
        display.name(),
        TourMain.class.getName(),
        tour.getSimpleName(),
        corpora.toString(),
        Path.of(System.getProperty("emotiontransfer.screenshots")).toAbsolutePath().toString());
  }

  private void run(String display, String mainClass, String... arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx2g",
                "-Djava.awt.headless=false",
                "-Dweka.packageManager.offline=true",
                "-cp",
                String.join(
                    File.pathSeparator,
                    BuiltFiles.lib("weka").toAbsolutePath() + "/*",
                    BuiltFiles.lib("test").toAbsolutePath() + "/*",
                    tours.toString()),
                mainClass));
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile(home, "output", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(corpora.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("WEKA_HOME", home.toString());
    builder.environment().put("DISPLAY", display);
    builder.environment().remove("CLASSPATH");
    int status = builder.start().waitFor();
    assertEquals(Files.readString(output), 0, status);
  }

  /** The tours alone: the other tests lie in Weka's packages, where Weka looks for schemes. */
  static Path copyTours(Path to) throws IOException {
    Path classes =
        Path.of(WindowsTest.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    Path room = Path.of(WindowsTest.class.getPackageName().replace('.', '/'));
    Files.createDirectories(to.resolve(room));
    try (Stream<Path> files = Files.list(classes.resolve(room))) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(room).resolve(file.getFileName()));
      }
    }
    return to;
  }
}
