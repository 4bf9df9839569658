package emotiontransfer.weka.gui.engines;

import weka.gui.experiment.Experimenter;

/** Weka's Experimenter with a Run tab that says why an engine cannot be used. */
public final class EngineExperimenter extends Experimenter {

  private static final long serialVersionUID = 1L;

  private final EngineRunPanel run = new EngineRunPanel();

  public EngineExperimenter() {
    run.setResultsPanel(m_ResultsPanel);
    m_TabbedPane.setComponentAt(m_TabbedPane.indexOfComponent(m_RunPanel), run);
    // The Setup tab gives its experiments to this field's panel.
    m_RunPanel = run;
  }

  /**
   * Shows in the log of the Run tab, while an experiment is running, why there is no connection.
   *
   * @param sentence about an engine; may come from any thread
   */
  public void report(String sentence) {
    run.report(sentence);
  }
}
