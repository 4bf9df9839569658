package emotiontransfer.demo;

import emotiontransfer.demo.face.CastPicture;
import emotiontransfer.demo.face.FaceCorpus;
import emotiontransfer.demo.speech.SyntheticCorpus;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The demonstration, {@code ./antw demo}: the whole way of a user, every command shown. */
public final class DemoMain {

  /** Actors of each corpus in the picture of faces. */
  private static final int SHOWN = 3;

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
    DemoPlan plan = plan();
    Path home = plan.wekaHome();
    remove(home);
    keepOffline(home);
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    console.printf(
        Locale.ROOT, "%nEvery command below works as it stands, in this folder and with%n");
    console.printf(Locale.ROOT, "%s WEKA_HOME=%s%n", windows ? "set" : "export", home);
    StepRunner runner = new StepRunner(home, settings.out().resolve("logs"), console);
    runner.run(plan.install());
    for (Step step : plan.steps()) {
      runner.run(step);
    }
    console.printf(
        Locale.ROOT,
        "%nAll done in %.0f s. Models, predictions and pictures are in %s,%n"
            + "the commands in logs/commands.txt there.%n",
        (System.nanoTime() - start) / 1e9,
        settings.out());
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

  private DemoPlan plan() throws IOException {
    if (settings.sourceCorpus().isPresent() && settings.corpus().isPresent()) {
      return new DemoPlan(settings, settings.sourceCorpus().get(), settings.corpus().get());
    }
    Path corpora = settings.out().resolve("corpora");
    if (settings.faces()) {
      Path source = draw(FaceCorpus.SOURCE, corpora);
      Path destination = draw(FaceCorpus.DESTINATION, corpora);
      CastPicture.write(
          List.of(FaceCorpus.SOURCE, FaceCorpus.DESTINATION),
          SHOWN,
          settings.seed(),
          corpora.resolve("faces.jpg"));
      return new DemoPlan(settings, source, destination);
    }
    return new DemoPlan(
        settings,
        speak(SyntheticCorpus.SOURCE, corpora),
        speak(SyntheticCorpus.DESTINATION, corpora));
  }

  private Path draw(FaceCorpus corpus, Path corpora) throws IOException {
    console.printf(
        Locale.ROOT,
        "Drawing %d clips of %s: %d actors, %d emotions, %d takes%n",
        corpus.clips(),
        corpus.name(),
        corpus.actors(),
        corpus.emotions(),
        corpus.takes());
    Path folder = corpora.resolve(corpus.name());
    remove(folder);
    corpus.write(folder, settings.seed());
    return folder;
  }

  private Path speak(SyntheticCorpus corpus, Path corpora) throws IOException {
    console.printf(
        Locale.ROOT,
        "Speaking %d clips of %s: %d speakers, %d emotions, %d sentences%n",
        corpus.clips(),
        corpus.name(),
        corpus.speakers(),
        corpus.emotions().size(),
        corpus.sentences());
    Path folder = corpora.resolve(corpus.name());
    remove(folder);
    corpus.write(folder, settings.seed());
    return folder;
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
