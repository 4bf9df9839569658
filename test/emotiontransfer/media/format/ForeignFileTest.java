package emotiontransfer.media.format;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import emotiontransfer.media.TestClips;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class ForeignFileTest {

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private String reason(byte... bytes) throws IOException {
    Path file = Files.write(folder.newFile().toPath(), bytes);
    return ForeignFile.reason(file).orElse("");
  }

  private String reason(String text) throws IOException {
    return reason(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  public void pointersOfGitAreNamedWithTheCommandThatFetchesTheFile() throws IOException {
    String pointer =
        "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22\n"
            + "size 12345\n";
    assertEquals(
        "is a Git LFS pointer, not the file itself; fetch it (git lfs pull)", reason(pointer));
    assertEquals(
        "is a git-annex pointer, not the file itself; fetch it (git annex get)",
        reason("/annex/objects/SHA256E-s1--e3b0c44298fc1c149afbf4c8996fb924.wav\n"));
  }

  @Test
  public void pagesAndTextsAreNamed() throws IOException {
    String page = "is an HTML page, as a failed download leaves; download it again";
    assertEquals(page, reason("\uFEFF\n<!DOCTYPE HTML PUBLIC><html>Sign in</html>"));
    assertEquals(page, reason("<html><head><title>404</title>"));
    assertEquals(
        "is a text file; it begins 'Übung macht den Meister, sagt man; und e...'",
        reason("Übung macht\n\tden Meister, sagt man; und es ist wahr.\n".repeat(20)));
    assertEquals("is a text file; it begins '{\"error\": 1}'", reason("{\"error\":\u009B 1}"));
    assertTrue(reason("#EXTM3U\nhttp://example.org/a.ts\n").startsWith("is a playlist"));
    assertTrue(reason("ffconcat version 1.0\nfile /etc/hosts\n").startsWith("is a playlist"));
  }

  @Test
  public void archivesAndSavedObjectsAreNamed() throws IOException {
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(zip)) {
      out.putNextEntry(new ZipEntry("a.wav"));
    }
    assertTrue(reason(zip.toByteArray()).startsWith("is a ZIP archive; unpack it"));
    ByteArrayOutputStream gzip = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
      out.write(1);
    }
    assertTrue(reason(gzip.toByteArray()).startsWith("is a gzip archive; unpack it"));
    byte[] tar = new byte[1024];
    tar[0] = 'a';
    System.arraycopy("ustar".getBytes(StandardCharsets.US_ASCII), 0, tar, 257, 5);
    assertTrue(reason(tar).startsWith("is a tar archive"));
    ByteArrayOutputStream object = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(object)) {
      out.writeObject("model");
    }
    assertEquals("is a saved Java object", reason(object.toByteArray()));
    assertEquals("is a PDF document", reason("%PDF-1.7\n"));
    assertTrue(reason((byte) 0, (byte) 5, (byte) 0x16, (byte) 7).contains("AppleDouble"));
  }

  @Test
  public void mediaAreLeftToTheirDecoders() throws IOException {
    Path wave = TestClips.tone(folder.newFile("t.wav").toPath(), 16000, 1, 0.1, 440);
    assertEquals(Optional.empty(), ForeignFile.reason(wave));
    assertEquals("", reason("P2\n2 1\n255\n0 255\n"));
    assertEquals("", reason("NIST_1A\n   1024\nchannel_count -i 1\n"));
    assertEquals("", reason("#!AMR\n<"));
  }
}
