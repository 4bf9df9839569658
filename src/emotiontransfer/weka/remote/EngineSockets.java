package emotiontransfer.weka.remote;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.rmi.server.RMISocketFactory;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The sockets of RMI in a process that serves or sends experiments: it listens at one address only,
 * and nothing is read from a peer that does not know the secret.
 *
 * <pre>{@code
 * EngineSecret secret = EngineSecret.read(EngineSecret.usualFile());
 * RMISocketFactory.setSocketFactory(
 *     new EngineSockets(address, Optional.of(secret), System.err::println));
 * }</pre>
 */
public final class EngineSockets extends RMISocketFactory {

  private final InetAddress address;
  private final Optional<EngineSecret> secret;
  private final Consumer<String> report;

  /**
   * Creates a factory that listens at an address; without a secret, whoever reaches it is let in.
   *
   * @param report takes a sentence about each connection that does not come about, in the thread
   *     that wanted it; Weka itself says of those only that they failed
   */
  public EngineSockets(
      InetAddress address, Optional<EngineSecret> secret, Consumer<String> report) {
    this.address = address;
    this.secret = secret;
    this.report = report;
  }

  @Override
  public ServerSocket createServerSocket(int port) throws IOException {
    return secret.isEmpty()
        ? new ServerSocket(port, 0, address)
        : new ServerSocket(port, 0, address) {
          @Override
          public Socket accept() throws IOException {
            Socket socket = new AcceptedSocket(secret.get(), report);
            implAccept(socket);
            return socket;
          }
        };
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    Socket socket = connect(host, port);
    if (secret.isPresent()) {
      try {
        Handshake.ask(socket, secret.get());
      } catch (IOException e) {
        socket.close();
        report.accept(e.getMessage());
        throw e;
      }
    }
    return socket;
  }

  private Socket connect(String host, int port) throws IOException {
    try {
      return new Socket(host, port);
    } catch (UnknownHostException e) {
      report.accept("There is no machine '%s'.".formatted(host));
      throw e;
    } catch (IOException e) {
      report.accept("No engine answers at %s:%s: %s.".formatted(host, port, e.getMessage()));
      throw e;
    }
  }
}
