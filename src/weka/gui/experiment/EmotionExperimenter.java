package weka.gui.experiment;

import emotiontransfer.weka.command.AbstractCommand;
import emotiontransfer.weka.command.CommandLine;
import emotiontransfer.weka.remote.EngineSecret;
import emotiontransfer.weka.remote.EngineSockets;
import java.awt.GraphicsEnvironment;
import java.net.InetAddress;
import java.nio.file.Path;
import java.rmi.server.RMISocketFactory;
import java.util.Optional;
import org.apache.commons.lang3.Validate;

/**
 * Opens Weka's Experimenter, whose remote experiments then prove to engines that they know the
 * secret, and talk to no others.
 *
 * <p>All else is Weka's: how an experiment is divided, and what happens if an engine dies.
 */
public class EmotionExperimenter extends AbstractCommand {

  /** How long a call of an engine may take in ms, all being short, before it counts as dead. */
  private static final String CALL_MILLIS = "60000";

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
    InetAddress here = InetAddress.getLoopbackAddress();
    RMISocketFactory.setSocketFactory(new EngineSockets(here, Optional.of(secret)));
    Experimenter.main(new String[0]);
  }

  /** Runs the command; {@code -h} prints its options. */
  public static void main(String[] args) throws Exception {
    new EmotionExperimenter().run(null, args);
  }
}
