package emotiontransfer.study.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Does tasks that know nothing of each other, some at once; the first failure ends all. */
final class Jobs {

  private final int atOnce;

  Jobs(int atOnce) {
    this.atOnce = atOnce;
  }

  /**
   * Does tasks.
   *
   * @param tasks the long ones first
   * @throws Exception that of the first task that failed
   */
  void run(List<Callable<Void>> tasks) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(atOnce);
    try {
      CompletionService<Void> results = new ExecutorCompletionService<>(pool);
      tasks.forEach(results::submit);
      for (int i = 0; i < tasks.size(); i++) {
        results.take().get();
      }
    } catch (ExecutionException failure) {
      throw failure.getCause() instanceof Exception cause ? cause : failure;
    } finally {
      pool.shutdownNow();
      pool.awaitTermination(1, TimeUnit.MINUTES);
    }
  }

  /**
   * Does tasks and returns what they give, in their order.
   *
   * @param tasks any
   * @throws Exception that of the first task that failed
   */
  <T> List<T> results(List<Callable<T>> tasks) throws Exception {
    List<T> results = new ArrayList<>();
    tasks.forEach(task -> results.add(null));
    List<Callable<Void>> storing = new ArrayList<>();
    for (int i = 0; i < tasks.size(); i++) {
      int index = i;
      storing.add(
          () -> {
            T result = tasks.get(index).call();
            synchronized (results) {
              results.set(index, result);
            }
            return null;
          });
    }
    run(storing);
    return results;
  }
}
