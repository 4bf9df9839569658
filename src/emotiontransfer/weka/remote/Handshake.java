package emotiontransfer.weka.remote;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.security.MessageDigest;
import java.security.SecureRandom;

/**
 * How two processes convince each other that they know one secret without sending it: each sends 32
 * random bytes, and the HMAC of both, with its own role in front, under the secret.
 */
final class Handshake {

  private static final byte[] GREETING = "emotion-engine 1\n".getBytes(US_ASCII);
  private static final byte[] ENGINE = {'e'};
  private static final byte[] EXPERIMENT = {'x'};
  private static final String OTHER_SECRET =
      "does not know the secret in %s: give both the same file by option -secret";
  private static final int BYTES = 32;
  private static final int PATIENCE_MILLIS = 10_000;

  private Handshake() {}

  /** The side of the experiment. */
  static void ask(Socket socket, EngineSecret secret) throws IOException {
    int before = patience(socket, PATIENCE_MILLIS);
    InputStream in = socket.getInputStream();
    OutputStream out = socket.getOutputStream();
    byte[] own = nonce();
    try {
      send(out, GREETING, own);
      byte[] others = receive(in);
      byte[] proof = receive(in);
      if (!MessageDigest.isEqual(proof, secret.proof(ENGINE, own, others))) {
        throw new IOException(
            "The engine at %s has another secret than %s; give both the same file by option -secret."
                .formatted(peer(socket), secret));
      }
      send(out, secret.proof(EXPERIMENT, own, others));
    } catch (EOFException | SocketException | SocketTimeoutException e) {
      throw new IOException(
          "The engine at %s asks for no secret (it was started with -no-secret), or is none."
              .formatted(peer(socket)),
          e);
    }
    patience(socket, before);
  }

  /** The side of the engine, whose socket is not asked for streams: those would ask for this. */
  static void answer(Socket socket, InputStream in, OutputStream out, EngineSecret secret)
      throws IOException {
    int before = patience(socket, PATIENCE_MILLIS);
    // Byte by byte: Java's own protocol begins with another one, and then waits for an answer.
    for (byte letter : GREETING) {
      reject(
          in.read() != letter,
          socket,
          "does not show the secret: open the Experimenter by"
              + " weka.gui.experiment.EmotionExperimenter");
    }
    try {
      byte[] others = receive(in);
      byte[] own = nonce();
      send(out, own, secret.proof(ENGINE, others, own));
      reject(
          !MessageDigest.isEqual(receive(in), secret.proof(EXPERIMENT, others, own)),
          socket,
          OTHER_SECRET.formatted(secret));
    } catch (EOFException e) {
      // Who sees a wrong proof breaks off.
      reject(true, socket, OTHER_SECRET.formatted(secret));
    }
    patience(socket, before);
  }

  private static String peer(Socket socket) {
    return socket.getInetAddress().getHostAddress() + ":" + socket.getPort();
  }

  private static int patience(Socket socket, int millis) throws SocketException {
    int before = socket.getSoTimeout();
    socket.setSoTimeout(millis);
    return before;
  }

  private static void reject(boolean condition, Socket socket, String why) throws IOException {
    if (condition) {
      throw new IOException("Rejected the program at %s, which %s.".formatted(peer(socket), why));
    }
  }

  private static byte[] nonce() {
    byte[] nonce = new byte[BYTES];
    new SecureRandom().nextBytes(nonce);
    return nonce;
  }

  private static void send(OutputStream out, byte[]... parts) throws IOException {
    for (byte[] part : parts) {
      out.write(part);
    }
    out.flush();
  }

  private static byte[] receive(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(BYTES);
    if (bytes.length < BYTES) {
      throw new EOFException("the connection ended");
    }
    return bytes;
  }
}
