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
    steps.add(filter("source"));
    steps.add(filter("destination"));
    steps.add(evolve("evolve a pathway on the source corpus", "source", List.of()));
    steps.add(evaluate("leave one subject out, from scratch", "scratch", List.of()));
    List<String> source = List.of("-source", shown(file("source.model")));
    steps.add(evaluate("leave one subject out, with transfer", "transfer", source));
    steps.add(evolve("evolve on the whole destination, with transfer", "destination", source));
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
    Path clips = file(name + "-clips.arff");
    command.addAll(List.of("-o", shown(clips)));
    return new Step("load the " + name + " corpus", command, false, List.of(clips));
  }

  private static boolean isCorpusFile(Path path) {
    return path.toString().endsWith(".corpus") && Files.isRegularFile(path);
  }

  private Step filter(String name) {
    List<String> command = weka(settings.faces() ? FACES : SPEECH);
    Path bags = file(name + "-bags.arff");
    command.addAll(List.of("-i", shown(file(name + "-clips.arff")), "-o", shown(bags)));
    command.addAll(List.of("-c", "last"));
    String segments = settings.faces() ? "faces" : "spectrogram segments";
    return new Step("turn the " + name + " clips into " + segments, command, false, List.of(bags));
  }

  private Step evolve(String title, String name, List<String> options) {
    List<String> command = weka(PATHNET);
    Path model = file(name + ".model");
    command.addAll(
        List.of("-t", shown(file(name + "-bags.arff")), "-no-cv", "-v", "-d", shown(model)));
    command.addAll(options);
    command.addAll(evolution());
    return new Step(title, command, false, List.of(model));
  }

  private Step evaluate(String title, String name, List<String> options) {
    List<String> command = weka(LOSO);
    Path predictions = file(name + ".csv");
    command.addAll(List.of("-t", shown(file("destination-bags.arff"))));
    command.addAll(List.of("-predictions", shown(predictions), "-W", PATHNET, "--"));
    command.addAll(options);
    command.addAll(evolution());
    return new Step(title, command, false, List.of(predictions));
  }

  private List<String> evolution() {
    return List.of(
        "-G", String.valueOf(settings.generations()), "-S", String.valueOf(settings.seed()));
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
