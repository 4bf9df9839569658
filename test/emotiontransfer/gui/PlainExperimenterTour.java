package emotiontransfer.gui;

import java.awt.Window;
import java.nio.file.Path;
import java.util.List;
import javax.swing.JTextArea;

/** The GUI chooser's Experimenter, which has no secret, fails at an engine that says why. */
final class PlainExperimenterTour extends Tour {

  @Override
  void walk(Window chooser, Path corpora) throws Exception {
    Engine engine = EngineExperiment.startEngine(screen, corpora);
    ExperimenterFrame experimenter = ExperimenterFrame.open(screen, weka, chooser);
    experimenter.mode("Advanced");
    experimenter.open(corpora.resolve("subject-per-run.exp"));
    experimenter.distribute();
    screen.closeWindow(experimenter.nameHosts(List.of(engine.host())));
    JTextArea log = experimenter.start();
    experimenter.awaitEnd(log, "All connections to remote hosts failed.", 1);
    engine.await(screen, "Rejected the program at 127.0.0.1:");
  }
}
