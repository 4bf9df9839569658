package emotiontransfer.demo;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The steps from an installed package to the figures.
 *
 * <p>Paths below the working folder are written relative to it, so that the commands are short
 * enough to read.
 *
 * @param settings what is asked for
 * @param sourceCorpus folder to learn from
 * @param corpus folder to transfer to
 */
record DemoPlan(DemoSettings settings, Path sourceCorpus, Path corpus) {

  private static final String PATHNET = "weka.classifiers.functions.PathNetClassifier";
  private static final String FILTERED = "weka.classifiers.meta.FilteredClassifier";
  private static final String LOSO = "weka.experiment.LeaveOneSubjectOutEvaluation";
  private static final String SPEECH = "weka.filters.unsupervised.attribute.MelDeltaSpectrogram";
  private static final String FACES = "weka.filters.unsupervised.attribute.FaceCrop";

  /** Returns the step that installs the package. */
  Step install() {
    Path description =
        wekaHome().resolve("packages").resolve("emotionTransfer").resolve("Description.props");
    return new Step(
        "install the package with Weka's package manager",
        List.of(
            java(),
            "-cp",
            classPath(),
            "weka.core.WekaPackageManager",
            "-offline",
            "-install-package",
            shown(settings.zip())),
        true,
        List.of(description));
  }

  /** Returns all further steps, in order. */
  List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    steps.add(load("source", sourceCorpus));
    steps.add(load("destination", corpus));
    steps.add(evolve("evolve a pathway on the source corpus", "source", sourceCorpus, List.of()));
    steps.add(describe("source"));
    steps.add(evaluate("leave one subject out, from scratch", "scratch", List.of()));
    List<String> source = List.of("-source", shown(file("source.model")));
    steps.add(evaluate("leave one subject out, with transfer", "transfer", source));
    steps.add(
        evolve("evolve on the whole destination, with transfer", "destination", corpus, source));
    steps.add(describe("destination"));
    steps.add(table());
    steps.add(pathways("source", "initial"));
    steps.add(pathways("source", "best"));
    steps.add(pathways("destination", "initial"));
    steps.add(pathways("destination", "best"));
    steps.add(confusion("scratch", name(corpus) + ", from scratch"));
    steps.add(confusion("transfer", name(corpus) + ", after " + name(sourceCorpus)));
    return steps;
  }

  /** Returns the folder that Weka installs into. */
  Path wekaHome() {
    return file("weka-home");
  }

  private Step load(String name, Path from) {
    List<String> command = weka("weka.core.converters.EmotionCorpusLoader");
    boolean file = isCorpusFile(from);
    command.addAll(file ? List.of(shown(from)) : List.of("-dir", shown(from)));
    settings
        .modality()
        .or(() -> file ? Optional.empty() : Optional.of("audio"))
        .ifPresent(modality -> command.addAll(List.of("-modality", modality)));
    if (!file && !Path.of(shown(from)).isAbsolute()) {
      // with relative paths the same clips have the same table on every machine
      command.addAll(List.of("-relative-to", "."));
    }
    Path written = corpusFile(from);
    command.addAll(List.of("-o", shown(written)));
    return new Step("load the " + name + " corpus", command, false, List.of(written));
  }

  private static boolean isCorpusFile(Path path) {
    return path.toString().endsWith(".corpus") && Files.isRegularFile(path);
  }

  private Path corpusFile(Path from) {
    boolean alike = name(sourceCorpus).equals(name(corpus));
    String role = from.equals(sourceCorpus) ? "source-" : "destination-";
    return file((alike ? role : "") + name(from) + ".corpus");
  }

  private Step evolve(String title, String name, Path from, List<String> options) {
    List<String> command = weka(FILTERED);
    Path model = file(name + ".model");
    command.addAll(
        List.of("-t", shown(corpusFile(from)), "-no-cv", "-v", "-o", "-d", shown(model)));
    // Without -o Weka prints the header of the bags, 12,288 attributes, before the model; the seed
    // of the classifier is drawn from that of the FilteredClassifier.
    command.addAll(List.of("-S", String.valueOf(settings.seed())));
    command.addAll(filtered(options));
    return new Step(title, command, false, List.of(model));
  }

  private Step describe(String name) {
    List<String> command = weka("weka.classifiers.functions.PathNetModelCard");
    command.addAll(List.of("-network", shown(file(name + ".model"))));
    return new Step("describe the " + name + "'s network", command, false, List.of());
  }

  private Step evaluate(String title, String name, List<String> options) {
    List<String> command = weka(LOSO);
    Path predictions = file(name + ".csv");
    command.addAll(List.of("-t", shown(corpusFile(corpus)), "-predictions", shown(predictions)));
    command.addAll(List.of("-W", FILTERED, "--"));
    command.addAll(filtered(options));
    command.addAll(List.of("-S", String.valueOf(settings.seed())));
    return new Step(title, command, false, List.of(predictions));
  }

  /** Clips are decoded once, by the first step that reads them, and kept for all others. */
  private List<String> filtered(List<String> options) {
    List<String> words = new ArrayList<>();
    words.addAll(List.of("-F", (settings.faces() ? FACES : SPEECH) + " -store default"));
    words.addAll(List.of("-W", PATHNET, "--"));
    words.addAll(options);
    words.addAll(List.of("-G", String.valueOf(settings.generations())));
    return words;
  }

  private Step table() {
    List<String> command = weka("emotiontransfer.study.RecallTable");
    command.addAll(List.of("-predictions", shown(file("scratch.csv"))));
    command.addAll(List.of("-predictions", shown(file("transfer.csv"))));
    return new Step("compare both", command, false, List.of());
  }

  private Step pathways(String name, String show) {
    List<String> command = weka("emotiontransfer.study.PathwayFigure");
    command.addAll(List.of("-model", shown(file(name + ".model")), "-show", show));
    String population = show.equals("best") ? "" : show + "-";
    return picture(
        "draw the " + name + "'s " + (show.equals("best") ? "pathway" : show + " population"),
        command,
        name + "-" + population + "pathway");
  }

  private Step confusion(String name, String title) {
    List<String> command = weka("emotiontransfer.study.ConfusionFigure");
    command.addAll(List.of("-predictions", shown(file(name + ".csv")), "-title", title));
    return picture("draw the confusion matrix, " + name, command, name + "-confusion");
  }

  private Step picture(String title, List<String> command, String name) {
    Path png = file(name + ".png");
    Path svg = file(name + ".svg");
    command.addAll(List.of("-out", shown(png), "-out", shown(svg)));
    return new Step(title, command, false, List.of(png, svg));
  }

  private List<String> weka(String scheme) {
    return new ArrayList<>(List.of(java(), "-cp", classPath(), "weka.Run", scheme));
  }

  private static String java() {
    return shown(Path.of(System.getProperty("java.home"), "bin", "java"));
  }

  private String classPath() {
    return shown(settings.wekaLib()) + File.separator + "*";
  }

  private Path file(String name) {
    return settings.out().resolve(name);
  }

  private static String name(Path corpus) {
    return corpus.getFileName().toString().replaceFirst("\\.corpus$", "");
  }

  private static String shown(Path path) {
    Path here = Path.of("").toAbsolutePath();
    Path absolute = path.toAbsolutePath().normalize();
    return absolute.startsWith(here) ? here.relativize(absolute).toString() : absolute.toString();
  }
}
