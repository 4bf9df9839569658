package emotiontransfer.weka.gui;

import emotiontransfer.weka.evaluation.SubjectFolds;
import emotiontransfer.weka.evaluation.SubjectReport;
import emotiontransfer.weka.evaluation.SubjectWiseEvaluation;
import java.lang.reflect.InvocationTargetException;
import java.text.SimpleDateFormat;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import javax.swing.JOptionPane;
import javax.swing.SwingUtilities;
import weka.classifiers.Classifier;
import weka.core.Instances;
import weka.core.Utils;
import weka.gui.Logger;
import weka.gui.ResultHistoryPanel;
import weka.gui.explorer.ClassifierPanel;

/**
 * One evaluation by subjects: from the state of the Classify tab to an entry of its result list.
 * The tab's "More options" for the output apply here, too; costs are not applied.
 */
public final class SubjectWiseRun implements Runnable {

  private static final double MILLIS_PER_SECOND = 1000;

  private final ClassifierPanel panel;
  private final SubjectWiseDialog.Settings settings;
  private final Logger log;
  private final Classifier chosen;
  private final Instances table;
  private final boolean outputModel;
  private final boolean keepForPlots;

  /** Takes what the tab shows; to be called by the event thread. */
  public SubjectWiseRun(ClassifierPanel panel, SubjectWiseDialog.Settings settings) {
    this.panel = panel;
    this.settings = settings;
    this.log = panel.getLog();
    this.chosen = panel.getClassifier();
    this.table = new Instances(panel.getInstances());
    table.setClassIndex(panel.getSelectedClassIndex());
    this.outputModel = panel.isSelectedOutputModel();
    this.keepForPlots = panel.isSelectedStoreTestDataAndPredictions();
  }

  @Override
  public void run() {
    String scheme = chosen.getClass().getName().replaceFirst("^weka\\.classifiers\\.", "");
    Entry entry = null;
    log.logMessage("Started " + scheme + ", by subjects");
    log.statusMessage("Setting up...");
    try {
      SubjectFolds folds =
          SubjectFolds.of(table, settings.subject(), settings.folds(), settings.seed());
      SubjectWiseEvaluation evaluation =
          new SubjectWiseEvaluation(chosen, folds, settings.classifierSeed());
      entry = new Entry(panel.getResultHistory(), scheme + ", by subjects");
      evaluate(evaluation, entry);
      log.logMessage("Finished " + scheme + ", by subjects");
      log.statusMessage("OK");
    } catch (InterruptedException stopped) {
      cancelled(entry, scheme);
    } catch (Exception failure) {
      if (failure.getCause() instanceof InterruptedException) {
        cancelled(entry, scheme);
      } else {
        report(failure);
      }
    }
  }

  private void cancelled(Entry entry, String scheme) {
    if (entry != null) {
      entry.append("\n=== Run cancelled by user ===\n");
    }
    log.logMessage("Interrupted " + scheme + ", by subjects");
    log.statusMessage("Interrupted");
  }

  private void report(Exception failure) {
    String reason =
        failure.getMessage() == null ? failure.getClass().getName() : failure.getMessage();
    log.logMessage(reason);
    log.statusMessage("Problem evaluating classifier");
    SwingUtilities.invokeLater(
        () ->
            JOptionPane.showMessageDialog(
                panel,
                "Problem evaluating classifier:\n" + reason,
                "Leave one subject out",
                JOptionPane.ERROR_MESSAGE));
  }

  private void evaluate(SubjectWiseEvaluation evaluation, Entry entry) throws Exception {
    SubjectReport report = new SubjectReport(evaluation);
    entry.append(report.header(chosen) + "\n");
    List<Object> objects = new ArrayList<>();
    if (outputModel) {
      log.statusMessage("Building model on all subjects...");
      long start = System.currentTimeMillis();
      Classifier model = evaluation.trainOnAll(log);
      double seconds = (System.currentTimeMillis() - start) / MILLIS_PER_SECOND;
      entry.append("=== Classifier model (full training set) ===\n\n" + model + "\n");
      entry.append(
          "\nTime taken to build model: " + Utils.doubleToString(seconds, 2) + " seconds\n\n");
      objects.add(model);
      objects.add(evaluation.header());
    }
    evaluation.runFolds(log);
    entry.append(figures(evaluation, report));
    if (keepForPlots) {
      objects.addAll(plots(evaluation, entry.name));
    }
    entry.keep(objects);
  }

  private String figures(SubjectWiseEvaluation evaluation, SubjectReport report) throws Exception {
    StringBuilder text = new StringBuilder();
    text.append("=== ").append(evaluation.folds().protocol()).append(" ===\n\n");
    text.append(evaluation.pooled().toSummaryString(panel.isSelectedOutputEntropy())).append('\n');
    if (panel.isSelectedOutputPerClassStats()) {
      text.append(evaluation.pooled().toClassDetailsString()).append('\n');
    }
    if (panel.isSelectedOutputConfusion()) {
      text.append(evaluation.pooled().toMatrixString()).append('\n');
    }
    return text.append(report.subjects()).toString();
  }

  /** Weka's windows are made by the event thread. */
  private List<Object> plots(SubjectWiseEvaluation evaluation, String name)
      throws InterruptedException {
    List<Object> plots = new ArrayList<>();
    try {
      SwingUtilities.invokeAndWait(() -> plots.addAll(DecisionPlots.of(panel, evaluation, name)));
    } catch (InvocationTargetException e) {
      log.logMessage("The plots of this result cannot be made: " + e.getCause());
    }
    return plots;
  }

  /** An entry of a result list that grows while its run goes on. */
  private static final class Entry {

    private final ResultHistoryPanel history;
    private final String name;
    private final StringBuffer text = new StringBuffer();

    /** Adds an entry and shows it. */
    Entry(ResultHistoryPanel history, String what) {
      this.history = history;
      this.name = new SimpleDateFormat("HH:mm:ss").format(new Date()) + " - " + what;
      SwingUtilities.invokeLater(
          () -> {
            history.addResult(name, text);
            history.setSingle(name);
          });
    }

    void append(String more) {
      text.append(more);
      SwingUtilities.invokeLater(() -> history.updateResult(name));
    }

    /** Gives the entry what its menu works on. */
    void keep(List<?> objects) {
      SwingUtilities.invokeLater(() -> history.addObject(name, new ArrayList<Object>(objects)));
    }
  }
}
