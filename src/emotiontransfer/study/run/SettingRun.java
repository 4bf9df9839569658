package emotiontransfer.study.run;

import emotiontransfer.corpus.scheme.Modality;
import emotiontransfer.numeric.Sha256;
import emotiontransfer.study.data.ClipSet;
import emotiontransfer.study.data.SettingCorpora;
import emotiontransfer.study.plan.Protocol;
import emotiontransfer.study.plan.StudyRequest;
import emotiontransfer.study.plan.StudySystem;
import emotiontransfer.study.run.SettingResult.SystemRun;
import emotiontransfer.weka.evaluation.SubjectFolds;
import emotiontransfer.weka.progress.Task;
import emotiontransfer.weka.progress.TaskProgress;
import emotiontransfer.weka.table.FeatureSignature;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.apache.commons.lang3.function.FailableFunction;
import weka.core.Instances;
import weka.experiment.ClassifierSplitEvaluator;

/**
 * Runs all systems of a setting: sources first, then an experiment for each system and seed, some
 * of them at once. No result depends on how many.
 */
public record SettingRun(StudyRequest request, SettingCorpora corpora) {

  /** Runs what is not done yet, and returns the results of all systems. */
  public SettingResult run() throws Exception {
    List<String> leftOut = new ArrayList<>();
    List<StudySystem> systems =
        request.systems().stream().filter(system -> isPossible(system, leftOut)).toList();
    Map<Integer, Map<StudySystem, Optional<Path>>> sources = sources(systems);
    // Where folds are of clips, the subject is no unit, and must not become a feature.
    boolean withSubject = request.protocol().isSubjectIndependent();
    Instances bags = corpora.destination().bags(modality(), withSubject);
    SortedMap<Integer, List<SystemExperiment>> experiments = new TreeMap<>();
    experiments.put(Protocol.ALL, experiments(request, sources, bags.relationName()));
    for (int few : fewSubjects(leftOut)) {
      experiments.put(few, experiments(request.few(few), sources, bags.relationName()));
    }
    Map<SystemExperiment, SystemRun> done =
        run(experiments.values().stream().flatMap(List::stream).toList(), bags);
    SortedMap<Integer, List<SystemRun>> runs = new TreeMap<>();
    experiments.forEach((number, own) -> runs.put(number, own.stream().map(done::get).toList()));
    List<SystemRun> all = runs.remove(Protocol.ALL);
    // None of the systems of the curve may be possible.
    runs.values().removeIf(List::isEmpty);
    return new SettingResult(corpora, all, runs, leftOut);
  }

  /** Returns the numbers of training subjects that are fewer than all; if there are none, why. */
  private List<Integer> fewSubjects(List<String> leftOut) {
    int others = corpora.destination().subjects().size() - 1;
    List<Integer> few = request.fewSubjects().stream().filter(number -> number < others).toList();
    if (few.isEmpty() && !request.fewSubjects().isEmpty()) {
      leftOut.add(
          "The curve over few training subjects was left out: a fold of %s has %s anyway."
              .formatted(corpora.destination().name(), SubjectFolds.trainingSubjects(others)));
    }
    return few;
  }

  private List<SystemExperiment> experiments(
      StudyRequest part, Map<Integer, Map<StudySystem, Optional<Path>>> sources, String relation)
      throws Exception {
    List<SystemExperiment> experiments = new ArrayList<>();
    for (StudySystem system : part.systems()) {
      for (int seed : part.seeds()) {
        // Systems that are not possible have no entry.
        if (sources.get(seed).containsKey(system)) {
          Optional<Path> source = sources.get(seed).get(system);
          FoldStore store = store(part, system, seed, source, relation);
          experiments.add(new SystemExperiment(part, corpora, system, seed, source, store));
        }
      }
    }
    return experiments;
  }

  /** Returns whether a system has all it needs; if not, and the user may wonder, notes why. */
  private boolean isPossible(StudySystem system, List<String> leftOut) {
    int sources = corpora.sources().size();
    if (sources == 0 && request.schemes().needsAlexNet(system)) {
      leftOut.add(
          system.title() + " needs -weights in -alexnet, or a source corpus; it was left out.");
      return false;
    } else if (sources < system.leastSources() && sources > 0) {
      leftOut.add(system.title() + " needs two source corpora; it was left out.");
    }
    return sources >= system.leastSources();
  }

  private Modality modality() {
    return corpora.setting().modality();
  }

