package emotiontransfer.study.run;

import emotiontransfer.study.data.ClipSet;
import emotiontransfer.study.data.Features;
import emotiontransfer.study.plan.StudyRequest;
import emotiontransfer.study.plan.StudySystem;
import emotiontransfer.weka.progress.TaskProgress;
import emotiontransfer.weka.table.ClipTable;
import emotiontransfer.weka.table.FeatureSignature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import weka.classifiers.Classifier;
import weka.core.Instances;
import weka.experiment.ClassifierSplitEvaluator;
import weka.experiment.LeaveOneSubjectOutResultProducer;

/**
 * Runs all systems of a setting: sources first, then an Experiment for each system and seed, some
 * of them at once. No result depends on how many.
 */
public final class SettingRun {

  private static final Logger LOG = LoggerFactory.getLogger(SettingRun.class);

  private final StudyRequest request;
  private final Task task;
  private final Schemes schemes;
  private final Jobs jobs;
  private final Map<String, String> sha256 = new LinkedHashMap<>();
  private final String columns;

  /** One system with one seed, about to run. */
  private record Planned(StudySystem system, int seed, Optional<Path> source, String scheme) {}

  /**
   * Prepares a setting.
   *
   * @param task the setting with its corpora
   */
  public SettingRun(StudyRequest request, Task task) {
    this.request = request;
    this.task = task;
    this.schemes = new Schemes(request);
    this.jobs = new Jobs(request.jobs());
    // With more or fewer metrics installed, Weka's results have other columns.
    this.columns = String.join(" ", new ClassifierSplitEvaluator().getResultNames());
  }

  /**
   * Runs what is not there yet.
   *
   * @return the results of all systems
   * @throws Exception if a clip cannot be read, a system fails, or a file cannot be written
   */
  public SettingResult run() throws Exception {
    List<String> leftOut = new ArrayList<>();
    List<StudySystem> systems = systems(leftOut);
    sha256.put(task.destination().name(), task.destination().sha256());
    for (ClipSet source : task.sources()) {
      sha256.put(source.name(), source.sha256());
    }
    List<Planned> planned = plan(systems);
    Instances bags = bags();
    String signature = FeatureSignature.of(bags.relationName());
    Instances functionals =
        systems.stream().anyMatch(StudySystem::usesFunctionals) ? Features.functionals(bags) : null;
    List<Callable<Void>> networks = new ArrayList<>();
    List<Callable<Void>> baselines = new ArrayList<>();
    Map<Planned, Set<String>> folds = new ConcurrentHashMap<>();
    String name = "Setting " + task.setting().name();
    try (TaskProgress progress = TaskProgress.start(name, 0, null)) {
      for (Planned one : longestFirst(planned)) {
        boolean baseline = one.system().usesFunctionals();
        Instances table = baseline ? functionals : bags;
        (baseline ? baselines : networks)
            .add(
                () -> {
                  folds.put(one, experiment(one, table, store(one, signature), progress));
                  return null;
                });
      }
      jobs.run(networks);
      // Weka's learners have one thread each.
      new Jobs(request.jobs() * request.slotsPerJob()).run(baselines);
    }
    List<SystemRun> runs = new ArrayList<>();
    for (Planned one : planned) {
      runs.add(collect(one, store(one, signature), folds.get(one)));
    }
    return new SettingResult(task, sha256, runs, leftOut);
  }

  private List<StudySystem> systems(List<String> leftOut) throws Exception {
    List<StudySystem> systems = new ArrayList<>();
    int sources = task.sources().size();
    for (StudySystem system : request.systems()) {
      boolean weightless =
          (system == StudySystem.ALEXNET || system == StudySystem.ALEXNET_DTPM)
              && sources == 0
              && !schemes.hasAlexNetWeights();
      if (system.fits(sources) && !weightless) {
        systems.add(system);
      } else if (weightless) {
        leftOut.add(
            system.title() + " needs -weights in -alexnet, or a source corpus; it was left out.");
      } else if (sources > 0) {
        leftOut.add(system.title() + " needs two source corpora; it was left out.");
      }
    }
    return systems;
  }

  private List<Planned> plan(List<StudySystem> systems) throws Exception {
    SourceModels models = new SourceModels(request, schemes, task.setting().modality());
    List<Callable<Planned>> tasks = new ArrayList<>();
    for (StudySystem system : systems) {
      for (int seed : request.seeds()) {
        tasks.add(
            () ->
                new Planned(
                    system, seed, source(models, system, seed), schemes.description(system)));
      }
    }
    // Of several systems with the same source, only the first one may make it.
    List<Planned> planned = new ArrayList<>();
    planned.addAll(jobs.results(seedwise(tasks)));
    models.forgetBags();
    planned.sort(Comparator.comparing(Planned::system));
    return planned;
  }

