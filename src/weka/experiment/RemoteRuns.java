package weka.experiment;

import emotiontransfer.weka.command.AbstractCommand;
import emotiontransfer.weka.command.CommandLine;
import java.io.File;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import weka.core.Option;
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

  private static final String USAGE =
      """
      General options:

      -l <exp|xml file>
      	Load the experiment from this file; without it, the options of
      	weka.experiment.Experiment below describe it.
      -h <host[:port]>
      	A remote engine; once for each (required).
      -split <run|dataset|scheme>
      	What a part is. (default: run)
      -help
      	Print this.
      """;

  /** Leaves {@code -h} to the hosts. */
  @Override
  protected String helpOption() {
    return "help";
  }

  @Override
  protected String usage() {
    return USAGE + experimentOptions();
  }

  /**
   * Runs the experiment and prints what the engines tell to standard output.
   *
   * @throws WekaException if an option or the experiment is rejected, or if parts are missing at
   *     the end
   */
  @Override
  protected void execute(CommandLine line) throws Exception {
    Optional<String> file = line.option("l");
    String split = line.option("split").orElse("run");
    List<String> hosts = line.repeated("h");
    Experiment experiment = file.isPresent() ? load(file.get()) : described(line.options());
    line.finish();
    run(experiment, hosts, split, System.out::println);
  }

  private static String experimentOptions() {
    StringBuilder text = new StringBuilder("\nOptions of weka.experiment.Experiment:\n\n");
    for (Option option : Collections.list(new Experiment().listOptions())) {
      text.append(option.synopsis()).append('\n').append(option.description()).append('\n');
    }
    return text.toString();
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
    if (!new File(file).isFile()) {
      throw new WekaException("File '%s' (option -l) is not there.".formatted(file));
    }
    Experiment experiment;
    try {
      experiment = Experiment.read(file);
    } catch (Exception unreadable) {
      throw new WekaException(
          "'%s' (option -l) is no experiment that this Weka can read: %s"
              .formatted(file, unreadable.getMessage()),
          unreadable);
    }
    return experiment instanceof RemoteExperiment remote ? remote.getBaseExperiment() : experiment;
  }

  private static void run(Experiment base, List<String> hosts, String split, Consumer<String> log)
      throws Exception {
    if (!(base.getResultListener() instanceof DatabaseResultListener)) {
      throw new WekaException(
          "The results go to a %s, which each engine would begin anew; choose the result listener DatabaseResultListener."
              .formatted(base.getResultListener().getClass().getSimpleName()));
    }
    if (System.getProperty(CALL_PROPERTY) == null) {
      System.setProperty(CALL_PROPERTY, CALL_MILLIS);
    }
    RescheduledExperiment experiment = new RescheduledExperiment(base, log);
    hosts.forEach(experiment::addRemoteHost);
    split(experiment, split);
    makeResultsTable(base);
    long start = System.nanoTime();
    experiment.runToTheEnd();
    if (experiment.done() < experiment.parts()) {
      throw new WekaException(
          "%s of %s parts were done; what they gave is kept. Start it again to do the others."
              .formatted(experiment.done(), experiment.parts()));
    }
    log.accept(
        String.format(
            Locale.ROOT,
            "%s parts on %s engines in %.1f s",
            experiment.parts(),
            hosts.size(),
            (System.nanoTime() - start) / 1e9));
  }

  private static void split(RemoteExperiment experiment, String word) throws WekaException {
    switch (word) {
      case "run" -> experiment.setSplitByDataSet(false);
      case "dataset" -> experiment.setSplitByDataSet(true);
      case "scheme" -> {
        if (!experiment.getUsePropertyIterator()) {
          throw new WekaException(
              "The experiment has one scheme, so that it has no parts by scheme.");
        }
        experiment.setSplitByProperty(true);
      }
      default ->
          throw new WekaException(
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
