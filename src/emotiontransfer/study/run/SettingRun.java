package emotiontransfer.study.run;

import emotiontransfer.numeric.Sha256;
import emotiontransfer.study.data.ClipSet;
import emotiontransfer.study.data.SettingCorpora;
import emotiontransfer.study.plan.StudyRequest;
import emotiontransfer.study.plan.StudySystem;
import emotiontransfer.study.plan.StudySystem.Kind;
import emotiontransfer.study.run.SettingResult.SystemRun;
import emotiontransfer.weka.progress.TaskProgress;
import emotiontransfer.weka.table.FeatureSignature;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
import org.apache.commons.lang3.function.FailableConsumer;
import weka.core.Instances;
import weka.experiment.ClassifierSplitEvaluator;

/**
 * Runs all systems of a setting: sources first, then an experiment for each system and seed, some
 * of them at once. No result depends on how many.
 */
public final class SettingRun {

  private final StudyRequest request;
  private final SettingCorpora corpora;
  private final Map<String, String> sha256 = new LinkedHashMap<>();
  private final List<String> leftOut = new ArrayList<>();

  public SettingRun(StudyRequest request, SettingCorpora corpora) {
    this.request = request;
    this.corpora = corpora;
  }

  /** Runs what is not done yet, and returns the results of all systems. */
  public SettingResult run() throws Exception {
    List<StudySystem> systems = request.systems().stream().filter(this::isPossible).toList();
    sha256.put(corpora.destination().name(), corpora.destination().sha256());
    for (ClipSet source : corpora.sources()) {
      sha256.put(source.name(), source.sha256());
    }
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
    return new SettingResult(
        corpora, sha256, experiments.stream().map(runs::get).toList(), leftOut);
  }

  /** Returns whether a system has all it needs; if not, and the user may wonder, notes why. */
  private boolean isPossible(StudySystem system) {
    int sources = corpora.sources().size();
    if (sources == 0 && needsAlexNet(system)) {
      leftOut.add(
          system.title() + " needs -weights in -alexnet, or a source corpus; it was left out.");
      return false;
    } else if (sources < system.leastSources() && sources > 0) {
      leftOut.add(system.title() + " needs two source corpora; it was left out.");
    }
    return sources >= system.leastSources();
  }

  private boolean needsAlexNet(StudySystem system) {
    return system.isFineTunedAlexNet() && request.schemes().weights(system).isEmpty();
  }

  /** Makes the sources: seeds have their own, which can be made at once; systems use the same. */
  private Map<Integer, Map<StudySystem, Optional<Path>>> sources(List<StudySystem> systems)
      throws Exception {
    SourceModels models = new SourceModels(request, corpora, this::sha256, new HashMap<>());
    Map<Integer, Map<StudySystem, Optional<Path>>> sources = new ConcurrentHashMap<>();
    forEach(
        request.seeds(),
        request.jobs(),
        seed -> {
          Map<StudySystem, Optional<Path>> own = new EnumMap<>(StudySystem.class);
          for (StudySystem system : systems) {
            own.put(system, source(models, system, seed));
          }
          sources.put(seed, own);
        });
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
      return Optional.of(models.pathNet(corpora.sources(), seed));
    } else if (system.leastSources() > 0) {
      return Optional.of(models.pathNet(List.of(corpora.pooledSource().orElseThrow()), seed));
    } else if (needsAlexNet(system)) {
      return Optional.of(models.alexNet(corpora.pooledSource().orElseThrow(), seed));
    }
    return Optional.empty();
  }

  /** Returns where equal work of other settings and earlier starts is found again. */
  private FoldStore store(StudySystem system, int seed, Optional<Path> source, String relation)
      throws Exception {
    Optional<Path> weights = request.schemes().weights(system);
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
            String.valueOf(system.kind() == Kind.PATHNET ? request.curvePoints() : 0),
            corpora.destination().emotions().toString(),
            sha256.get(corpora.destination().name()));
    Path folder =
        StudyFolder.folds(request.out())
            .resolve(system.keyword() + "-" + SourceModels.hash(what))
            .resolve("seed" + seed);
    return new FoldStore(folder);
  }

  private Map<SystemExperiment, SystemRun> run(List<SystemExperiment> experiments, Instances bags)
      throws Exception {
    Map<SystemExperiment, SystemRun> runs = new ConcurrentHashMap<>();
    Map<Boolean, List<SystemExperiment>> baseline =
        experiments.stream()
            // The long ones first.
            .sorted(Comparator.comparing(experiment -> experiment.system().leastSources() == 0))
            .collect(Collectors.partitioningBy(e -> e.system().kind() == Kind.BASELINE));
    String title = "Setting " + corpora.setting().name();
    try (TaskProgress progress = TaskProgress.start(title, 0, null)) {
      forEach(baseline.get(false), request.jobs(), e -> runs.put(e, e.run(bags, progress::step)));
      if (!baseline.get(true).isEmpty()) {
        Instances functionals = ClipSet.functionals(bags);
        // Weka's learners have one thread each.
        int atOnce = request.jobs() * StudyRequest.slots(request.jobs());
        forEach(baseline.get(true), atOnce, e -> runs.put(e, e.run(functionals, progress::step)));
      }
    }
    return runs;
  }

  /** Runs jobs that are independent of each other, some at once; the first failure ends all. */
  private static <T> void forEach(List<T> items, int atOnce, FailableConsumer<T, Exception> job)
      throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(atOnce);
    try {
      CompletionService<Void> results = new ExecutorCompletionService<>(pool);
      for (T item : items) {
        results.submit(
            () -> {
              job.accept(item);
              return null;
            });
      }
      for (int i = 0; i < items.size(); i++) {
        results.take().get();
      }
    } catch (ExecutionException failure) {
      throw failure.getCause() instanceof Exception cause ? cause : failure;
    } finally {
      pool.shutdownNow();
      pool.awaitTermination(1, TimeUnit.MINUTES);
    }
  }
}
