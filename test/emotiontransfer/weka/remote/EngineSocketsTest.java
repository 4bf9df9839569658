package emotiontransfer.weka.remote;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.rmi.RemoteException;
import java.rmi.registry.LocateRegistry;
import java.rmi.registry.Registry;
import java.rmi.server.RMISocketFactory;
import java.rmi.server.UnicastRemoteObject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Who is let in at the registry of an engine. */
public class EngineSocketsTest {

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final BlockingQueue<String> reports = new LinkedBlockingQueue<>();
  private int port;
  private EngineSockets with;
  private EngineSockets without;
  private Optional<Registry> served = Optional.empty();

  @Before
  public void makeSecret() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    with = sockets("known");
    without = new EngineSockets(InetAddress.getLoopbackAddress(), Optional.empty(), reports::add);
  }

  private EngineSockets sockets(String secret) throws IOException {
    Path file = folder.getRoot().toPath().resolve(secret);
    return new EngineSockets(
        InetAddress.getLoopbackAddress(),
        Optional.of(EngineSecret.readOrCreate(file)),
        reports::add);
  }

  private void serve(RMISocketFactory factory) throws RemoteException {
    served = Optional.of(LocateRegistry.createRegistry(port, factory, factory));
  }

  @After
  public void endRegistry() throws RemoteException {
    if (served.isPresent()) {
      UnicastRemoteObject.unexportObject(served.get(), true);
    }
  }

  private String[] list(RMISocketFactory factory) throws RemoteException {
    return LocateRegistry.getRegistry("127.0.0.1", port, factory).list();
  }

  private String rejection(RMISocketFactory factory) {
    RemoteException e = assertThrows(RemoteException.class, () -> list(factory));
    return e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
  }

  @Test
  public void peersWithTheSecretAreServed() throws Exception {
    serve(with);
    assertEquals(0, list(with).length);
    assertEquals(0, list(sockets("known")).length);
  }

  @Test(timeout = 9_000)
  public void otherSecretIsRejectedAndNamed() throws Exception {
    serve(with);
    EngineSockets other = sockets("other");
    String message = rejection(other);
    assertTrue(message, message.contains("has another secret than '" + folder.getRoot()));
    assertTrue(message, message.endsWith("give both the same file by option -secret."));
    String first = reports.take();
    String second = reports.take();
    assertTrue(first + second, List.of(first, second).contains(message));
    String rejected = first.equals(message) ? second : first;
    assertTrue(rejected, rejected.startsWith("Rejected the program at 127.0.0.1:"));
    assertTrue(rejected, rejected.contains("does not know the secret in '" + folder.getRoot()));
  }

  @Test(timeout = 9_000)
  public void peersWithoutASecretAreTurnedAwayAtOnce() throws Exception {
    serve(with);
    rejection(without);
    String rejected = reports.take();
    assertTrue(rejected, rejected.contains("does not show the secret: open the Experimenter by"));
  }

  @Test
  public void absentEngineIsReported() {
    rejection(with);
    assertEquals(
        "No engine answers at 127.0.0.1:" + port + ": Connection refused.", reports.poll());
  }

  @Test
  public void engineWithoutASecretIsNotTrusted() throws Exception {
    serve(without);
    assertEquals(0, list(without).length);
    String message = rejection(with);
    assertTrue(message, message.contains("asks for no secret (it was started with -no-secret)"));
  }

  @Test(timeout = 9_000)
  public void silentPeersKeepNobodyWaiting() throws Exception {
    serve(with);
    try (Socket silent = new Socket("127.0.0.1", port)) {
      assertTrue(silent.isConnected());
      assertEquals(0, list(with).length);
    }
  }
}
