package emotiontransfer.weka.remote;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.rmi.server.RMISocketFactory;
import java.util.Optional;

/**
 * The sockets of RMI in a process that serves or sends experiments: it listens at one address only,
 * and nothing is read from a peer that does not know the secret.
 *
 * <pre>{@code
 * EngineSecret secret = EngineSecret.read(EngineSecret.usualFile());
 * RMISocketFactory.setSocketFactory(new EngineSockets(address, Optional.of(secret)));
 * }</pre>
 */
public final class EngineSockets extends RMISocketFactory {

  private final InetAddress address;
  private final Optional<EngineSecret> secret;

  /**
   * Creates a factory that listens at an address; without a secret, whoever reaches it is let in.
   */
  public EngineSockets(InetAddress address, Optional<EngineSecret> secret) {
    this.address = address;
    this.secret = secret;
  }

  @Override
  public ServerSocket createServerSocket(int port) throws IOException {
    return secret.isEmpty()
        ? new ServerSocket(port, 0, address)
        : new ServerSocket(port, 0, address) {
          @Override
          public Socket accept() throws IOException {
            Socket socket = new AcceptedSocket(secret.get());
            implAccept(socket);
            return socket;
          }
        };
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    Socket socket = new Socket(host, port);
    if (secret.isPresent()) {
      try {
        Handshake.ask(socket, secret.get());
      } catch (IOException e) {
        socket.close();
        throw e;
      }
    }
    return socket;
  }
}
