package weka.experiment;

import emotiontransfer.weka.command.AbstractCommand;
import emotiontransfer.weka.command.CommandLine;
import emotiontransfer.weka.remote.EngineSecret;
import emotiontransfer.weka.remote.EngineSockets;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.rmi.server.RMISocketFactory;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.commons.lang3.Validate;
import weka.core.SerializedObject;
import weka.core.WekaException;

/**
 * Runs an experiment on remote engines, from the command line.
 *
 * <p>{@code weka.Run weka.experiment.RemoteRuns -l experiment.xml -h host:1099 -h host:1100} splits
 * the experiment by run, as {@link RemoteExperiment} does in the Experimenter's window. Beyond that
 * it makes the results table before the engines could do so at the same time, waits for the end,
 * and gives a part whose engine died to an idle one.
 */
public class RemoteRuns extends AbstractCommand {

  /** How long a call of an engine may take in ms, all being short, before it counts as dead. */
  private static final String CALL_MILLIS = "60000";

  private static final String CALL_PROPERTY = "sun.rmi.transport.tcp.responseTimeout";

  /**
   * A remote experiment that ends when all its parts are done, or when nobody is left to do them.
   *
   * <p>Weka's own gives a part that was lost with its host to the next host that finishes another
   * part; if all others have finished before, nobody takes it. This one asks the idle hosts at
   * once.
   */
  static class Rescheduled extends RemoteExperiment {

    private static final long serialVersionUID = 1L;

    private final transient CountDownLatch ended = new CountDownLatch(1);
    private int done;

    /** Wraps an experiment; the log is told of every event. */
    Rescheduled(Experiment base, Consumer<String> log) throws Exception {
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
      done++;
    }

    @Override
    protected synchronized void waitingExperiment(int part) {
      super.waitingExperiment(part);
      availableHost(-1);
    }

    int parts() {
      return m_subExperiments.length;
    }

    synchronized int done() {
      return done;
    }

    /** Runs the experiment; where this is interrupted, the hosts go on with their parts. */
    void runToTheEnd() throws Exception {
      initialize();
      runExperiment();
      ended.await();
    }
  }

  /** Leaves {@code -h} to the hosts. */
  @Override
  protected String helpOption() {
    return "help";
  }

  @Override
  protected String usage() throws IOException {
    return super.usage() + experimentOptions();
  }

  /** Runs the experiment and prints what the engines say; fails if parts are missing at the end. */
  @Override
  protected void execute(CommandLine line) throws Exception {
    Optional<String> file = line.option("l");
    String split = line.option("split").orElse("run");
    List<String> hosts = line.repeated("h");
    Optional<Path> secret = EmotionEngine.secretFile(line);
    Experiment experiment = file.isPresent() ? load(file.get()) : described(line.options());
    line.finish();
    run(experiment, hosts, split, secret);
  }

  private static String experimentOptions() {
    return Collections.list(new Experiment().listOptions()).stream()
        .map(option -> option.synopsis() + "\n" + option.description() + "\n")
        .collect(Collectors.joining("", "\nOptions of weka.experiment.Experiment:\n\n", ""));
  }

  private static Experiment described(String[] options) throws WekaException {
    try {
      Experiment experiment = new Experiment();
      experiment.setOptions(options);
      return experiment;
    } catch (Exception rejection) {
      // Weka rejects options by a bare Exception
      throw new WekaException(rejection.getMessage(), rejection);
    }
  }

  private static Experiment load(String file) throws WekaException {
    Validate.isTrue(new File(file).isFile(), "File '%s' (option -l) is not there.", file);
    try {
      Experiment experiment = Experiment.read(file);
      return experiment instanceof RemoteExperiment remote
          ? remote.getBaseExperiment()
          : experiment;
    } catch (Exception unreadable) {
      throw new WekaException(
          "'%s' (option -l) is no experiment that this Weka can read: %s"
              .formatted(file, unreadable.getMessage()),
          unreadable);
    }
  }

  private static void run(Experiment base, List<String> hosts, String split, Optional<Path> secret)
      throws Exception {
    ResultListener listener = base.getResultListener();
    Validate.isTrue(
        listener instanceof DatabaseResultListener,
        "The results go to a %s, which each engine would begin anew; choose the result listener"
            + " DatabaseResultListener.",
        listener.getClass().getSimpleName());
    if (System.getProperty(CALL_PROPERTY) == null) {
      System.setProperty(CALL_PROPERTY, CALL_MILLIS);
    }
    Rescheduled experiment = new Rescheduled(base, System.out::println);
    hosts.forEach(experiment::addRemoteHost);
    split(experiment, split);
    if (secret.isPresent()) {
      RMISocketFactory.setSocketFactory(
          new EngineSockets(
              InetAddress.getLoopbackAddress(), Optional.of(EngineSecret.read(secret.get()))));
    }
    makeResultsTable(base);
    long start = System.nanoTime();
    experiment.runToTheEnd();
    if (experiment.done() < experiment.parts()) {
      throw new WekaException(
          "%s of %s parts were done; what they gave is kept. Start it again to do the others."
              .formatted(experiment.done(), experiment.parts()));
    }
    System.out.printf(
        Locale.ROOT,
        "%s parts on %s engines in %.1f s%n",
        experiment.parts(),
        hosts.size(),
        (System.nanoTime() - start) / 1e9);
  }

  private static void split(RemoteExperiment experiment, String word) {
    switch (word) {
      case "run" -> experiment.setSplitByDataSet(false);
      case "dataset" -> experiment.setSplitByDataSet(true);
      case "scheme" -> {
        Validate.isTrue(
            experiment.getUsePropertyIterator(),
            "The experiment has one scheme, so that it has no parts by scheme.");
        experiment.setSplitByProperty(true);
      }
      default ->
          throw new IllegalArgumentException(
              "Parts (option -split) are run, dataset or scheme, but not '%s'.".formatted(word));
    }
  }

  /** Two engines that make it at the same time would leave two, and the experiment never usable. */
  private static void makeResultsTable(Experiment base) throws Exception {
    Experiment copy = (Experiment) new SerializedObject(base).getObject();
    copy.initialize();
    copy.postProcess();
  }

  /** Runs the command; {@code -help} prints its options. */
  public static void main(String[] args) throws Exception {
    new RemoteRuns().run(null, args);
  }
}
