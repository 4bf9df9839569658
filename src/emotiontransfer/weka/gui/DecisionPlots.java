package emotiontransfer.weka.gui;

import emotiontransfer.weka.evaluation.SubjectFolds;
import emotiontransfer.weka.evaluation.SubjectWiseEvaluation;
import java.util.List;
import weka.classifiers.Evaluation;
import weka.classifiers.rules.ZeroR;
import weka.core.Instances;
import weka.gui.explorer.ClassifierErrorsPlotInstances;
import weka.gui.explorer.ClassifierPanel;
import weka.gui.explorer.ExplorerDefaults;
import weka.gui.visualize.VisualizePanel;

/** Makes of an evaluation what the result list's menu draws its plots from. */
final class DecisionPlots {

  private DecisionPlots() {}

  /**
   * Returns the plot of errors, the predictions, and the class attribute: in this order, as Weka's
   * own runs leave them.
   *
   * @throws Exception if Weka cannot make the plot
   */
  static List<Object> of(ClassifierPanel panel, SubjectWiseEvaluation evaluation, String name)
      throws Exception {
    return List.of(
        errors(panel, evaluation, name),
        evaluation.pooled().predictions(),
        evaluation.folds().table().classAttribute());
  }

  private static VisualizePanel errors(
      ClassifierPanel panel, SubjectWiseEvaluation evaluation, String name) throws Exception {
    Instances table = evaluation.folds().table();
    ClassifierErrorsPlotInstances points = ExplorerDefaults.getClassifierErrorsPlotInstances();
    Evaluation unused = new Evaluation(table);
    points.setInstances(table);
    // It only asks that there be one: the decisions have been made.
    points.setClassifier(new ZeroR());
    points.setClassIndex(table.classIndex());
    points.setEvaluation(unused);
    points.setUp();
    double[][] distributions =
        evaluation.decisions().stream()
            .map(decision -> decision.prediction().distribution())
            .toArray(double[][]::new);
    points.process(SubjectFolds.select(evaluation.folds().rows(), table), distributions, unused);

    VisualizePanel plot = new VisualizePanel();
    if (panel.getMainApplication() != null) {
      plot.applySettings(
          panel.getMainApplication().getApplicationSettings(),
          weka.gui.explorer.VisualizePanel.ScatterDefaults.ID);
    }
    plot.setName(name + " (" + table.relationName() + ")");
    plot.setLog(panel.getLog());
    plot.addPlot(points.getPlotData(name));
    plot.setColourIndex(points.getPlotInstances().classIndex());
    points.cleanUp();
    return plot;
  }
}
