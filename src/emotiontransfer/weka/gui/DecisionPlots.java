package emotiontransfer.weka.gui;

import emotiontransfer.weka.evaluation.ClipDecision;
import emotiontransfer.weka.evaluation.SubjectWiseEvaluation;
import java.util.ArrayList;
import java.util.List;
import weka.classifiers.Evaluation;
import weka.classifiers.rules.ZeroR;
import weka.core.Instances;
import weka.gui.explorer.ClassifierErrorsPlotInstances;
import weka.gui.explorer.ClassifierPanel;
import weka.gui.explorer.ExplorerDefaults;
import weka.gui.visualize.PlotData2D;
import weka.gui.visualize.VisualizePanel;

/** Makes of an evaluation what the result list's menu draws its plots from. */
final class DecisionPlots {

  private DecisionPlots() {}

  /**
   * Returns the plot of errors, the predictions, and the class attribute: in this order, as Weka's
   * own runs leave them.
   *
   * @throws IllegalStateException if Weka cannot make the plot
   */
  static List<Object> of(ClassifierPanel panel, SubjectWiseEvaluation evaluation, String name) {
    try {
      List<Object> objects = new ArrayList<>();
      objects.add(errors(panel, evaluation, name));
      objects.add(evaluation.pooled().predictions());
      objects.add(evaluation.folds().table().classAttribute());
      return objects;
    } catch (Exception e) {
      throw new IllegalStateException("the error plot of " + name + " failed", e);
    }
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
    List<ClipDecision> decisions = evaluation.decisions();
    Instances clips = new Instances(table, decisions.size());
    decisions.forEach(decision -> clips.add(table.get(decision.row())));
    double[][] distributions =
        decisions.stream().map(d -> d.prediction().distribution()).toArray(double[][]::new);
    points.process(clips, distributions, unused);

    VisualizePanel plot = new VisualizePanel();
    if (panel.getMainApplication() != null) {
      plot.applySettings(
          panel.getMainApplication().getApplicationSettings(),
          weka.gui.explorer.VisualizePanel.ScatterDefaults.ID);
    }
    PlotData2D data = points.getPlotData(name);
    plot.setName(name + " (" + table.relationName() + ")");
    plot.setLog(panel.getLog());
    plot.addPlot(data);
    plot.setColourIndex(points.getPlotInstances().classIndex());
    points.cleanUp();
    return plot;
  }
}
