package emotiontransfer.study.run;

import emotiontransfer.numeric.Sha256;
import emotiontransfer.study.data.ClipSet;
import emotiontransfer.study.data.Features;
import emotiontransfer.study.data.SettingCorpora;
import emotiontransfer.study.plan.StudyRequest;
import emotiontransfer.study.plan.StudySystem;
import emotiontransfer.study.plan.StudySystem.Kind;
import emotiontransfer.study.run.SettingResult.SystemRun;
import emotiontransfer.weka.progress.TaskProgress;
import emotiontransfer.weka.table.ClipTable;
import emotiontransfer.weka.table.FeatureSignature;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import weka.classifiers.Classifier;
import weka.classifiers.functions.PathNetClassifier;
import weka.core.Instances;
import weka.experiment.ClassifierSplitEvaluator;

/**
 * Runs all systems of a setting: sources first, then an Experiment for each system and seed, some
 * of them at once. No result depends on how many.
 */
public final class SettingRun {

  private static final Logger LOG = LoggerFactory.getLogger(SettingRun.class);

  private final StudyRequest request;
  private final SettingCorpora corpora;
  private final String setting;
  private final Map<String, String> sha256 = new LinkedHashMap<>();
  private final List<String> leftOut = new ArrayList<>();

  public SettingRun(StudyRequest request, SettingCorpora corpora) {
    this.request = request;
    this.corpora = corpora;
    this.setting = corpora.setting().name();
  }

  /**
   * Runs what is not done yet, and returns the results of all systems.
   *
   * @throws Exception if a clip cannot be read, a system fails, or a file cannot be written
   */
  public SettingResult run() throws Exception {
    List<StudySystem> systems = request.systems().stream().filter(this::isPossible).toList();
    sha256.put(corpora.destination().name(), corpora.destination().sha256());
    for (ClipSet source : corpora.sources()) {
      sha256.put(source.name(), source.sha256());
    }
    Map<StudySystem, Map<Integer, Optional<Path>>> sources = sources(systems);
    Instances bags = bags();
    List<SystemExperiment> experiments = new ArrayList<>();
    for (StudySystem system : systems) {
      String description = request.schemes().description(system);
      for (int seed : request.seeds()) {
        Optional<Path> source = sources.get(system).get(seed);
        FoldStore store = store(system, seed, source, description, bags.relationName());
        experiments.add(new SystemExperiment(system, seed, source, description, store));
      }
    }
    Map<SystemExperiment, Set<String>> folds = run(experiments, bags);
    List<SystemRun> runs = new ArrayList<>();
    for (SystemExperiment experiment : experiments) {
      runs.add(experiment.result(setting, folds.get(experiment)));
    }
    return new SettingResult(corpora, sha256, runs, leftOut);
  }

  /** Returns whether a system has all it needs; if not, and the user may wonder, says what. */
  private boolean isPossible(StudySystem system) {
    int sources = corpora.sources().size();
    if (system.isFineTunedAlexNet()
        && sources == 0
        && request.schemes().weights(system).isEmpty()) {
      leftOut.add(
          system.title() + " needs -weights in -alexnet, or a source corpus; it was left out.");
      return false;
    } else if (sources < system.leastSources() && sources > 0) {
      leftOut.add(system.title() + " needs two source corpora; it was left out.");
    }
    return sources >= system.leastSources();
  }

  /** Makes the sources: seeds have their own, which can be made at once; systems share them. */
  private Map<StudySystem, Map<Integer, Optional<Path>>> sources(List<StudySystem> systems)
      throws Exception {
    SourceModels models =
        new SourceModels(
            request.out(), request.schemes(), corpora.setting().modality(), this::sha256);
    Map<StudySystem, Map<Integer, Optional<Path>>> sources = new LinkedHashMap<>();
    systems.forEach(system -> sources.put(system, new ConcurrentHashMap<>()));
    List<Callable<Void>> jobs = new ArrayList<>();
    for (int seed : request.seeds()) {
      jobs.add(
          () -> {
            for (StudySystem system : systems) {
              sources.get(system).put(seed, source(models, system, seed));
            }
            return null;
          });
    }
    run(request.jobs(), jobs);
    return sources;
  }

  private String sha256(ClipSet source) {
    boolean pooled = corpora.pooledSource().filter(source::equals).isPresent();
    return pooled
        ? String.join("+", corpora.sources().stream().map(c -> sha256.get(c.name())).toList())
        : sha256.get(source.name());
  }

