package weka.gui.explorer;

import emotiontransfer.weka.gui.ClassifyTabLogs;
import emotiontransfer.weka.gui.ClassifyTabThread;
import emotiontransfer.weka.gui.SubjectWiseDialog;
import emotiontransfer.weka.gui.SubjectWiseRun;
import emotiontransfer.weka.gui.SubjectWiseSettings;
import emotiontransfer.weka.progress.WindowLog;
import java.util.Optional;
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

  /** Makes a button for one Classify tab. */
  public LeaveOneSubjectOutLauncher() {}

  @Override
  public void setClassifierPanel(ClassifierPanel classifierPanel) {
    panel = classifierPanel;
    // Weka makes no other object of the package whenever an Explorer opens.
    ClassifyTabLogs.add(classifierPanel);
    WindowLog.install(ClassifyTabLogs::ofActiveWindow);
  }

  @Override
  public String getLaunchCommand() {
    return COMMAND;
  }

  /** Asks for the options and starts the evaluation in the background. */
  @Override
  public void launch() {
    Instances table = panel.getInstances();
    if (table == null) {
      refuse("There are no data yet; open a table of clips in the Preprocess tab first.");
      return;
    }
    if (ClassifyTabThread.isBusy(panel)) {
      refuse("A classifier is running already; wait for it, or press Stop.");
      return;
    }
    Optional<SubjectWiseSettings> settings =
        SubjectWiseDialog.ask(panel, table, panel.getSelectedClassIndex());
    settings.ifPresent(chosen -> ClassifyTabThread.start(panel, new SubjectWiseRun(panel, chosen)));
  }

  private void refuse(String sentence) {
    JOptionPane.showMessageDialog(panel, sentence, COMMAND, JOptionPane.WARNING_MESSAGE);
  }
}
