package emotiontransfer.weka.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.LoggerFactory;
import weka.experiment.Experiment;
import weka.gui.LogPanel;
import weka.gui.experiment.RunPanel;

/** An experiment that Start of a Run tab began: all runs of all schemes on all tables. */
final class ExperimenterRun {

  private ExperimenterRun() {}

  static Optional<WindowRun> find(Thread thread) {
    try {
      return WindowRun.windowOf(thread, RunPanel.class).map(panel -> run(panel, thread));
    } catch (RuntimeException other) {
      LoggerFactory.getLogger(TaskProgress.class)
          .debug("The Run tab of this Weka is another one", other);
      return Optional.empty();
    }
  }

  private static WindowRun run(RunPanel panel, Thread thread) {
    LogPanel log = WindowRun.field(panel, "m_Log", LogPanel.class);
    Counters counters = Counters.of(WindowRun.field(thread, "m_ExpCopy", Experiment.class));
    Task task = Task.of("Experiment", "experiment", counters.all(), counters::label);
    return new WindowRun(log, Optional.of(new WindowRun.Turns(thread, task, counters.done())));
  }

  /**
   * The nested loops of an experiment: runs are the innermost.
   *
   * @param tablesFirst whether all tables are done before the next scheme
   */
  record Counters(int runs, int tables, int schemes, boolean tablesFirst, long done) {

    static Counters of(Experiment experiment) {
      boolean many = experiment.getUsePropertyIterator();
      int tables = experiment.getDatasets().size();
      int schemes = many ? experiment.getPropertyArrayLength() : 1;
      int runs = experiment.getRunUpper() - experiment.getRunLower() + 1;
      int run = experiment.getCurrentRunNumber() - experiment.getRunLower();
      int table = experiment.getCurrentDatasetNumber();
      int scheme = many ? experiment.getCurrentPropertyNumber() : 0;
      boolean tablesFirst = experiment.getAdvanceDataSetFirst();
      long outer = tablesFirst ? (long) scheme * tables + table : (long) table * schemes + scheme;
      return new Counters(runs, tables, schemes, tablesFirst, outer * runs + run);
    }

    long all() {
      return (long) runs * tables * schemes;
    }

    /** Names an iteration by the loops that have more than one turn, the outermost first. */
    String label(long iteration) {
      long outer = iteration / runs;
      String scheme = number("scheme", tablesFirst ? outer / tables : outer % schemes, schemes);
      String table = number("table", tablesFirst ? outer % tables : outer / schemes, tables);
      String run = number("run", iteration % runs, runs);
      List<String> shown = new ArrayList<>();
      (tablesFirst ? List.of(scheme, table, run) : List.of(table, scheme, run))
          .stream().filter(name -> !name.isEmpty()).forEach(shown::add);
      return shown.isEmpty() ? "run 1 of 1" : String.join(", ", shown);
    }

    private static String number(String name, long index, int all) {
      return all == 1 ? "" : "%s %s of %s".formatted(name, index + 1, all);
    }
  }
}
