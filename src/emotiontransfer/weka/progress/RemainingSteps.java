package emotiontransfer.weka.progress;

import java.util.Optional;
import org.apache.commons.lang3.function.FailableRunnable;

/**
 * Progress of a task some of whose steps may have been done by an earlier start. Shown from the
 * first step on that is not, so that a task of which nothing remains passes unseen. One thread does
 * the steps.
 */
public final class RemainingSteps implements AutoCloseable {

  private final Task task;
  private Optional<TaskProgress> shown = Optional.empty();
  private int skipped;

  public RemainingSteps(Task task) {
    this.task = task;
  }

  /** Counts a step whose result is there already. */
  public void skip() {
    skipped++;
    shown.ifPresent(TaskProgress::skip);
  }

  /** Does a step; tasks that start meanwhile are shown within it. */
  public <E extends Throwable> void step(FailableRunnable<E> work) throws E {
    if (shown.isEmpty()) {
      TaskProgress progress = TaskProgress.start(task, null);
      for (int earlier = 0; earlier < skipped; earlier++) {
        progress.skip();
      }
      shown = Optional.of(progress);
    }
    shown.get().enclose(work);
    shown.get().step();
  }

  @Override
  public void close() {
    shown.ifPresent(TaskProgress::close);
  }
}
