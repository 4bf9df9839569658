package weka.experiment;

import emotiontransfer.weka.command.AbstractCommand;
import emotiontransfer.weka.command.CommandLine;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.rmi.registry.LocateRegistry;
import java.rmi.registry.Registry;
import java.rmi.server.RMISocketFactory;
import java.util.concurrent.CountDownLatch;
import org.apache.commons.lang3.Validate;
import org.apache.commons.lang3.exception.ExceptionUtils;

/**
 * Runs parts of remote experiments for others: Weka's {@link RemoteEngine}, with this package
 * loaded and reachable at one address only.
 *
 * <p>Whoever reaches an engine can have it run any experiment, so that it listens to its own
 * machine unless told otherwise, and needs neither a security policy nor a code base: the classes
 * are those that are installed beside it.
 */
public class EmotionEngine extends AbstractCommand {

  private static final String LOOPBACK = "127.0.0.1";
  private static final int LARGEST_PORT = 65_535;

  /** The name under which Weka's experiments look for an engine. */
  private static final String NAME = "RemoteEngine";

  /** Starts an engine, which serves until its process is ended. */
  @Override
  protected void execute(CommandLine line) throws Exception {
    String host = line.option("host").orElse(LOOPBACK);
    int port = line.number("p", Registry.REGISTRY_PORT, 1);
    Validate.isTrue(
        port <= LARGEST_PORT, "Option -p must be at most %s, but is %s.", LARGEST_PORT, port);
    line.finish();
    serve(host, port);
    System.out.flush();
    // The process is ended from outside.
    new CountDownLatch(1).await();
  }

  private static void serve(String host, int port) throws IOException {
    InetAddress address;
    try {
      address = InetAddress.getByName(host);
    } catch (UnknownHostException e) {
      throw new IOException("There is no address '%s' (option -host).".formatted(host), e);
    }
    // What clients are told to come back to; otherwise RMI chooses one of the machine's addresses.
    System.setProperty("java.rmi.server.hostname", address.getHostAddress());
    RMISocketFactory.setSocketFactory(atOneAddress(address));
    // RMI's own sentences have the exception's class name and another exception in them.
    try {
      Registry registry = LocateRegistry.createRegistry(port);
      registry.rebind(NAME, new RemoteEngine("%s:%s".formatted(host, port)));
    } catch (IOException e) {
      throw new IOException(
          "The engine cannot listen at %s, port %s: %s"
              .formatted(host, port, ExceptionUtils.getRootCause(e).getMessage()),
          e);
    }
    System.out.printf("Engine ready at %s:%s%n", host, port);
  }

  /** Returns what opens all sockets of this process at one address. */
  private static RMISocketFactory atOneAddress(InetAddress address) {
    return new RMISocketFactory() {
      @Override
      public ServerSocket createServerSocket(int port) throws IOException {
        return new ServerSocket(port, 0, address);
      }

      @Override
      public Socket createSocket(String host, int port) throws IOException {
        return new Socket(host, port);
      }
    };
  }

  /** Runs the command; {@code -h} prints its options. */
  public static void main(String[] args) throws Exception {
    new EmotionEngine().run(null, args);
  }
}
