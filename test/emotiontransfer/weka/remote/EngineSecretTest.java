package emotiontransfer.weka.remote;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Which files are taken for the secret of engines. */
public class EngineSecretTest {

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private Path path(String name) {
    return folder.getRoot().toPath().resolve(name);
  }

  private static void assertRejected(Path file, String reason) {
    String message = assertThrows(IOException.class, () -> EngineSecret.read(file)).getMessage();
    assertEquals("The secret of engines, '" + file + "' (option -secret), " + reason, message);
  }

  private static void assumePosix() {
    assumeTrue(
        "the file system knows no owners",
        FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
  }

  @Test
  public void createdFileIsTheOwnersAloneAndStaysTheSame() throws IOException {
    Path file = path("new/engine.secret");
    byte[] first = EngineSecret.readOrCreate(file).proof();
    assertArrayEquals(first, EngineSecret.readOrCreate(file).proof());
    assertEquals(64, Files.readString(file).strip().length());
    assertFalse(EngineSecret.read(file).toString().contains(Files.readString(file).strip()));
    assumePosix();
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  @Test
  public void fileThatOthersReadIsRejected() throws IOException {
    assumePosix();
    Path file = path("open.secret");
    EngineSecret.readOrCreate(file);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertRejected(file, "can be read or written by others than its owner: chmod 600 it.");
  }

  @Test
  public void absentFoldersAndShortTextsAreRejected() throws IOException {
    assertRejected(path("absent"), "is not there: copy the engine's, or start an engine here.");
    assertRejected(Files.createDirectory(path("folder")), "is no file.");
    Path file = path("short.secret");
    EngineSecret.readOrCreate(file);
    Files.writeString(file, "  0123456789abcde \n");
    assertRejected(file, "has fewer than 16 characters.");
    Files.writeString(file, "x".repeat(5000));
    assertRejected(file, "has more than 4096 bytes.");
    Files.writeString(file, " 0123456789abcdef\n");
    assertTrue(EngineSecret.read(file).toString().contains("short.secret"));
  }
}
