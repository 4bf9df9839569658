package emotiontransfer.weka.gui.engines;

import java.util.ArrayList;
import java.util.List;
import weka.experiment.RemoteExperiment;
import weka.experiment.RemoteExperimentEvent;
import weka.experiment.RemoteExperimentListener;
import weka.experiment.TaskStatusInfo;

/**
 * A remote experiment of Weka's that always ends. Weka's own gives the part of an engine that was
 * lost to another one only when that has just done a part, and otherwise, as after Stop with an
 * engine lost, waits for ever.
 */
final class RecoveringExperiment extends RemoteExperiment {

  private static final long serialVersionUID = 1L;

  private final List<RemoteExperimentListener> listeners = new ArrayList<>();

  /** Parts that engines are at. */
  private int running;

  private int done;
  private boolean ended;

  /** Creates one that does what another one says. */
  RecoveringExperiment(RemoteExperiment other) throws Exception {
    super(other.getBaseExperiment());
    setRemoteHosts(other.getRemoteHosts());
    setSplitByDataSet(other.getSplitByDataSet());
    setSplitByProperty(other.getSplitByProperty());
  }

  @Override
  public void addRemoteExperimentListener(RemoteExperimentListener listener) {
    listeners.add(listener);
    super.addRemoteExperimentListener(
        event -> {
          ended |= event.m_experimentFinished;
          listener.remoteExperimentStatus(event);
        });
  }

  @Override
  public void launchNext(int part, int host) {
    running++;
    super.launchNext(part, host);
  }

  @Override
  protected synchronized void incrementFinished() {
    running--;
    done++;
    super.incrementFinished();
  }

  @Override
  protected synchronized void waitingExperiment(int part) {
    running--;
    super.waitingExperiment(part);
    // A part that failed is followed by a call for its host anyway.
    if (!ended && m_subExpComplete[part] == TaskStatusInfo.TO_BE_RUN) {
      availableHost(-1);
    }
  }

  /** Gives a waiting part to a host; ends where no part is running then. */
  @Override
  protected synchronized void availableHost(int host) {
    super.availableHost(host);
    if (running == 0 && !ended) {
      ended = true;
      String end =
          "Experiment ended with %s of %s parts done. Start continues with the rest."
              .formatted(done, m_subExperiments.length);
      RemoteExperimentEvent event = new RemoteExperimentEvent(false, true, true, end);
      listeners.forEach(listener -> listener.remoteExperimentStatus(event));
    }
  }
}
