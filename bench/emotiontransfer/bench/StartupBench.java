package emotiontransfer.bench;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the package adds to the start of a Weka process.
 *
 * @param folder takes a WEKA_HOME
 * @param zip the package for this machine
 * @param weka folder with Weka's jars
 */
record StartupBench(Path folder, Path zip, Path weka) {

  /**
   * Returns {@code startup}: the process time of {@code weka.Run .PathNetClassifier -h} over that
   * of {@code weka.Run .J48 -h}, both with the package installed; medians of interleaved rounds.
   */
  List<Ratio> run() throws Exception {
    Path home = Files.createDirectory(folder.resolve("weka-home"));
    weka(home, "weka.core.WekaPackageManager", "-offline", "-install-package", zip.toString());
    double[] seconds =
        Ratio.interleaved(
            11,
            0,
            () -> weka(home, "weka.Run", ".PathNetClassifier", "-h"),
            () -> weka(home, "weka.Run", ".J48", "-h"));
    return List.of(new Ratio("startup", seconds[0] / seconds[1]));
  }

  private void weka(Path home, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(new File(System.getProperty("java.home"), "bin/java").getPath());
    command.add("-Dweka.packageManager.offline=true");
    command.add("-cp");
    command.add(weka.toAbsolutePath() + "/*");
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("WEKA_HOME", home.toString());
    builder.environment().remove("CLASSPATH");
    builder.redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD);
    int status = builder.start().waitFor();
    if (status != 0) {
      throw new IOException("exit code " + status + " of " + command);
    }
  }
}
