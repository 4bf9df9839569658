package emotiontransfer.gui;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.awt.Window;
import java.nio.file.Path;
import java.util.List;
import javax.swing.JCheckBox;
import weka.experiment.Experiment;
import weka.experiment.RemoteExperiment;

/** An experiment whose runs are subjects is spread over two engines, saved, and opened again. */
final class HostsTour extends Tour {

  private static final List<String> HOSTS = List.of("127.0.0.1:1099", "127.0.0.1:1100");

  /** Where the window of the hosts hides nothing that is to be seen. */
  private static final int LEFT = 40;

  private static final int TOP = 470;

  private ExperimenterFrame experimenter;

  @Override
  void walk(Window chooser, Path corpora) throws Exception {
    experimenter = ExperimenterFrame.open(screen, weka, chooser);
    experimenter.mode("Advanced");
    experimenter.open(corpora.resolve("subject-per-run.exp"));
    entersHosts();
    Path saved = corpora.resolve("distributed.exp");
    weka.press(experimenter.window(), "Save...");
    FileTypes.shoot(screen, weka, "experimenter-save");
    weka.chooseFile(saved, "Experiment configuration files (*.exp)");
    screen.await("the saved experiment", () -> saved.toFile().length() > 0);
    opensItAgain(saved);
  }

  private void entersHosts() {
    experimenter.distribute();
    Window hosts = experimenter.nameHosts(HOSTS);
    Window setup = experimenter.window();
    screen.move(hosts, setup.getX() + LEFT, setup.getY() + TOP);
    screen.shoot("experimenter-hosts", setup, hosts);
    screen.closeWindow(hosts);
  }

  private void opensItAgain(Path saved) throws Exception {
    weka.press(experimenter.window(), "New");
    JCheckBox enabled =
        screen.find(experimenter.part("Distribute experiment"), JCheckBox.class, any -> true);
    screen.click(enabled);
    screen.await("one machine", () -> !enabled.isSelected());
    experimenter.open(saved);
    screen.await("several machines", enabled::isSelected);
    RemoteExperiment read = (RemoteExperiment) Experiment.read(saved.toString());
    assertEquals(HOSTS, List.of(read.getRemoteHosts().toArray()));
    assertFalse(read.getSplitByDataSet());
    assertFalse(read.getSplitByProperty());
    String producer = read.toString();
    assertTrue(producer, producer.contains("-subject-per-run"));
  }
}
