package emotiontransfer.weka.gui.engines;

import emotiontransfer.weka.gui.Background;
import java.awt.event.ActionEvent;
import java.util.HashSet;
import java.util.Set;
import javax.swing.SwingUtilities;
import weka.core.SerializedObject;
import weka.experiment.CSVResultListener;
import weka.experiment.Experiment;
import weka.experiment.RemoteExperiment;
import weka.gui.experiment.RunPanel;

/**
 * The Run tab. Before engines are given parts of an experiment, it makes the table of their
 * results: two engines that did it at the same moment would leave a table that cannot be used.
 */
final class EngineRunPanel extends RunPanel {

  private static final long serialVersionUID = 1L;

  /** What the log has about engines since the last start. */
  private final Set<String> reported = new HashSet<>();

  private boolean preparing;

  /** Shows a sentence once for each start, and none while nothing is running. */
  void report(String sentence) {
    SwingUtilities.invokeLater(
        () -> {
          if (m_RunThread != null && reported.add(sentence)) {
            logMessage(sentence);
          }
        });
  }

  @Override
  public void setExperiment(Experiment experiment) {
    super.setExperiment(experiment);
    m_StartBut.setEnabled(m_StartBut.isEnabled() && !preparing);
  }

  @Override
  public void actionPerformed(ActionEvent event) {
    if (event.getSource() == m_StartBut && m_Exp instanceof RemoteExperiment remote) {
      start(event, remote);
    } else {
      super.actionPerformed(event);
    }
  }

  private void start(ActionEvent event, RemoteExperiment remote) {
    reported.clear();
    if (remote.getRemoteHosts().isEmpty()) {
      logMessage(
          "There are no hosts: press 'Hosts' in the Setup tab, and type address and port of each"
              + " engine, with Enter behind each.");
    } else if (remote.getResultListener() instanceof CSVResultListener) {
      logMessage(
          "Each part would overwrite the results of the one before: choose DatabaseResultListener"
              + " as Destination in the Setup tab.");
    } else {
      preparing = true;
      m_StartBut.setEnabled(false);
      statusMessage("Preparing the results...");
      new Background<>(
              () -> prepare(remote), prepared -> launch(event, remote, prepared), this::explain)
          .execute();
    }
  }

  /** Makes the table as an engine would, and returns what may be started. */
  private static RecoveringExperiment prepare(RemoteExperiment remote) throws Exception {
    Experiment copy = (Experiment) new SerializedObject(remote.getBaseExperiment()).getObject();
    copy.initialize();
    copy.postProcess();
    return new RecoveringExperiment(remote);
  }

  private void launch(ActionEvent event, RemoteExperiment remote, RecoveringExperiment recovering) {
    preparing = false;
    // The panel starts a copy of what is in this field.
    m_Exp = recovering;
    super.actionPerformed(event);
    m_Exp = remote;
  }

  private void explain(String problem) {
    preparing = false;
    m_StartBut.setEnabled(true);
    logMessage("The experiment cannot be started: " + problem);
    statusMessage("Not running");
  }
}
