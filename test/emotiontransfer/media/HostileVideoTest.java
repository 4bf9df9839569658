package emotiontransfer.media;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import emotiontransfer.media.format.FormatChoice;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bytedeco.ffmpeg.global.avcodec;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Files that are not what they seem: one sentence each, or the frames that they do hold. */
public class HostileVideoTest {

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private Path path(String name) {
    return folder.getRoot().toPath().resolve(name);
  }

  private static int frames(Path clip) throws IOException {
    int count = 0;
    try (FrameSource frames = FrameSampling.ALL.open(clip)) {
      while (frames.advance()) {
        assertTrue(frames.picture().cols() > 0);
        count++;
      }
    }
    return count;
  }

  private static void assertRejected(Path clip, String reason) {
    MediaException e = assertThrows(MediaException.class, () -> frames(clip));
    assertEquals("Clip '" + clip + "' " + reason, e.getMessage());
  }

  @Test
  public void absentAndEmptyFilesAreRejected() throws IOException {
    assertRejected(path("absent.avi"), "does not exist.");
    assertRejected(Files.createFile(path("empty.mp4")), "is empty (0 bytes).");
  }

  @Test
  public void textNoiseAndPlaylistsAreRejected() throws IOException {
    String reason = "is not a video or image file that FFmpeg can read, or is damaged.";
    Path text = Files.writeString(path("text.mp4"), "This is no video.\n".repeat(100));
    byte[] noise = new byte[20000];
    new Random(1).nextBytes(noise);
    Path list =
        Files.writeString(
            path("list.m3u8"),
            "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\nhttp://127.0.0.1:9/clip.ts\n");
    assertRejected(
        text, "is a text file; it begins 'This is no video. This is no video. This...'.");
    assertRejected(Files.write(path("noise.avi"), noise), reason);
    assertRejected(
        list,
        "is a playlist, which only names other files or addresses; give the files themselves.");
  }

  @Test
  public void soundAloneIsRejected() throws IOException {
    Path sound = TestClips.tone(path("tone.wav"), 16000, 1, 0.5, 440);
    assertRejected(sound, "has no video stream, only sound.");
    Path renamed = Files.copy(sound, path("tone.mp4"));
    assertRejected(renamed, "has no video stream, only sound.");
  }

  @Test
  public void videoWithAWrongExtensionIsRead() throws IOException {
    Path video = TestVideos.write(path("a.avi"), 25, TestVideos.greys(5, 20, 20));
    assertEquals(5, frames(Files.move(video, path("a.mp4"))));
    Path image = DrawnFaces.write(TestVideos.plain(40, 30, Color.RED), path("b.png"));
    assertEquals(1, frames(Files.move(image, path("b.jpg"))));
  }

  @Test
  public void truncatedVideoIsReadAsFarAsItGoes() throws IOException {
    byte[] whole =
        Files.readAllBytes(TestVideos.write(path("a.avi"), 25, TestVideos.greys(40, 20, 5)));
    int read = frames(Files.write(path("half.avi"), Arrays.copyOf(whole, whole.length * 2 / 3)));
    assertTrue("frames of the part that is there: " + read, read > 5 && read < 40);
  }

  /** Returns what is written to standard error while a clip is read. */
  private static String warnings(Path clip) throws IOException {
    PrintStream standardError = System.err;
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    try (PrintStream capture = new PrintStream(written, true, StandardCharsets.UTF_8)) {
      System.setErr(capture);
      frames(clip);
    } finally {
      System.setErr(standardError);
    }
    return written.toString(StandardCharsets.UTF_8);
  }

  @Test
  public void truncatedVideoIsWarnedOfInEveryContainer() throws IOException {
    Map<String, Integer> codecs =
        Map.of(
            "avi", avcodec.AV_CODEC_ID_MPEG4,
            "mkv", avcodec.AV_CODEC_ID_FFV1,
            "flv", avcodec.AV_CODEC_ID_FLV1);
    for (Map.Entry<String, Integer> codec : codecs.entrySet()) {
      String extension = codec.getKey();
      Path whole = path("whole." + extension);
      TestVideos.coded(whole, codec.getValue(), TestVideos.greys(40, 20, 5));
      assertEquals(extension, "", warnings(whole));
      byte[] bytes = Files.readAllBytes(whole);
      Path cut = path("cut." + extension);
      Files.write(cut, Arrays.copyOf(bytes, bytes.length * 6 / 10));
      String warning = warnings(cut);
      assertTrue(warning, warning.contains("Clip '" + cut + "' declares "));
      assertTrue(warning, warning.contains("it may have been cut off in a copy."));
    }
  }

  @Test
  public void pictureBeyondTheLimitIsRejectedByItsHeader() throws IOException {
    ClipLimits limits = new ClipLimits(3600, 100, 0, 600, FormatChoice.USUAL);
    for (String name : List.of("a.png", "a.jpg", "a.bmp", "a.gif", "a.tiff")) {
      Path file = DrawnFaces.write(TestVideos.plain(40, 30, Color.RED), path(name));
      assertEquals(
          "Clip '%s' has pictures of 40 x 30 pixels, more than the limit of 100; scale it down or raise the limit (-max-pixels)."
              .formatted(file),
          assertThrows(
                  MediaException.class,
                  () -> FrameSampling.ALL.open(file, limits.start(file, 0)).advance())
              .getMessage());
    }
  }

  @Test
  public void truncatedHeaderIsRejected() throws IOException {
    byte[] avi =
        Files.readAllBytes(TestVideos.write(path("a.avi"), 25, TestVideos.greys(5, 20, 20)));
    Path cut = Files.write(path("cut.avi"), Arrays.copyOf(avi, 100));
    String message = assertThrows(MediaException.class, () -> frames(cut)).getMessage();
    assertTrue(message, message.startsWith("Clip '" + cut + "' ") && message.endsWith("."));
    byte[] mp4 =
        Files.readAllBytes(TestVideos.write(path("a.mp4"), 25, TestVideos.greys(5, 20, 20)));
    // The index of an MP4 file stands at its end.
    assertRejected(
        Files.write(path("cut.mp4"), Arrays.copyOf(mp4, mp4.length / 2)),
        "has no video that FFmpeg can read; it may be damaged.");
  }

  @Test
  public void truncatedImageIsRejected() throws IOException {
    byte[] png =
        Files.readAllBytes(DrawnFaces.write(DrawnFaces.wall(200, 150, 1), path("whole.png")));
    Path cut = Files.write(path("cut.png"), Arrays.copyOf(png, 60));
    String message = assertThrows(MediaException.class, () -> frames(cut)).getMessage();
    assertTrue(message, message.startsWith("Clip '" + cut + "' ") && message.endsWith("."));
  }

  @Test
  public void videoWithoutAFrameIsRejected() throws IOException {
    byte[] avi =
        Files.readAllBytes(TestVideos.write(path("a.avi"), 25, TestVideos.greys(5, 20, 20)));
    int data = indexOf(avi, "movi");
    // The header is whole, and the list of frames ends at once.
    Path headless = Files.write(path("none.avi"), Arrays.copyOf(avi, data + 4));
    assertRejected(headless, "has no frame that can be decoded.");
  }

  private static int indexOf(byte[] bytes, String word) {
    return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(word);
  }

  @Test
  public void pictureOfOnePixelIsAFrame() throws IOException {
    assertEquals(1, frames(DrawnFaces.write(TestVideos.plain(1, 1, Color.RED), path("1.png"))));
  }
}
