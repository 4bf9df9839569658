package weka.gui.experiment;

import emotiontransfer.weka.command.AbstractCommand;
import emotiontransfer.weka.command.CommandLine;
import emotiontransfer.weka.gui.engines.EngineExperimenter;
import emotiontransfer.weka.remote.EngineSecret;
import emotiontransfer.weka.remote.EngineSockets;
import java.awt.GraphicsEnvironment;
import java.net.InetAddress;
import java.nio.file.Path;
import java.rmi.server.RMISocketFactory;
import java.util.Optional;
import javax.swing.ImageIcon;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;
import javax.swing.WindowConstants;
import org.apache.commons.lang3.Validate;
import weka.gui.GUIChooserApp.GUIChooserDefaults;
import weka.gui.GenericObjectEditor;
import weka.gui.LookAndFeel;

/**
 * Opens Weka's Experimenter, whose remote experiments then prove to engines that they know the
 * secret, and talk to no others.
 *
 * <p>How an experiment is divided is Weka's.
 */
public class EmotionExperimenter extends AbstractCommand {

  /** How long a call of an engine may take in ms, all being short, before it counts as dead. */
  private static final String CALL_MILLIS = "60000";

  private static final String TITLE = "Weka Experiment Environment with engines";
  private static final String ICON = "/weka/gui/weka_icon_new_48.png";
  private static final String USUAL_LOOK = "com.formdev.flatlaf.FlatLightLaf";
  private static final int WIDTH = 800;
  private static final int HEIGHT = 600;

  private static final String CALL_PROPERTY = "sun.rmi.transport.tcp.responseTimeout";

  /** Opens the window, with which the process ends. */
  @Override
  protected void execute(CommandLine line) throws Exception {
    Path file = line.option("secret").map(Path::of).orElseGet(EngineSecret::usualFile);
    line.finish();
    EngineSecret secret = EngineSecret.read(file);
    Validate.isTrue(
        !GraphicsEnvironment.isHeadless(), "The Experimenter is a window; there is no display.");
    if (System.getProperty(CALL_PROPERTY) == null) {
      System.setProperty(CALL_PROPERTY, CALL_MILLIS);
    }
    GenericObjectEditor.determineClasses();
    // That of the GUI chooser, with its setting.
    LookAndFeel.setLookAndFeel(
        GUIChooserDefaults.APP_ID, GUIChooserDefaults.APP_ID + ".lookAndFeel", USUAL_LOOK);
    EngineExperimenter experimenter = new EngineExperimenter();
    RMISocketFactory.setSocketFactory(
        new EngineSockets(
            InetAddress.getLoopbackAddress(), Optional.of(secret), experimenter::report));
    SwingUtilities.invokeLater(() -> show(experimenter));
  }

  private static void show(EngineExperimenter experimenter) {
    JFrame frame = new JFrame(TITLE);
    frame.setIconImage(new ImageIcon(Experimenter.class.getResource(ICON)).getImage());
    frame.add(experimenter);
    frame.setDefaultCloseOperation(WindowConstants.EXIT_ON_CLOSE);
    frame.setSize(WIDTH, HEIGHT);
    frame.setVisible(true);
  }

  /** Runs the command; {@code -h} prints its options. */
  public static void main(String[] args) throws Exception {
    new EmotionExperimenter().run(null, args);
  }
}
