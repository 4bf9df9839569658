package emotiontransfer.torture;

import emotiontransfer.corpus.ParserTorture;
import emotiontransfer.numeric.Sha256;
import emotiontransfer.pathnet.model.ModelFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

/**
 * The package's own parsers under Jazzer ({@code ./antw torture-jazzer}), which looks for bytes
 * that reach new branches: an IOException is a rejection, whatever else leaves a parser is a
 * finding.
 */
public final class Fuzz {

  private Fuzz() {}

  /** The bytes of a model behind its prefix, under a right checksum. */
  public static final class Model {

    private static final int MAGIC = 0x50617468;
    private static final int PREFIX = 40;

    private Model() {}

    /** Reads a model; Jazzer calls this. */
    public static void fuzzerTestOneInput(byte[] body) {
      try {
        ModelFormat.fromBytes(signed(MAGIC, body));
      } catch (IOException e) {
        // rejected
      }
    }

    private static byte[] signed(int magic, byte[] body) {
      MessageDigest digest = Sha256.digest();
      ByteBuffer model = ByteBuffer.allocate(PREFIX + body.length);
      model.putInt(magic).putInt(ModelFormat.VERSION).put(digest.digest(body)).put(body);
      return model.array();
    }
  }

  /** A corpus file. */
  public static final class Corpus {

    private static final Path FOLDER = folder();

    private Corpus() {}

    /** Reads a corpus file; Jazzer calls this. */
    public static void fuzzerTestOneInput(byte[] text) throws Exception {
      ParserTorture.corpusFile(text, FOLDER);
    }
  }

  /** A CSV table of clips. */
  public static final class Table {

    private static final Path FOLDER = folder();

    private Table() {}

    /** Reads a table; Jazzer calls this. */
    public static void fuzzerTestOneInput(byte[] text) throws Exception {
      ParserTorture.table(text, FOLDER);
    }
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("fuzz");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
