package emotiontransfer.weka.gui;

import emotiontransfer.weka.evaluation.SubjectFolds;
import emotiontransfer.weka.evaluation.SubjectReport;
import emotiontransfer.weka.evaluation.SubjectWiseEvaluation;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javax.swing.JOptionPane;
import javax.swing.SwingUtilities;
import org.apache.commons.lang3.StringUtils;
import org.apache.commons.lang3.exception.ExceptionUtils;
import weka.classifiers.Classifier;
import weka.classifiers.evaluation.Evaluation;
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

  private final ClassifierPanel panel;
  private final SubjectWiseDialog.Settings settings;
  private final Logger log;
  private final ResultHistoryPanel history;
  private final Classifier chosen;
  private final Instances table;
  private final boolean outputModel;
  private final boolean keepForPlots;
  private final String what;
  private final String entry;
  private final StringBuffer text = new StringBuffer();

  /** Takes what the tab shows; to be called by the event thread. */
  public SubjectWiseRun(ClassifierPanel panel, SubjectWiseDialog.Settings settings) {
    this.panel = panel;
    this.settings = settings;
    this.log = panel.getLog();
    this.history = panel.getResultHistory();
    this.chosen = panel.getClassifier();
    this.table = new Instances(panel.getInstances());
    table.setClassIndex(panel.getSelectedClassIndex());
    this.outputModel = panel.isSelectedOutputModel();
    this.keepForPlots = panel.isSelectedStoreTestDataAndPredictions();
    String scheme = StringUtils.removeStart(chosen.getClass().getName(), "weka.classifiers.");
    this.what = scheme + ", by subjects";
    this.entry = String.format(Locale.ROOT, "%tT - %s", LocalTime.now(), what);
  }

  @Override
  public void run() {
    log.logMessage("Started " + what);
    log.statusMessage("Setting up...");
    try {
      SubjectFolds folds =
          SubjectFolds.of(
              table,
              settings.subject(),
              settings.folds(),
              settings.seed(),
              settings.trainingSubjects());
      evaluate(new SubjectWiseEvaluation(chosen, folds, settings.classifierSeed()));
      log.logMessage("Finished " + what);
      log.statusMessage("OK");
    } catch (Exception failure) {
      if (ExceptionUtils.indexOfThrowable(failure, InterruptedException.class) >= 0) {
        append("\n=== Run cancelled by user ===\n");
        log.logMessage("Interrupted " + what);
        log.statusMessage("Interrupted");
      } else {
        report(failure);
      }
    }
  }

  private void report(Exception failure) {
    String reason = Objects.requireNonNullElse(failure.getMessage(), failure.getClass().getName());
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

  /** Fills an entry of the result list, which grows while the folds go on. */
  private void evaluate(SubjectWiseEvaluation evaluation) throws Exception {
    SubjectReport report = new SubjectReport(evaluation);
    SwingUtilities.invokeLater(
        () -> {
          history.addResult(entry, text);
          history.setSingle(entry);
        });
    append(report.header(chosen) + "\n");
    List<Object> objects = new ArrayList<>();
    if (outputModel) {
      long start = System.currentTimeMillis();
      evaluation.runAll(
          log,
          model -> {
            double seconds = (System.currentTimeMillis() - start) / 1000.0;
            append("=== Classifier model (full training set) ===\n\n" + model + "\n");
            String taken = Utils.doubleToString(seconds, 2);
            append("\nTime taken to build model: " + taken + " seconds\n\n");
            objects.addAll(List.of(model, evaluation.header()));
          });
    } else {
      evaluation.runFolds(log);
    }
    appendFigures(evaluation.pooled(), evaluation.folds().protocol());
    append(report.subjects());
    if (keepForPlots) {
      objects.addAll(plots(evaluation));
    }
    SwingUtilities.invokeLater(() -> history.addObject(entry, objects));
  }

  private void appendFigures(Evaluation pooled, String protocol) throws Exception {
    append("=== " + protocol + " ===\n\n");
    append(pooled.toSummaryString(panel.isSelectedOutputEntropy()) + "\n");
    if (panel.isSelectedOutputPerClassStats()) {
      append(pooled.toClassDetailsString() + "\n");
    }
    if (panel.isSelectedOutputConfusion()) {
      append(pooled.toMatrixString() + "\n");
    }
  }

  /** Weka's windows are made by the event thread. */
  private List<Object> plots(SubjectWiseEvaluation evaluation) throws InterruptedException {
    FutureTask<List<Object>> plots =
        new FutureTask<>(() -> DecisionPlots.of(panel, evaluation, entry));
    SwingUtilities.invokeLater(plots);
    try {
      return plots.get();
    } catch (ExecutionException e) {
      log.logMessage("The plots of this result cannot be made: " + e.getCause());
      return List.of();
    }
  }

  private void append(String more) {
    text.append(more);
    SwingUtilities.invokeLater(() -> history.updateResult(entry));
  }
}
