package emotiontransfer.study.run;

import emotiontransfer.numeric.Sha256;
import emotiontransfer.study.data.ClipSet;
import emotiontransfer.study.data.SettingCorpora;
import emotiontransfer.study.plan.StudyRequest;
import emotiontransfer.study.plan.StudySystem;
import emotiontransfer.study.run.SettingResult.SystemRun;
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
import java.util.concurrent.CompletionService;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.commons.lang3.function.FailableFunction;
import weka.classifiers.functions.PathNetClassifier;
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
    Instances bags = corpora.destination().bags(corpora.setting().modality(), withSubject);
    List<SystemExperiment> experiments = new ArrayList<>();
    for (StudySystem system : systems) {
      for (int seed : request.seeds()) {
        Optional<Path> source = sources.get(seed).get(system);
        FoldStore store = store(system, seed, source, bags.relationName());
        experiments.add(new SystemExperiment(request, corpora, system, seed, source, store));
      }
    }
    Map<SystemExperiment, SystemRun> runs = run(experiments, bags);
    return new SettingResult(corpora, experiments.stream().map(runs::get).toList(), leftOut);
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

  /** Makes the sources: seeds have their own, which can be made at once; systems use the same. */
  private Map<Integer, Map<StudySystem, Optional<Path>>> sources(List<StudySystem> systems)
      throws Exception {
    SourceModels models = new SourceModels(request, corpora, new HashMap<>());
    return forEach(request.seeds(), request.jobs(), seed -> models.of(systems, seed));
  }

  /** Returns where equal work of other settings and earlier starts is found again. */
  private FoldStore store(StudySystem system, int seed, Optional<Path> source, String relation)
      throws Exception {
    Optional<Path> weights = request.schemes().weights(system);
    boolean curve = request.schemes().of(system, source) instanceof PathNetClassifier;
    String what =
        String.join(
            "\n",
            StudyFolder.version(),
            // With more or fewer metrics installed, Weka's results have other columns.
            String.join(" ", new ClassifierSplitEvaluator().getResultNames()),
            request.schemes().description(system),
            weights.isPresent() ? Sha256.hex(Files.readAllBytes(weights.get())) : "",
            source.map(SourceModels::seedless).orElse(""),
            request.protocol().toString(),
            FeatureSignature.of(relation),
            String.valueOf(curve ? request.curvePoints() : 0),
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
    try (TaskProgress progress = TaskProgress.start(title, 0, null)) {
      Map<SystemExperiment, SystemRun> runs =
          forEach(baseline.get(false), request.jobs(), e -> e.run(bags, progress::step));
      if (!baseline.get(true).isEmpty()) {
        Instances functionals = ClipSet.functionals(bags);
        // Weka's learners have one thread each.
        int atOnce = request.jobs() * StudyRequest.slots(request.jobs());
        runs.putAll(forEach(baseline.get(true), atOnce, e -> e.run(functionals, progress::step)));
      }
      return runs;
    }
  }

  /** Runs jobs that are independent of each other, some at once; the first failure ends all. */
  private static <T, R> Map<T, R> forEach(
      List<T> items, int atOnce, FailableFunction<T, R, Exception> job) throws Exception {
    Map<T, R> results = new ConcurrentHashMap<>();
    ExecutorService pool = Executors.newFixedThreadPool(atOnce);
    try {
      CompletionService<R> jobs = new ExecutorCompletionService<>(pool);
      items.forEach(item -> jobs.submit(() -> results.put(item, job.apply(item))));
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
