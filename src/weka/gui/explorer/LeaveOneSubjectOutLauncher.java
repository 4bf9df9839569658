package weka.gui.explorer;

import emotiontransfer.weka.gui.ClassifyTab;
import emotiontransfer.weka.gui.EditGuard;
import emotiontransfer.weka.gui.SubjectWiseDialog;
import emotiontransfer.weka.gui.SubjectWiseRun;
import javax.swing.JOptionPane;
import weka.core.Instances;

/**
 * The button "Leave one subject out" of the Explorer's Classify tab: evaluates the chosen
 * classifier on subjects that it was not trained on.
 *
 * <p>The result list gets what an evaluation of Weka's own leaves there, so that everything in its
 * menu works, and the output ends with the table of subjects.
 */
public class LeaveOneSubjectOutLauncher implements ClassifierPanelLaunchHandlerPlugin {

  private static final String COMMAND = "Leave one subject out";

  private ClassifierPanel panel;

  @Override
  public void setClassifierPanel(ClassifierPanel classifierPanel) {
    panel = classifierPanel;
    // Weka makes no other object of the package whenever an Explorer opens.
    ClassifyTab.register(classifierPanel);
    EditGuard.watch(classifierPanel);
  }

  @Override
  public String getLaunchCommand() {
    return COMMAND;
  }

  /** Asks for the options and starts the evaluation in the background. */
  @Override
  public void launch() {
    Instances table = panel.getInstances();
    ClassifyTab tab = new ClassifyTab(panel);
    if (table == null) {
      warn("There are no data yet; open a table of clips in the Preprocess tab first.");
    } else if (tab.isBusy()) {
      warn("A classifier is running already; wait for it, or press Stop.");
    } else {
      SubjectWiseDialog.ask(panel, table, panel.getSelectedClassIndex())
          .ifPresent(settings -> tab.start(new SubjectWiseRun(panel, settings)));
    }
  }

  private void warn(String sentence) {
    JOptionPane.showMessageDialog(panel, sentence, COMMAND, JOptionPane.WARNING_MESSAGE);
  }
}
