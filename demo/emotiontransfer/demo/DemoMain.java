package emotiontransfer.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The demonstration, {@code ./antw demo}: the whole way of a user, every command shown. */
public final class DemoMain {

  private final DemoSettings settings;
  private final PrintStream console;

  private DemoMain(DemoSettings settings, PrintStream console) {
    this.settings = settings;
    this.console = console;
  }

  /**
   * Runs the demonstration; ends with code 1 and one sentence if a step fails.
   *
   * @param args none; the settings are system properties, see {@link DemoSettings#of}
   * @throws InterruptedException if interrupted
   */
  public static void main(String[] args) throws InterruptedException {
    try {
      new DemoMain(DemoSettings.of(System.getProperties()), System.out).run();
    } catch (IllegalArgumentException | StepFailure e) {
      System.out.flush();
      System.err.println(e.getMessage());
      System.exit(1);
    } catch (IOException e) {
      System.out.flush();
      System.err.println("The demonstration cannot read or write a file: " + e.getMessage());
      System.exit(1);
    }
  }

  private void run() throws IOException, StepFailure, InterruptedException {
    long start = System.nanoTime();
    Path source = settings.sourceCorpus().orElse(settings.out().resolve("corpora/nordan"));
    Path destination = settings.corpus().orElse(settings.out().resolve("corpora/velua"));
    if (settings.corpus().isEmpty()) {
      synthesize(SyntheticCorpus.SOURCE, source);
      synthesize(SyntheticCorpus.DESTINATION, destination);
    }
    DemoPlan plan = new DemoPlan(settings, source, destination);
    Path home = plan.wekaHome();
    remove(home);
    keepOffline(home);
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    console.printf("%nEvery command below works as it stands, in this folder and with%n");
    console.printf("%s WEKA_HOME=%s%n", windows ? "set" : "export", home);
    StepRunner runner = new StepRunner(home, settings.out().resolve("logs"), console);
    runner.run(plan.install());
    for (Step step : plan.steps()) {
      runner.run(step);
    }
    console.printf(
        "%nAll done in %.0f s. Models, predictions and pictures are in %s,%n"
            + "the commands in logs/commands.txt there.%n",
        (System.nanoTime() - start) / 1e9, settings.out());
  }

  /**
   * Makes a WEKA_HOME whose package manager stays off the network: in a new one Weka fetches the
   * list of all packages first, and says so in the middle of a step's output.
   */
  private static void keepOffline(Path home) throws IOException {
    Path properties = home.resolve("props").resolve("PackageManager.props");
    Files.createDirectories(properties.getParent());
    Files.writeString(properties, "weka.packageManager.offline=true\n");
  }

  private void synthesize(SyntheticCorpus corpus, Path folder) throws IOException {
    console.printf(
        "Speaking %d clips of %s: %d speakers, %d emotions, %d sentences%n",
        corpus.clips(),
        corpus.language().name(),
        corpus.speakers(),
        corpus.emotions().size(),
        corpus.sentences());
    remove(folder);
    corpus.write(folder, settings.seed());
  }

  private static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(folder)) {
      paths = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : paths) {
      Files.delete(path);
    }
  }
}
