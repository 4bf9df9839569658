package emotiontransfer.study.run;

import emotiontransfer.study.data.CorpusCatalog;
import emotiontransfer.study.data.SettingCorpora;
import emotiontransfer.study.plan.Setting;
import emotiontransfer.study.plan.StudyRequest;
import emotiontransfer.weka.command.CommandLine;
import java.io.Serializable;
import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import weka.core.WekaException;

/**
 * Does tasks of a study that another process plans. It makes the same plan from the same options,
 * and keeps it with its decoded clips for the next tasks of the setting.
 */
public final class StudyWorker {

  /** The worker of this process. */
  public static final StudyWorker SHARED = new StudyWorker();

  private SoftReference<Current> current = new SoftReference<>(null);

  /**
   * For which study a worker works.
   *
   * @param options of the study; their paths must mean the same in both processes
   * @param setting name of the setting
   * @param out folder that the worker writes to
   * @param slots threads of each network
   */
  public record Assignment(List<String> options, String setting, String out, int slots)
      implements Serializable {

    /** Returns the same assignment with another folder. */
    public Assignment in(Path folder) {
      return new Assignment(options, setting, folder.toString(), slots);
    }
  }

  private record Current(Assignment assignment, Map<Path, StudyTask> tasks) {}

  /**
   * Does a task.
   *
   * @param file of the task's result, relative to the study's folder
   * @return the task, whose files are there
   * @throws WekaException if this process finds other clips than the one that planned the task
   */
  public StudyTask run(Assignment assignment, String file) throws Exception {
    Path result = Path.of(assignment.out()).resolve(file);
    StudyTask task = tasks(assignment).get(result);
    if (task == null) {
      throw new WekaException(
          ("Setting %s has no '%s' on this machine: its clips, or its version of this package, are"
                  + " not those of the machine that the study was started on.")
              .formatted(assignment.setting(), file));
    }
    if (!task.isDone()) {
      task.run();
    }
    return task;
  }

  private synchronized Map<Path, StudyTask> tasks(Assignment assignment) throws Exception {
    Current known = current.get();
    if (known == null || !known.assignment().equals(assignment)) {
      known = new Current(assignment, plan(assignment).tasks());
      current = new SoftReference<>(known);
    }
    return known.tasks();
  }

  private static SettingPlan plan(Assignment assignment) throws Exception {
    CommandLine line = new CommandLine(assignment.options().toArray(String[]::new));
    StudyRequest request =
        StudyRequest.parse(line).at(Path.of(assignment.out()), assignment.slots());
    List<Setting> settings =
        request.settings().stream()
            .filter(setting -> setting.name().equals(assignment.setting()))
            .toList();
    CorpusCatalog catalog = new CorpusCatalog(request.corpora());
    return SettingPlan.of(
        request, SettingCorpora.of(settings.get(0), catalog, request.clipsPerCell()));
  }
}
