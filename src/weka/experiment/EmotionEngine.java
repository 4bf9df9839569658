package weka.experiment;

import emotiontransfer.weka.command.AbstractCommand;
import emotiontransfer.weka.command.CommandLine;
import emotiontransfer.weka.remote.EngineSecret;
import emotiontransfer.weka.remote.EngineSockets;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.rmi.registry.LocateRegistry;
import java.rmi.registry.Registry;
import java.rmi.server.RMISocketFactory;
import java.rmi.server.UnicastRemoteObject;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.apache.commons.lang3.Validate;
import org.apache.commons.lang3.exception.ExceptionUtils;

/**
 * Runs parts of remote experiments for others: Weka's {@link RemoteEngine}, with this package
 * loaded and reachable at one address only.
 *
 * <p>Whoever an engine serves can have it run any program, so that it listens to its own machine
 * unless told otherwise, and serves those alone who know the secret in its file. It needs neither a
 * security policy nor a code base: the classes are those that are installed beside it.
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
    Optional<Path> file = secretFile(line);
    line.finish();
    serve(
        host,
        port,
        file.isPresent() ? Optional.of(EngineSecret.readOrCreate(file.get())) : Optional.empty());
    System.out.flush();
    // The process is ended from outside.
    new CountDownLatch(1).await();
  }

  /** Takes the options of the secret: its file, empty where there shall be none. */
  private static Optional<Path> secretFile(CommandLine line) {
    boolean none = line.flag("no-secret");
    Optional<Path> named = line.option("secret").map(Path::of);
    Validate.isTrue(!none || named.isEmpty(), "Options -secret and -no-secret exclude each other.");
    return none ? Optional.empty() : named.or(() -> Optional.of(EngineSecret.usualFile()));
  }

  private static void serve(String host, int port, Optional<EngineSecret> secret)
      throws IOException {
    InetAddress address;
    try {
      address = InetAddress.getByName(host);
    } catch (UnknownHostException e) {
      throw new IOException("There is no address '%s' (option -host).".formatted(host), e);
    }
    // What clients are told to come back to; otherwise RMI chooses one of the machine's addresses.
    System.setProperty("java.rmi.server.hostname", address.getHostAddress());
    RMISocketFactory.setSocketFactory(new EngineSockets(address, secret, System.err::println));
    warn(address, secret.isPresent());
    // RMI's own sentences have the exception's class name and another exception in them.
    try {
      Registry registry = LocateRegistry.createRegistry(port);
      RemoteEngine engine = new RemoteEngine("%s:%s".formatted(host, port));
      // It has a port of its own, which nobody could forward; a registry's can be shared.
      UnicastRemoteObject.unexportObject(engine, true);
      UnicastRemoteObject.exportObject(engine, port);
      registry.rebind(NAME, engine);
    } catch (IOException e) {
      throw new IOException(
          "The engine cannot listen at %s, port %s: %s"
              .formatted(host, port, ExceptionUtils.getRootCause(e).getMessage()),
          e);
    }
    System.out.printf(Locale.ROOT, "Engine ready at %s:%s%n", host, port);
  }

  private static void warn(InetAddress address, boolean guarded) {
    if (!guarded) {
      System.err.printf(
          Locale.ROOT,
          "Warning: without a secret (option -no-secret) everybody who reaches %s, at least every"
              + " user of this machine, can run programs as you.%n",
          address.getHostAddress());
    }
    if (!address.isLoopbackAddress()) {
      System.err.printf(
          Locale.ROOT,
          "Warning: the engine listens at %s, which other machines can reach, and what travels is"
              + " not encrypted, passwords of databases included; an SSH tunnel to 127.0.0.1 is"
              + " safer.%n",
          address.getHostAddress());
    }
  }

  /** Runs the command; {@code -h} prints its options. */
  public static void main(String[] args) throws Exception {
    new EmotionEngine().run(null, args);
  }
}
