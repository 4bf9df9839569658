package emotiontransfer.study.run;

import emotiontransfer.study.plan.Setting;
import emotiontransfer.study.plan.StudyRequest;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Runs the tasks of a study in threads of this process. */
public record LocalThreads() implements StudyExecutor {

  @Override
  public void run(
      StudyRequest request, Setting setting, List<StudyTask> tasks, Consumer<StudyTask> done)
      throws Exception {
    int jobs = request.jobs();
    run(tasks.stream().filter(task -> !task.isSingleThreaded()).toList(), jobs, done);
    run(
        tasks.stream().filter(StudyTask::isSingleThreaded).toList(),
        jobs * StudyRequest.slots(jobs),
        done);
  }

  @Override
  public String description(StudyRequest request) {
    int threads = StudyRequest.slots(request.jobs());
    return "%s, with %s %s each"
        .formatted(request.jobs(), threads, threads == 1 ? "thread" : "threads");
  }

  /** Runs some tasks at once; the first failure ends all. */
  private static void run(List<StudyTask> tasks, int atOnce, Consumer<StudyTask> done)
      throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(atOnce);
    try {
      CompletionService<StudyTask> jobs = new ExecutorCompletionService<>(pool);
      for (StudyTask task : tasks) {
        jobs.submit(
            () -> {
              task.run();
              done.accept(task);
              return task;
            });
      }
      for (int i = 0; i < tasks.size(); i++) {
        jobs.take().get();
      }
    } catch (ExecutionException failure) {
      throw failure.getCause() instanceof Exception cause ? cause : failure;
    } finally {
      pool.shutdownNow();
      pool.awaitTermination(1, TimeUnit.MINUTES);
    }
  }
}
