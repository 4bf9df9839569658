package emotiontransfer.weka.remote;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/**
 * A socket of an engine whose peer must prove that it knows the secret before its streams are given
 * to RMI. That is done by the thread of the connection: a peer that says nothing keeps no other
 * waiting.
 */
final class AcceptedSocket extends Socket {

  private final EngineSecret secret;
  private boolean proved;

  AcceptedSocket(EngineSecret secret) {
    this.secret = secret;
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
      Handshake.answer(this, super.getInputStream(), super.getOutputStream(), secret);
      proved = true;
    }
  }
}
