package emotiontransfer.study.plan;

import emotiontransfer.corpus.scheme.Modality;
import emotiontransfer.data.Keyword;
import emotiontransfer.weka.command.CommandLine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import weka.classifiers.RandomizableClassifier;
import weka.classifiers.functions.FineTunedAlexNet;
import weka.classifiers.functions.PathNetClassifier;
import weka.core.Utils;

/** Reads the command line of a study. */
public final class StudyOptions {

  /** What {@code -h} prints. */
  public static final String USAGE =
      """
Options of emotiontransfer.study.EmotionStudy:

-out DIR               what the study leaves; a study that was killed is continued when it is
                       started with the same options again (required)
-corpora DIR           folder of corpora: folders or .corpus files
-settings LIST         the paper's settings to run, with commas between (default: all of
                       V_eNTER, V_SAV, A_SAV, A_EMO, V_eNTER->SAV, V_SAV->eNTER, A_eNTER->SAV,
                       A_eNTER+SAV->EMO); those whose corpus is absent are skipped
-source A[+B...]       instead of -settings: source corpora, by path or by name in -corpora
-destination C         the destination corpus, likewise
-modality audio|video  of these corpora (default: audio)
-emotions shared|all|LIST
                       emotions that take part: those of sources and destination both, each
                       corpus's own, or a list (default: the paper's for its settings, else shared)
-protocol loso|subjects|clips
                       leave one subject out, subject-wise or clip-wise folds; the last is
                       speaker-dependent (default: loso)
-folds K               number of folds of the latter two (default: 5)
-seeds LIST            a repeat with each of these seeds (default: 1,2,3)
-systems LIST          of scratch, transfer, fine-tune, fixed, chain, smo, forest, alexnet,
                       alexnet-dtpm, alexnet-scratch (default: all but the AlexNets)
-without LIST          leaves out systems
-G N                   generations of every PathNet (default: 200)
-pathnet OPTIONS       further options of every PathNet, in quotes
-alexnet OPTIONS       options of every AlexNet, in quotes; the fine-tuned ones begin with
                       -weights FILE if it is among them, else with an AlexNet of the source
-curve N               points of the learning curve of each fold; 0 for none (default: 20)
-clips-per-cell N      takes at most N clips of a subject and an emotion, for a quick look
-jobs N                networks trained at once (default: one for two cores); never changes a result
-h                     prints this
""";

  private static final int DEFAULT_CURVE = 20;

  private StudyOptions() {}

  /**
   * Takes the options.
   *
   * @throws IllegalArgumentException in one sentence, if an option is missing, wrong or unknown
   */
  public static StudyRequest parse(CommandLine line) {
    String commandLine = Utils.joinOptions(line.options());
    Optional<Path> corpora = line.option("corpora").map(StudyOptions::folder);
    Path out = Path.of(line.required("out")).toAbsolutePath().normalize();
    int jobs = line.number("jobs", defaultJobs(), 1);
    StudyRequest request =
        new StudyRequest(
            corpora,
            out,
            settings(line, corpora.isEmpty()),
            new Protocol(
                keyword(line, "protocol", Protocol.Kind.LOSO),
                line.number("folds", Protocol.PAPER_FOLDS, 2)),
            seeds(line.option("seeds").orElse("1,2,3")),
            systems(line),
            schemes(line, StudyRequest.slots(jobs)),
            line.number("curve", DEFAULT_CURVE, 0),
            line.number("clips-per-cell", 0, 0),
            jobs,
            commandLine);
    line.finish();
    return request;
  }

  /** Two threads of one training share caches better than two trainings of one thread each. */
  private static int defaultJobs() {
    return Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
  }

