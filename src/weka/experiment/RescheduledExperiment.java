package weka.experiment;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * A remote experiment that ends when all its parts are done, or when nobody is left to do them.
 *
 * <p>Weka's own gives a part that was lost with its host to the next host that finishes another
 * part; if all others have finished before, nobody takes it. This one asks the idle hosts at once.
 */
class RescheduledExperiment extends RemoteExperiment {

  private static final long serialVersionUID = 1L;

  private final transient AtomicInteger done = new AtomicInteger();
  private final transient CountDownLatch ended = new CountDownLatch(1);

  /**
   * Wraps an experiment.
   *
   * @param base what to run
   * @param log is told of every event
   * @throws Exception if Weka rejects the experiment
   */
  RescheduledExperiment(Experiment base, Consumer<String> log) throws Exception {
    super(base);
    addRemoteExperimentListener(
        event -> {
          log.accept(event.m_messageString.strip());
          if (event.m_experimentFinished) {
            ended.countDown();
          }
        });
  }

  @Override
  protected synchronized void incrementFinished() {
    super.incrementFinished();
    done.incrementAndGet();
  }

  @Override
  protected synchronized void waitingExperiment(int part) {
    super.waitingExperiment(part);
    availableHost(-1);
  }

  /** Returns the number of parts. */
  int parts() {
    return m_subExperiments.length;
  }

  /** Returns the number of parts that are done. */
  int done() {
    return done.get();
  }

  /**
   * Runs the experiment.
   *
   * @throws InterruptedException if interrupted while waiting; the hosts go on with their parts
   */
  void runToTheEnd() throws Exception {
    initialize();
    runExperiment();
    ended.await();
  }
}
