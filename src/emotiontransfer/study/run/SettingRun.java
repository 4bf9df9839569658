package emotiontransfer.study.run;

import emotiontransfer.study.data.SettingCorpora;
import emotiontransfer.study.fold.FoldRecord;
import emotiontransfer.study.plan.Protocol;
import emotiontransfer.study.plan.StudyRequest;
import emotiontransfer.study.run.SettingResult.SystemRun;
import emotiontransfer.weka.progress.Task;
import emotiontransfer.weka.progress.TaskProgress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs all systems of a setting: models of sources first, step by step, then the folds of all
 * systems; before them the decoding, where several processes would each do it. What was done before
 * is not done again, and no result depends on where it is done, or on how much at once.
 */
public record SettingRun(StudyRequest request, SettingCorpora corpora, StudyExecutor executor) {

  private static final Logger LOG = LoggerFactory.getLogger(SettingRun.class);

  /** Runs what is not done yet, and returns the results of all systems. */
  public SettingResult run() throws Exception {
    SettingPlan plan = SettingPlan.of(request, corpora);
    String title = "Setting " + corpora.setting().name();
    List<List<? extends StudyTask>> steps = steps(plan);
    Task task = Task.of(title, "setting", "task", steps.stream().mapToInt(List::size).sum());
    try (TaskProgress progress = TaskProgress.start(task, null)) {
      for (List<? extends StudyTask> step : steps) {
        run(step, progress);
      }
    }
    return result(plan);
  }

  private List<List<? extends StudyTask>> steps(SettingPlan plan) {
    List<List<? extends StudyTask>> steps = new ArrayList<>(plan.sources());
    steps.add(plan.folds());
    boolean isOpen = steps.stream().flatMap(List::stream).anyMatch(task -> !task.isDone());
    if (isOpen && executor.sharesStore()) {
      steps.add(0, plan.decoding());
    }
    return steps;
  }

  private void run(List<? extends StudyTask> tasks, TaskProgress progress) throws Exception {
    List<StudyTask> open = new ArrayList<>();
    for (StudyTask task : tasks) {
      if (task.isDone()) {
        progress.skip();
      } else {
        open.add(task);
      }
    }
    if (!open.isEmpty()) {
      // Threads that the executor begins know the task around theirs.
      progress.enclose(
          () ->
              executor.run(
                  request,
                  corpora.setting(),
                  open,
                  task -> {
                    progress.step();
                    LOG.debug("{}", task);
                  }));
    }
  }

  private SettingResult result(SettingPlan plan) throws Exception {
    SortedMap<Integer, List<SystemRun>> runs = new TreeMap<>();
    for (Map.Entry<Integer, List<SystemExperiment>> part : plan.experiments().entrySet()) {
      List<SystemRun> own = new ArrayList<>();
      for (SystemExperiment experiment : part.getValue()) {
        SystemRun run = experiment.result();
        double seconds = run.folds().stream().mapToDouble(FoldRecord::seconds).sum();
        LOG.info("{}: {} s", experiment, Math.round(seconds));
        own.add(run);
      }
      runs.put(part.getKey(), own);
    }
    List<SystemRun> all = runs.remove(Protocol.ALL);
    // None of the systems of the curve may be possible.
    runs.values().removeIf(List::isEmpty);
    return new SettingResult(corpora, all, runs, plan.leftOut());
  }
}