  private static Path folder(String name) {
    Path folder = Path.of(name).toAbsolutePath().normalize();
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException("There is no folder '" + name + "' (-corpora).");
    }
    return folder;
  }

  /** Takes a list of keywords; empty where the option is not given. */
  private static <E extends Enum<E> & Keyword> List<E> keywords(
      CommandLine line, String name, Class<E> type) {
    List<String> words = line.option(name).map(StudyOptions::words).orElse(List.of());
    try {
      return words.stream().map(word -> Keyword.ofKeyword(type, word)).toList();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("Option -" + name + ": " + e.getMessage(), e);
    }
  }

  private static <E extends Enum<E> & Keyword> E keyword(CommandLine line, String name, E initial) {
    List<E> given = keywords(line, name, initial.getDeclaringClass());
    if (given.size() > 1) {
      throw new IllegalArgumentException("Option -" + name + " takes one word.");
    }
    return given.isEmpty() ? initial : given.get(0);
  }

  private static List<Setting> settings(CommandLine line, boolean noCorpora) {
    Optional<String> names = line.option("settings");
    Optional<String> source = line.option("source");
    Optional<String> destination = line.option("destination");
    Modality modality = keyword(line, "modality", Modality.AUDIO);
    Optional<EmotionRule> emotions = line.option("emotions").map(EmotionRule::parse);
    if (destination.isEmpty() && source.isPresent()) {
      throw new IllegalArgumentException("-source needs a -destination to transfer to.");
    }
    if (destination.isPresent() && names.isPresent()) {
      throw new IllegalArgumentException("Give either -settings or -destination, not both.");
    }
    if (destination.isEmpty() && noCorpora) {
      throw new IllegalArgumentException(
          "Give -corpora DIR for the paper's settings, or -source A -destination C.");
    }
    List<Setting> settings =
        destination.isPresent()
            ? List.of(Setting.of(modality, sources(source), destination.get()))
            : names
                .map(list -> words(list).stream().map(Setting::named).toList())
                .orElse(Setting.PAPER);
    return settings.stream().map(setting -> emotions.map(setting::with).orElse(setting)).toList();
  }

  /** A path may have a plus sign of its own. */
  private static List<String> sources(Optional<String> source) {
    return source
        .map(s -> Files.exists(Path.of(s)) ? List.of(s) : List.of(s.split("\\+")))
        .orElse(List.of());
  }

  private static List<String> words(String list) {
    return Arrays.stream(list.split(",", -1)).map(String::strip).toList();
  }

  private static List<Integer> seeds(String list) {
    List<Integer> seeds = new ArrayList<>();
    for (String word : words(list)) {
      int seed = word.matches("[0-9]{1,9}") ? Integer.parseInt(word) : 0;
      if (seed < 1 || seeds.contains(seed)) {
        throw new IllegalArgumentException(
            "-seeds must be different whole numbers from 1, but has '" + word + "'.");
      }
      seeds.add(seed);
    }
    return seeds;
  }

  /** Returns the systems in the order of the tables. */
  private static List<StudySystem> systems(CommandLine line) {
    List<StudySystem> given = keywords(line, "systems", StudySystem.class);
    List<StudySystem> with = given.isEmpty() ? StudySystem.DEFAULT : given;
    List<StudySystem> without = keywords(line, "without", StudySystem.class);
    List<StudySystem> systems =
        Arrays.stream(StudySystem.values())
            .filter(system -> with.contains(system) && !without.contains(system))
            .toList();
    if (systems.isEmpty()) {
      throw new IllegalArgumentException("-without leaves no system to run.");
    }
    return systems;
  }

  private static Schemes schemes(CommandLine line, int slots) {
    PathNetClassifier pathNet = new PathNetClassifier();
    set(pathNet, line, "pathnet", List.of("-source-use", "-evolution"));
    pathNet.setGenerations(line.number("G", pathNet.getGenerations(), 1));
    pathNet.setNumSlots(slots);
    FineTunedAlexNet alexNet = new FineTunedAlexNet();
    set(alexNet, line, "alexnet", List.of());
    alexNet.setNumSlots(slots);
    return new Schemes(pathNet, alexNet);
  }

  /** Sets the options of a scheme that are given in quotes. */
  private static void set(
      RandomizableClassifier scheme, CommandLine line, String name, List<String> moreOwn) {
    List<String> own = new ArrayList<>(List.of("-S", "-source", "-num-slots"));
    own.addAll(moreOwn);
    try {
      String[] options = Utils.splitOptions(line.option(name).orElse(""));
      for (String option : options) {
        if (own.contains(option)) {
          throw new IllegalArgumentException(option + " is set by the study itself.");
        }
      }
      scheme.setOptions(options);
    } catch (Exception e) {
      // Weka throws a bare Exception for what it does not know
      throw new IllegalArgumentException("Option -" + name + ": " + e.getMessage(), e);
    }
  }
}