  private Optional<Path> source(SourceModels models, StudySystem system, int seed)
      throws Exception {
    if (system == StudySystem.CHAIN) {
      return Optional.of(models.chain(corpora.sources(), seed));
    } else if (system.leastSources() > 0) {
      return Optional.of(models.pathNet(corpora.pooledSource().orElseThrow(), seed));
    } else if (system.isFineTunedAlexNet() && request.schemes().weights(system).isEmpty()) {
      return Optional.of(models.alexNet(corpora.pooledSource().orElseThrow(), seed));
    }
    return Optional.empty();
  }

  private Instances bags() throws Exception {
    Instances clips = corpora.destination().table();
    if (!request.protocol().isSubjectIndependent()) {
      // The subject is no unit of this protocol, and must not become a feature.
      clips = Features.without(clips, ClipTable.SUBJECT);
    }
    return Features.bags(clips, corpora.setting().modality());
  }

  /** Returns where equal work of other settings and earlier starts is found again. */
  private FoldStore store(
      StudySystem system, int seed, Optional<Path> source, String description, String relation)
      throws Exception {
    Optional<Path> weights = request.schemes().weights(system);
    String what =
        String.join(
            "\n",
            StudyFolder.version(),
            // With more or fewer metrics installed, Weka's results have other columns.
            String.join(" ", new ClassifierSplitEvaluator().getResultNames()),
            description,
            weights.isPresent() ? Sha256.hex(Files.readAllBytes(weights.get())) : "",
            source.map(SourceModels::seedless).orElse(""),
            request.protocol().toString(),
            FeatureSignature.of(relation),
            String.valueOf(system.kind() == Kind.PATHNET ? request.curvePoints() : 0),
            corpora.destination().emotions().toString(),
            sha256.get(corpora.destination().name()));
    Path folder =
        StudyFolder.folds(request.out())
            .resolve(system.keyword() + "-" + SourceModels.hash(what))
            .resolve("seed" + seed);
    return new FoldStore(folder);
  }

  /** Does the folds of all experiments, and returns their names. */
  private Map<SystemExperiment, Set<String>> run(List<SystemExperiment> experiments, Instances bags)
      throws Exception {
    boolean baselines = experiments.stream().anyMatch(e -> e.system().kind() == Kind.BASELINE);
    Instances functionals = baselines ? Features.functionals(bags) : bags;
    Map<SystemExperiment, Set<String>> folds = new ConcurrentHashMap<>();
    List<Callable<Void>> networkJobs = new ArrayList<>();
    List<Callable<Void>> baselineJobs = new ArrayList<>();
    // The long ones first.
    List<SystemExperiment> sorted = new ArrayList<>(experiments);
    sorted.sort(Comparator.comparing(experiment -> experiment.system().leastSources() == 0));
    try (TaskProgress progress = TaskProgress.start("Setting " + setting, 0, null)) {
      for (SystemExperiment experiment : sorted) {
        boolean baseline = experiment.system().kind() == Kind.BASELINE;
        (baseline ? baselineJobs : networkJobs)
            .add(
                () -> {
                  Set<String> done = run(experiment, baseline ? functionals : bags, progress);
                  folds.put(experiment, done);
                  return null;
                });
      }
      run(request.jobs(), networkJobs);
      // Weka's learners have one thread each.
      run(request.jobs() * StudyRequest.slots(request.jobs()), baselineJobs);
    }
    return folds;
  }

  private Set<String> run(SystemExperiment experiment, Instances table, TaskProgress progress)
      throws Exception {
    Classifier scheme = request.schemes().of(experiment.system(), experiment.source());
    if (scheme instanceof PathNetClassifier pathNet && request.curvePoints() > 0) {
      scheme = new CurveRecorder(pathNet, request.curvePoints());
    }
    return experiment.run(
        scheme,
        table,
        corpora,
        request.protocol(),
        experiment.seed() == request.seeds().get(0),
        fold -> {
          String what = experiment.system() + ", seed " + experiment.seed() + ", fold " + fold;
          progress.step(what);
          LOG.debug("{}: {}", setting, what);
        });
  }

  /** Runs jobs that are independent of each other, some at once; the first failure ends all. */
  private static void run(int atOnce, List<Callable<Void>> jobs) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(atOnce);
    try {
      CompletionService<Void> results = new ExecutorCompletionService<>(pool);
      jobs.forEach(results::submit);
      for (int i = 0; i < jobs.size(); i++) {
        Future<Void> finished = results.take();
        finished.get();
      }
    } catch (ExecutionException failure) {
      throw failure.getCause() instanceof Exception cause ? cause : failure;
    } finally {
      pool.shutdownNow();
      pool.awaitTermination(1, TimeUnit.MINUTES);
    }
  }
}