  /** Seeds have sources of their own, so that they can be made at once; systems share them. */
  private List<Callable<Planned>> seedwise(List<Callable<Planned>> tasks) {
    Map<Integer, Object> locks = new LinkedHashMap<>();
    List<Callable<Planned>> guarded = new ArrayList<>();
    for (int i = 0; i < tasks.size(); i++) {
      Callable<Planned> task = tasks.get(i);
      Object lock = locks.computeIfAbsent(i % request.seeds().size(), seed -> new Object());
      guarded.add(
          () -> {
            synchronized (lock) {
              return task.call();
            }
          });
    }
    return guarded;
  }

  private Optional<Path> source(SourceModels models, StudySystem system, int seed)
      throws Exception {
    if (system == StudySystem.CHAIN) {
      List<String> hashes = task.sources().stream().map(clips -> sha256.get(clips.name())).toList();
      return Optional.of(models.chain(task.sources(), hashes, seed));
    }
    if (system.usesSource()) {
      return Optional.of(models.pathNet(task.pooledSource().orElseThrow(), pooledHash(), seed));
    }
    boolean fineTuned = system == StudySystem.ALEXNET || system == StudySystem.ALEXNET_DTPM;
    if (fineTuned && !schemes.hasAlexNetWeights()) {
      return Optional.of(models.alexNet(task.pooledSource().orElseThrow(), pooledHash(), seed));
    }
    return Optional.empty();
  }

  private String pooledHash() {
    return String.join("+", task.sources().stream().map(c -> sha256.get(c.name())).toList());
  }

  private Instances bags() throws Exception {
    Instances clips = task.destination().table();
    if (!request.protocol().isSubjectIndependent()) {
      // Who speaks is no unit of this protocol, and must not become a feature.
      clips = Features.without(clips, ClipTable.SUBJECT);
    }
    return Features.bags(clips, task.setting().modality());
  }

  private static List<Planned> longestFirst(List<Planned> planned) {
    List<Planned> sorted = new ArrayList<>(planned);
    sorted.sort(Comparator.comparing(one -> !one.system().usesSource()));
    return sorted;
  }

  /** Where equal work of other settings and earlier starts is found again. */
  private FoldStore store(Planned one, String signature) throws Exception {
    String what =
        String.join(
            "\n",
            Versions.own(),
            columns,
            one.scheme(),
            schemes.weightsHash(one.system()),
            one.source().map(SourceModels::seedless).orElse(""),
            request.protocol().toString(),
            signature,
            String.valueOf(one.system().isPathNet() ? request.curvePoints() : 0),
            task.destination().emotions().toString(),
            sha256.get(task.destination().name()));
    String folder = one.system().word() + "-" + SourceModels.hash(what);
    Path folds = request.out().resolve("folds");
    return new FoldStore(folds.resolve(folder).resolve("seed" + one.seed()));
  }

  /** Runs what is not there yet, and returns the names of all folds. */
  private Set<String> experiment(
      Planned one, Instances table, FoldStore store, TaskProgress progress) throws Exception {
    Classifier scheme = schemes.of(one.system(), one.source());
    ClassifierSplitEvaluator evaluator = new ClassifierSplitEvaluator();
    evaluator.setClassifier(scheme);
    evaluator.setNoSizeDetermination(true);
    LeaveOneSubjectOutResultProducer producer = new LeaveOneSubjectOutResultProducer();
    producer.setSubject(request.protocol().unit());
    producer.setNumFolds(request.protocol().producerFolds());
    producer.setSplitEvaluator(evaluator);
    boolean first = one.seed() == request.seeds().get(0);
    FoldListener listener =
        new FoldListener(
            store,
            task.destination().clips(),
            text -> portable(text, one),
            first,
            fold -> done(one, fold, progress));
    producer.setResultListener(listener);
    long start = System.nanoTime();
    new TableExperiment(table, producer, listener, one.seed()).run();
    LOG.info(
        "{}: {}, seed {}: {} s",
        task.setting().name(),
        one.system().word(),
        one.seed(),
        Math.round((System.nanoTime() - start) / 1e9));
    return listener.planned();
  }

  private void done(Planned one, String fold, TaskProgress progress) {
    String what = one.system().word() + ", seed " + one.seed() + ", fold " + fold;
    progress.step(what);
    LOG.debug("{}: {}", task.setting().name(), what);
  }

  /** The model's folder and seed would make each run another scheme for the Experimenter. */
  private static String portable(String key, Planned one) {
    if (one.source().isEmpty()) {
      return key;
    }
    Path path = one.source().get();
    String name = SourceModels.seedless(path);
    return key.replace(weka.core.Utils.backQuoteChars(path.toString()), name)
        .replace(path.toString(), name);
  }

  private SystemRun collect(Planned one, FoldStore store, Set<String> planned) throws Exception {
    List<FoldRecord> folds;
    try {
      folds = store.read(planned);
    } catch (IOException e) {
      throw new IOException(
          "Setting %s, system %s, seed %d: %s"
              .formatted(task.setting().name(), one.system().word(), one.seed(), e.getMessage()),
          e);
    }
    double sourceSeconds =
        one.source().isPresent() ? SourceModels.secondsOf(one.source().get()) : Double.NaN;
    return new SystemRun(
        one.system(), one.scheme(), one.seed(), one.source(), sourceSeconds, folds, store.model());
  }
}
