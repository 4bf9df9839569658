package emotiontransfer.study.run;

import emotiontransfer.corpus.scheme.Modality;
import emotiontransfer.numeric.Sha256;
import emotiontransfer.study.data.ClipSet;
import emotiontransfer.study.data.SettingCorpora;
import emotiontransfer.study.fold.FoldStore;
import emotiontransfer.study.plan.Protocol;
import emotiontransfer.study.plan.StudyRequest;
import emotiontransfer.study.plan.StudySystem;
import emotiontransfer.weka.evaluation.SubjectFolds;
import emotiontransfer.weka.table.FeatureSignature;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import weka.classifiers.rules.ZeroR;
import weka.experiment.ClassifierSplitEvaluator;
import weka.experiment.LeaveOneSubjectOutResultProducer;

/**
 * What a setting consists of: decoding, models of sources, the folds of all systems, and the file
 * of each. It is the same on every machine that finds the same clips; nothing is decoded for it.
 *
 * @param decoding of all clips into the store; none without a store
 * @param sources those of a chain one behind the other; a step needs those before it
 * @param experiments of all systems and seeds, by number of training subjects, {@link Protocol#ALL}
 *     first
 * @param bags of the setting, in this process
 * @param leftOut sentences about systems that cannot run
 */
record SettingPlan(
    List<DecodeTask> decoding,
    List<List<SourceTask>> sources,
    SortedMap<Integer, List<SystemExperiment>> experiments,
    SettingBags bags,
    List<String> leftOut) {

  static SettingPlan of(StudyRequest request, SettingCorpora corpora) throws Exception {
    return new Maker(request, corpora).plan();
  }

  /** Returns the folds of all experiments, those of the systems that take longest first. */
  List<FoldTask> folds() {
    return experiments.values().stream()
        .flatMap(List::stream)
        .sorted(Comparator.comparing(SettingPlan::rank))
        .flatMap(experiment -> folds(experiment))
        .toList();
  }

  private Stream<FoldTask> folds(SystemExperiment experiment) {
    return experiment.folds().stream().map(fold -> new FoldTask(experiment, fold, bags));
  }

  private static int rank(SystemExperiment experiment) {
    StudySystem system = experiment.system();
    return system.isBaseline() ? 2 : system.leastSources() > 0 ? 0 : 1;
  }

  /** Returns all tasks by their result's file. */
  Map<Path, StudyTask> tasks() {
    Map<Path, StudyTask> tasks = new HashMap<>();
    Stream.of(decoding.stream(), sources.stream().flatMap(List::stream), folds().stream())
        .flatMap(part -> part)
        .forEach(task -> tasks.put(task.result(), task));
    return tasks;
  }

  /** Makes a plan. */
  private record Maker(StudyRequest request, SettingCorpora corpora) {

    SettingPlan plan() throws Exception {
      List<String> leftOut = new ArrayList<>();
      List<StudySystem> systems =
          request.systems().stream().filter(system -> isPossible(system, leftOut)).toList();
      // Where folds are of clips, the subject is no unit, and must not become a feature.
      boolean withSubject = request.protocol().isSubjectIndependent();
      SettingBags bags = new SettingBags(corpora, withSubject, request.store());
      SourceModels models = new SourceModels(request, corpora, bags);
      Sources sources = new Sources(new ArrayList<>(), new HashMap<>());
      for (StudySystem system : systems) {
        for (int seed : request.seeds()) {
          sources.add(system, seed, models.of(system, seed));
        }
      }
      SortedMap<Integer, List<SystemExperiment>> experiments = new TreeMap<>();
      experiments.put(Protocol.ALL, experiments(request, systems, sources));
      for (int few : fewSubjects(leftOut)) {
        experiments.put(few, experiments(request.few(few), systems, sources));
      }
      return new SettingPlan(
          decoding(systems, models), sources.steps(), experiments, bags, leftOut);
    }

    /** Those sets that are tables of their own: some filters decide by all clips of a table. */
    private List<DecodeTask> decoding(List<StudySystem> systems, SourceModels models) {
      Map<String, ClipSet> sets = new LinkedHashMap<>();
      for (StudySystem system : systems) {
        models.sets(system).forEach(clips -> sets.put(clips.name(), clips));
      }
      sets.put(corpora.destination().name(), corpora.destination());
      return sets.values().stream()
          .flatMap(clips -> DecodeTask.of(request, clips, modality()).stream())
          .toList();
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
        StudyRequest part, List<StudySystem> possible, Sources sources) throws Exception {
      Map<Integer, List<String>> folds = new HashMap<>();
      for (int seed : part.seeds()) {
        folds.put(seed, folds(part, seed));
      }
      List<SystemExperiment> experiments = new ArrayList<>();
      for (StudySystem system : part.systems()) {
        for (int seed : possible.contains(system) ? part.seeds() : List.<Integer>of()) {
          Optional<Path> source = sources.of(system, seed);
          FoldStore store = store(part, system, seed, source);
          experiments.add(
              new SystemExperiment(part, corpora, system, seed, source, folds.get(seed), store));
        }
      }
      return experiments;
    }

    /** Which clips are in which fold depends on no feature, so that the clip table will do. */
    private List<String> folds(StudyRequest part, int seed) throws Exception {
      LeaveOneSubjectOutResultProducer producer = part.protocol().producer(new ZeroR());
      producer.setInstances(corpora.destination().table(part.protocol().isSubjectIndependent()));
      return producer.foldNames(seed);
    }

    private Modality modality() {
      return corpora.setting().modality();
    }

    /** Returns where equal work of other settings and earlier starts is found again. */
    private FoldStore store(StudyRequest part, StudySystem system, int seed, Optional<Path> source)
        throws Exception {
      Optional<Path> weights = request.schemes().weights(system);
      boolean curve =
          CurveRecorder.hasCurve(request.schemes().of(system, modality(), Optional.empty()));
      boolean withSubject = request.protocol().isSubjectIndependent();
      ClipSet destination = corpora.destination();
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
              FeatureSignature.of(destination.bagRelation(modality(), withSubject)),
              String.valueOf(curve ? part.curvePoints() : 0),
              destination.emotions().toString(),
              destination.sha256());
      Path folder =
          StudyFolder.folds(request.out())
              .resolve(system.keyword() + "-" + SourceModels.hash(what))
              .resolve("seed" + seed);
      return new FoldStore(folder);
    }
  }

  /** The models with which systems begin; those that several need are made once. */
  private record Sources(List<List<SourceTask>> steps, Map<List<Object>, Path> last) {

    void add(StudySystem system, int seed, List<SourceTask> chain) {
      for (int i = 0; i < chain.size(); i++) {
        if (steps.size() == i) {
          steps.add(new ArrayList<>());
        }
        SourceTask task = chain.get(i);
        if (steps.get(i).stream().noneMatch(other -> other.file().equals(task.file()))) {
          steps.get(i).add(task);
        }
        last.put(List.of(system, seed), task.file());
      }
    }

    Optional<Path> of(StudySystem system, int seed) {
      return Optional.ofNullable(last.get(List.of(system, seed)));
    }
  }
}