  /** Makes the sources: seeds have their own, which can be made at once; systems use the same. */
  private Map<Integer, Map<StudySystem, Optional<Path>>> sources(List<StudySystem> systems)
      throws Exception {
    SourceModels models = new SourceModels(request, corpora, new HashMap<>());
    Task task = Task.of("Sources", "part", "sources for seed", request.seeds().size());
    boolean none = corpora.sources().isEmpty();
    try (TaskProgress progress =
        none ? TaskProgress.silent(task) : TaskProgress.start(task, null)) {
      return forEach(
          request.seeds(),
          request.jobs(),
          progress,
          seed -> {
            Map<StudySystem, Optional<Path>> made = models.of(systems, seed);
            progress.step();
            return made;
          });
    }
  }

  /** Returns where equal work of other settings and earlier starts is found again. */
  private FoldStore store(
      StudyRequest part, StudySystem system, int seed, Optional<Path> source, String relation)
      throws Exception {
    Optional<Path> weights = request.schemes().weights(system);
    boolean curve =
        CurveRecorder.hasCurve(request.schemes().of(system, modality(), Optional.empty()));
    String what =
        String.join(
            "\n",
            StudyFolder.version(),
            // With more or fewer metrics installed, Weka's results have other columns.
            String.join(" ", new ClassifierSplitEvaluator().getResultNames()),
            request.schemes().description(system, modality()),
            weights.isPresent() ? Sha256.hex(Files.readAllBytes(weights.get())) : "",
            source.map(SourceModels::seedless).orElse(""),
            part.protocol().toString(),
            FeatureSignature.of(relation),
            String.valueOf(curve ? part.curvePoints() : 0),
            corpora.destination().emotions().toString(),
            corpora.destination().sha256());
    Path folder =
        StudyFolder.folds(request.out())
            .resolve(system.keyword() + "-" + SourceModels.hash(what))
            .resolve("seed" + seed);
    return new FoldStore(folder);
  }

  private Map<SystemExperiment, SystemRun> run(List<SystemExperiment> experiments, Instances bags)
      throws Exception {
    Map<Boolean, List<SystemExperiment>> baseline =
        experiments.stream()
            // The long ones first.
            .sorted(Comparator.comparing(experiment -> experiment.system().leastSources() == 0))
            .collect(Collectors.partitioningBy(e -> e.system().isBaseline()));
    String title = "Setting " + corpora.setting().name();
    Task task = Task.of(title, "setting", "experiment", experiments.size());
    try (TaskProgress progress = TaskProgress.start(task, null)) {
      Map<SystemExperiment, SystemRun> runs =
          forEach(baseline.get(false), request.jobs(), progress, e -> run(e, bags, progress));
      if (!baseline.get(true).isEmpty()) {
        Instances functionals = ClipSet.functionals(bags);
        // Weka's learners have one thread each.
        int atOnce = request.jobs() * StudyRequest.slots(request.jobs());
        runs.putAll(
            forEach(baseline.get(true), atOnce, progress, e -> run(e, functionals, progress)));
      }
      return runs;
    }
  }

  private static SystemRun run(SystemExperiment experiment, Instances table, TaskProgress progress)
      throws Exception {
    AtomicBoolean fresh = new AtomicBoolean();
    SystemRun run = experiment.run(table, fold -> fresh.set(true));
    if (fresh.get()) {
      progress.step();
    } else {
      progress.skip();
    }
    return run;
  }

  /**
   * Runs jobs that are independent of each other, some at once; the first failure ends all. What
   * they do is shown within {@code progress}.
   */
  private static <T, R> Map<T, R> forEach(
      List<T> items, int atOnce, TaskProgress progress, FailableFunction<T, R, Exception> job)
      throws Exception {
    Map<T, R> results = new ConcurrentHashMap<>();
    ExecutorService pool = Executors.newFixedThreadPool(atOnce);
    try {
      CompletionService<R> jobs = new ExecutorCompletionService<>(pool);
      // Begins the threads of the pool, which is how they know the task around theirs.
      progress.enclose(
          () -> items.forEach(item -> jobs.submit(() -> results.put(item, job.apply(item)))));
      for (int i = 0; i < items.size(); i++) {
        jobs.take().get();
      }
      return results;
    } catch (ExecutionException failure) {
      throw failure.getCause() instanceof Exception cause ? cause : failure;
    } finally {
      pool.shutdownNow();
      pool.awaitTermination(1, TimeUnit.MINUTES);
    }
  }
}
