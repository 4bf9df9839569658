package emotiontransfer.weka.remote;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.function.Consumer;

/**
 * A socket of an engine whose peer must prove that it knows the secret before its streams are given
 * to RMI. That is done by the thread of the connection: a peer that says nothing keeps no other
 * waiting.
 */
final class AcceptedSocket extends Socket {

  private final EngineSecret secret;
  private final Consumer<String> report;
  private boolean proved;

  /** Creates one that is not connected yet; {@code report} takes a sentence about a rejection. */
  AcceptedSocket(EngineSecret secret, Consumer<String> report) {
    this.secret = secret;
    this.report = report;
  }

  @Override
  public InputStream getInputStream() throws IOException {
    prove();
    return super.getInputStream();
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    prove();
    return super.getOutputStream();
  }

  private synchronized void prove() throws IOException {
    if (!proved) {
      try {
        Handshake.answer(this, super.getInputStream(), super.getOutputStream(), secret);
      } catch (IOException e) {
        report.accept(e.getMessage());
        throw e;
      }
      proved = true;
    }
  }
}
