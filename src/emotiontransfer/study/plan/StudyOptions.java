package emotiontransfer.study.plan;

import emotiontransfer.corpus.scheme.Modality;
import emotiontransfer.data.Keyword;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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
   * Reads the options.
   *
   * @param options the command line; those that are used are blanked
   * @return what is asked for
   * @throws IllegalArgumentException in one sentence, if an option is missing, wrong or unknown
   * @throws Exception if Weka cannot split the options
   */
  public static StudyRequest parse(String[] options) throws Exception {
    String commandLine = Utils.joinOptions(options);
    String corpora = Utils.getOption("corpora", options);
    String out = Utils.getOption("out", options);
    if (out.isEmpty()) {
      throw new IllegalArgumentException("Option -out is missing: the folder for the results.");
    }
    StudyRequest request =
        new StudyRequest(
            corpora.isEmpty() ? Optional.empty() : Optional.of(folder(corpora)),
            Path.of(out).toAbsolutePath().normalize(),
            settings(options, corpora.isEmpty()),
            protocol(options),
            seeds(or(Utils.getOption("seeds", options), "1,2,3")),
            systems(options),
            pathNet(options),
            Utils.getOption("alexnet", options),
            number("curve", DEFAULT_CURVE, 0, options),
            number("clips-per-cell", 0, 0, options),
            number("jobs", defaultJobs(), 1, options),
            commandLine);
    for (String option : options) {
      if (!option.isEmpty()) {
        throw new IllegalArgumentException("Unknown option '" + option + "'; -h prints them all.");
      }
    }
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

  private static List<Setting> settings(String[] options, boolean noShelf) throws Exception {
    String names = Utils.getOption("settings", options);
    String source = Utils.getOption("source", options);
    String destination = Utils.getOption("destination", options);
    Modality modality =
        Keyword.ofKeyword(Modality.class, or(Utils.getOption("modality", options), "audio"));
    String emotions = Utils.getOption("emotions", options);
    if (destination.isEmpty() && !source.isEmpty()) {
      throw new IllegalArgumentException("-source needs a -destination to transfer to.");
    }
    if (!destination.isEmpty() && !names.isEmpty()) {
      throw new IllegalArgumentException("Give either -settings or -destination, not both.");
    }
    if (destination.isEmpty() && noShelf) {
      throw new IllegalArgumentException(
          "Give -corpora DIR for the paper's settings, or -source A -destination C.");
    }
    List<Setting> settings =
        destination.isEmpty()
            ? names.isEmpty() ? Setting.PAPER : Setting.parse(names)
            : List.of(Setting.of(modality, sources(source), destination));
    return emotions.isEmpty()
        ? settings
        : settings.stream().map(s -> s.with(EmotionRule.parse(emotions))).toList();
  }

  /** A path may have a plus sign of its own. */
  private static List<String> sources(String source) {
    if (source.isEmpty() || Files.exists(Path.of(source))) {
      return source.isEmpty() ? List.of() : List.of(source);
    }
    return List.of(source.split("\\+"));
  }

  private static Protocol protocol(String[] options) throws Exception {
    String word = or(Utils.getOption("protocol", options), "loso");
    return Protocol.of(word, number("folds", Protocol.PAPER_FOLDS, 2, options));
  }

  private static List<Integer> seeds(String list) {
    List<Integer> seeds = new ArrayList<>();
    for (String word : list.split(",", -1)) {
      int seed = whole("seeds", word.strip());
      if (seed < 1 || seeds.contains(seed)) {
        throw new IllegalArgumentException(
            "-seeds must be different whole numbers from 1, but has '" + word + "'.");
      }
      seeds.add(seed);
    }
    return seeds;
  }

  private static List<StudySystem> systems(String[] options) throws Exception {
    String with = Utils.getOption("systems", options);
    String without = Utils.getOption("without", options);
    List<StudySystem> systems =
        new ArrayList<>(with.isEmpty() ? StudySystem.DEFAULT : StudySystem.parse(with));
    if (!without.isEmpty()) {
      systems.removeAll(StudySystem.parse(without));
    }
    if (systems.isEmpty()) {
      throw new IllegalArgumentException("-without leaves no system to run.");
    }
    return systems;
  }

  private static String pathNet(String[] options) throws Exception {
    String generations = Utils.getOption("G", options);
    String others = Utils.getOption("pathnet", options);
    List<String> all = new ArrayList<>();
    if (!generations.isEmpty()) {
      all.addAll(List.of("-G", String.valueOf(whole("G", generations))));
    }
    all.addAll(Arrays.asList(Utils.splitOptions(others)));
    for (String own : List.of("-S", "-source", "-source-use", "-evolution", "-num-slots")) {
      if (all.contains(own)) {
        throw new IllegalArgumentException(
            "-pathnet cannot have " + own + ", which the study sets itself.");
      }
    }
    return Utils.joinOptions(all.toArray(String[]::new));
  }

  private static int number(String name, int byDefault, int least, String[] options)
      throws Exception {
    String value = Utils.getOption(name, options);
    int number = value.isEmpty() ? byDefault : whole(name, value);
    if (number < least) {
      throw new IllegalArgumentException(
          "-" + name + " must be at least " + least + ", but is " + number + ".");
    }
    return number;
  }

  private static int whole(String name, String value) {
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "-" + name + " must be a whole number, but is '" + value + "'.", e);
    }
  }

  private static String or(String value, String byDefault) {
    return value.isEmpty() ? byDefault : value;
  }

  /**
   * Returns the generations at which a curve is measured.
   *
   * @param generations of the evolution, at least 1
   * @param points how many, 0 for none
   * @return the first generation and then steps as even as can be, the last one included
   */
  public static List<Integer> curve(int generations, int points) {
    if (points == 0) {
      return List.of();
    }
    return IntStream.rangeClosed(0, points)
        .map(i -> Math.max(1, (int) Math.round((double) generations * i / points)))
        .distinct()
        .boxed()
        .toList();
  }
}
