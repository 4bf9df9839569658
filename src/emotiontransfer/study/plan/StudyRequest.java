package emotiontransfer.study.plan;

import static java.util.stream.Collectors.joining;
import static org.apache.commons.lang3.Validate.isTrue;

import emotiontransfer.corpus.scheme.Modality;
import emotiontransfer.study.plan.Setting.EmotionRule;
import emotiontransfer.weka.command.CommandLine;
import emotiontransfer.weka.filter.store.StoreChoice;
import emotiontransfer.weka.preset.Preset;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.lang3.function.FailableConsumer;
import weka.classifiers.functions.FineTunedAlexNet;
import weka.classifiers.functions.PathNetClassifier;
import weka.core.Utils;

/**
 * What a study was asked to do; {@code EmotionStudy.txt} says what each part means.
 *
 * @param corpora folder of corpora; empty where these are named by paths
 * @param out folder of all that the study writes
 * @param seeds one repeat each
 * @param systems in the order of the tables
 * @param fewSubjects numbers of training subjects of the curve over few, ascending; may be empty
 * @param clipsPerCell 0 for all
 * @param store of decoded clips; never changes a result
 * @param options as they were given, word by word, empty ones included
 */
public record StudyRequest(
    Optional<Path> corpora,
    Path out,
    List<Setting> settings,
    Protocol protocol,
    List<Integer> seeds,
    List<StudySystem> systems,
    List<Integer> fewSubjects,
    Schemes schemes,
    int curvePoints,
    int clipsPerCell,
    int jobs,
    StoreChoice store,
    List<String> options) {

  /**
   * Takes the options.
   *
   * @throws IllegalArgumentException in one sentence, if an option is missing, wrong or unknown
   */
  public static StudyRequest parse(CommandLine line) {
    List<String> options = List.of(line.options());
    Optional<Path> corpora = line.option("corpora").map(StudyRequest::folder);
    Path out = Path.of(line.required("out")).toAbsolutePath().normalize();
    // Two threads of one training share caches better than two trainings of one thread each.
    int jobs = line.number("jobs", slots(2), 1);
    Protocol protocol =
        new Protocol(line.keyword("protocol", Protocol.Kind.LOSO), line.number("folds", 5, 2));
    Schemes schemes = schemes(line, slots(jobs));
    List<StudySystem> systems = systems(line, schemes.preset().subjectStandardize());
    isTrue(
        protocol.isSubjectIndependent() || systems.stream().noneMatch(schemes::isTransductive),
        "-subject-standardize and the system smo-subject need whole subjects in a fold; give"
            + " -protocol loso or subjects.");
    StudyRequest request =
        new StudyRequest(
            corpora,
            out,
            settings(line, corpora.isEmpty()),
            protocol,
            numbers("seeds", line.option("seeds").orElse("1,2,3")),
            systems,
            fewSubjects(line.option("few-subjects"), protocol, systems),
            schemes,
            line.number("curve", 20, 0),
            line.number("clips-per-cell", 0, 0),
            jobs,
            store(line),
            options);
    line.finish();
    return request;
  }

  /** Returns the options in one line, for people. */
  public String commandLine() {
    return Utils.joinOptions(options.toArray(String[]::new));
  }

  private static StoreChoice store(CommandLine line) {
    return new StoreChoice(
        new File(line.option("store").orElse(StoreChoice.NONE)),
        line.number("store-gb", StoreChoice.USUAL_GIGABYTES, 0));
  }

  private static Path folder(String name) {
    Path folder = Path.of(name).toAbsolutePath().normalize();
    isTrue(Files.isDirectory(folder), "There is no folder '%s' (-corpora).", name);
    return folder;
  }

  private static List<Setting> settings(CommandLine line, boolean noCorpora) {
    Optional<String> names = line.option("settings");
    Optional<String> source = line.option("source");
    Optional<String> destination = line.option("destination");
    Modality modality = line.keyword("modality", Modality.AUDIO);
    Optional<EmotionRule> emotions = line.option("emotions").map(EmotionRule::parse);
    boolean own = destination.isPresent();
    isTrue(own || source.isEmpty(), "-source needs a -destination to transfer to.");
    isTrue(!own || names.isEmpty(), "Give either -settings or -destination, not both.");
    isTrue(
        own || !noCorpora,
        "Give -corpora DIR for the paper's settings, or -source A -destination C.");
    List<Setting> settings =
        own
            ? List.of(Setting.of(modality, sources(source), destination.get()))
            : names
                .map(list -> CommandLine.words(list).stream().map(Setting::named).toList())
                .orElse(Setting.PAPER);
    return settings.stream().map(setting -> emotions.map(setting::with).orElse(setting)).toList();
  }

  /** A path may have a plus sign of its own. */
  private static List<String> sources(Optional<String> source) {
    return source
        .map(s -> Files.exists(Path.of(s)) ? List.of(s) : List.of(s.split("\\+")))
        .orElse(List.of());
  }

  private static List<Integer> numbers(String option, String list) {
    List<Integer> numbers = new ArrayList<>();
    for (String word : CommandLine.words(list)) {
      int number = word.matches("[0-9]{1,9}") ? Integer.parseInt(word) : 0;
      boolean isNew = number > 0 && !numbers.contains(number);
      isTrue(isNew, "-%s must be different whole numbers from 1, but has '%s'.", option, word);
      numbers.add(number);
    }
    return numbers;
  }

  private static List<Integer> fewSubjects(
      Optional<String> list, Protocol protocol, List<StudySystem> systems) {
    if (list.isEmpty()) {
      return List.of();
    }
    isTrue(
        protocol.kind() == Protocol.Kind.LOSO,
        "-few-subjects leaves one subject out; it needs -protocol loso.");
    isTrue(
        systems.stream().anyMatch(StudySystem.FEW_SUBJECTS::contains),
        "-few-subjects needs one of the systems %s.",
        keywords(StudySystem.FEW_SUBJECTS));
    return numbers("few-subjects", list.get()).stream().sorted().toList();
  }

  /**
   * Returns what is run for one point of the curve over few training subjects: fewer systems, and
   * no learning curve.
   */
  public StudyRequest few(int trainingSubjects) {
    return new StudyRequest(
        corpora,
        out,
        settings,
        protocol.few(trainingSubjects),
        seeds,
        systems.stream().filter(StudySystem.FEW_SUBJECTS::contains).toList(),
        List.of(),
        schemes,
        0,
        clipsPerCell,
        jobs,
        store,
        options);
  }

  /**
   * Returns the same request for a process that has its own folder and processors; no result
   * depends on them.
   *
   * @param slots threads of each network
   */
  public StudyRequest at(Path folder, int slots) throws Exception {
    return new StudyRequest(
        corpora,
        folder,
        settings,
        protocol,
        seeds,
        systems,
        fewSubjects,
        schemes.withSlots(slots),
        curvePoints,
        clipsPerCell,
        jobs,
        store,
        options);
  }

  /** Adds those that flags stand for to the ones that are listed. */
  private static List<StudySystem> systems(CommandLine line, boolean subjectStandardize) {
    List<StudySystem> with =
        new ArrayList<>(line.keywords("systems", StudySystem.class, StudySystem.DEFAULT));
    if (line.flag("preset")) {
      with.addAll(StudySystem.PRESETS);
    }
    if (subjectStandardize) {
      with.add(StudySystem.SMO_SUBJECT);
    }
    List<StudySystem> without = line.keywords("without", StudySystem.class, List.of());
    List<StudySystem> systems =
        with.stream().filter(system -> !without.contains(system)).distinct().sorted().toList();
    isTrue(!systems.isEmpty(), "-without leaves no system to run.");
    isTrue(
        !subjectStandardize || systems.stream().anyMatch(StudySystem::isPreset),
        "-subject-standardize needs one of the systems %s; -preset adds them.",
        keywords(StudySystem.PRESETS));
    return systems;
  }

  private static String keywords(List<StudySystem> systems) {
    return systems.stream().map(StudySystem::keyword).collect(joining(", "));
  }

  private static Schemes schemes(CommandLine line, int slots) {
    PathNetClassifier pathNet = new PathNetClassifier();
    options(line, "pathnet", pathNet::setOptions, "-S -source -num-slots -source-use -evolution");
    pathNet.setGenerations(line.number("G", pathNet.getGenerations(), 1));
    pathNet.setNumSlots(slots);
    FineTunedAlexNet alexNet = new FineTunedAlexNet();
    options(line, "alexnet", alexNet::setOptions, "-S -source -num-slots");
    alexNet.setNumSlots(slots);
    List<String> preset =
        options(
            line,
            "preset-options",
            given -> PresetSchemes.network(Preset.SPEECH, given),
            "-S -source -num-slots -source-use -preset");
    boolean subjectStandardize = line.flag("subject-standardize");
    return new Schemes(pathNet, alexNet, new PresetSchemes(preset, slots, subjectStandardize));
  }

  /** Takes the options of a scheme, which are given in quotes; some are the study's own. */
  private static List<String> options(
      CommandLine line, String name, FailableConsumer<String[], Exception> scheme, String own) {
    try {
      List<String> options = List.of(Utils.splitOptions(line.option(name).orElse("")));
      for (String option : options) {
        boolean isOwn = Arrays.asList(own.split(" ")).contains(option);
        isTrue(!isOwn, "%s is set by the study itself.", option);
      }
      scheme.accept(options.toArray(String[]::new));
      return options;
    } catch (Exception e) {
      // Weka throws a bare Exception for what it does not know
      throw new IllegalArgumentException("Option -" + name + ": " + e.getMessage(), e);
    }
  }

  /** Returns how many threads each of some jobs may use, at least 1. */
  public static int slots(int jobs) {
    return Math.max(1, Runtime.getRuntime().availableProcessors() / jobs);
  }
}
