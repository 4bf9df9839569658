package emotiontransfer.file;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assume.assumeTrue;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class InputFileTest {

  private static final String SPECIAL = "is a pipe, a socket or a device; copy it to a file first.";

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private static String reason(Path path) {
    String message =
        assertThrows(IOException.class, () -> InputFile.require(path, "Table")).getMessage();
    return message.replace("Table '" + path + "' ", "");
  }

  @Test
  public void onlyAFileIsTaken() throws IOException {
    Path file = folder.newFile("table.arff").toPath();
    assertEquals(file, InputFile.require(file, "Table"));
    assertEquals("does not exist.", reason(file.resolveSibling("other.arff")));
    assertEquals("is a folder; name a file.", reason(folder.getRoot().toPath()));
  }

  @Test(timeout = 60_000)
  public void aPipeIsRejectedBeforeItIsOpened() throws IOException, InterruptedException {
    assumeTrue("pipes have names on Unix alone", Files.exists(Path.of("/dev/null")));
    Path pipe = folder.getRoot().toPath().resolve("pipe.arff");
    assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
    assertEquals(SPECIAL, reason(pipe));
    assertEquals(SPECIAL, reason(Path.of("/dev/null")));
  }

  @Test
  public void aSocketIsRejected() throws IOException {
    assumeTrue("sockets are files on Unix alone", Files.isDirectory(Path.of("/tmp")));
    Path path = Files.createTempDirectory(Path.of("/tmp"), "s").resolve("s");
    try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      socket.bind(UnixDomainSocketAddress.of(path));
      assertEquals(SPECIAL, reason(path));
    } finally {
      Files.deleteIfExists(path);
      Files.delete(path.getParent());
    }
  }
}
