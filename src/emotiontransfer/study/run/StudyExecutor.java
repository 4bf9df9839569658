package emotiontransfer.study.run;

import emotiontransfer.study.plan.Setting;
import emotiontransfer.study.plan.StudyRequest;
import java.util.List;
import java.util.function.Consumer;

/** Where the tasks of a study run: in threads of this process, or on other machines. */
public interface StudyExecutor {

  /**
   * Runs tasks that do not need each other; when it returns, the files of all are in the study's
   * folder.
   *
   * @param setting to which the tasks belong
   * @param tasks that are not done yet, those that take longest first
   * @param done is given each task that has ended, by several threads at once
   * @throws Exception as the first task that failed; the files of those that are done stay
   */
  void run(StudyRequest request, Setting setting, List<StudyTask> tasks, Consumer<StudyTask> done)
      throws Exception;

  /**
   * Returns whether several processes do the tasks and find the study's store in one place, so that
   * decoding into it, in parts, comes before all else.
   */
  default boolean sharesStore() {
    return false;
  }

  /** Returns how many networks are trained at once, for example {@code 2, with 1 thread each}. */
  String description(StudyRequest request);
}
