package emotiontransfer.study.run;

import java.io.File;
import javax.swing.DefaultListModel;
import weka.core.Instances;
import weka.experiment.Experiment;
import weka.experiment.ResultListener;
import weka.experiment.ResultProducer;

/** Weka's Experiment on a table in memory, for one run. */
final class TableExperiment extends Experiment {

  private static final long serialVersionUID = 4462093816659027115L;

  private final transient Instances table;

  /**
   * Sets up the experiment.
   *
   * @param table to be divided by the producer
   * @param listener that gets them
   * @param run also the seed
   */
  TableExperiment(Instances table, ResultProducer producer, ResultListener listener, int run) {
    this.table = table;
    setResultProducer(producer);
    setResultListener(listener);
    setRunLower(run);
    setRunUpper(run);
    DefaultListModel<Object> names = new DefaultListModel<>();
    // Weka counts data sets by their files; this one is never opened.
    names.addElement(new File(table.relationName()));
    setDatasets(names);
  }

  /** Runs to the end; unlike Weka's own loop it stops at the first failure. */
  void run() throws Exception {
    initialize();
    // All systems of a study share one table of results, so that none may add columns of its own.
    m_ResultProducer.setAdditionalMeasures(null);
    m_CurrentInstances = table;
    m_ResultProducer.setInstances(table);
    while (hasMoreIterations()) {
      nextIteration();
    }
    postProcess();
  }
}
