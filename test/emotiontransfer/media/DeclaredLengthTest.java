package emotiontransfer.media;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ShortBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.junit.BeforeClass;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What FFmpeg decodes is compared with what the container declares. */
public class DeclaredLengthTest {

  private static final int RATE = 16000;

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  @BeforeClass
  public static void silenceFfmpeg() {
    Natives.loadFFmpeg();
    avutil.av_log_set_level(avutil.AV_LOG_QUIET);
  }

  /** Writes a sweep of so many seconds. */
  private Path encode(String name, String format, int codec, int seconds) throws IOException {
    Path file = folder.getRoot().toPath().resolve(name);
    try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(file.toFile(), 1)) {
      recorder.setFormat(format);
      recorder.setAudioCodec(codec);
      recorder.setSampleRate(RATE);
      recorder.start();
      short[] samples = new short[RATE * seconds];
      for (int i = 0; i < samples.length; i++) {
        samples[i] = (short) (9000 * Math.sin(i * (0.1 + i * 1e-6)));
      }
      recorder.recordSamples(RATE, 1, ShortBuffer.wrap(samples));
    }
    return file;
  }

  private static double seconds(Path file) throws IOException {
    int[] rateAndSamples = new int[2];
    AudioDecoder.decode(
        file,
        ClipLimits.DEFAULT.start(file, 0),
        new AudioSink() {
          @Override
          public void begin(int sampleRate) {
            rateAndSamples[0] = sampleRate;
          }

          @Override
          public void accept(float[] mono, int length) {
            rateAndSamples[1] += length;
          }
        });
    return (double) rateAndSamples[1] / rateAndSamples[0];
  }

  private static void assertRejected(String reason, Path file) {
    MediaException e = assertThrows(MediaException.class, () -> seconds(file));
    assertTrue(e.getMessage(), e.getMessage().contains(reason));
  }

  @Test
  public void wideBandSpeexLastsAsLongAsItsContainerDeclares() throws IOException {
    assertEquals(2, seconds(encode("w.ogg", "ogg", avcodec.AV_CODEC_ID_SPEEX, 2)), 0.05);
  }

  @Test
  public void clipThatDecodesBeyondItsDeclaredLengthIsRejected() throws IOException {
    Path file = encode("a.flac", "flac", avcodec.AV_CODEC_ID_FLAC, 3);
    byte[] bytes = Files.readAllBytes(file);
    // the last two bytes of the number of samples, 48000
    assertEquals(48000, (bytes[24] & 0xFF) << 8 | bytes[25] & 0xFF);
    bytes[24] = (byte) (bytes[24] & 0x7F);
    Files.write(file, bytes);
    assertRejected("s of audio but decodes to ", file);
  }

  @Test
  public void delayOfAnMp3IsNoneOfItsLength() throws IOException {
    Path file = encode("m.mp3", "mp3", avcodec.AV_CODEC_ID_MP3, 1);
    assertEquals(1, seconds(file), 0.001);
    ClipBudget budget = ClipLimits.DEFAULT.start(file, 0);
    try (MediaStream sound =
        new MediaStream(file, "an audio", MediaStream.PROBED_PACKETS, budget)) {
      assertTrue(sound.select(0, "is damaged"));
      assertEquals(1, sound.declaredSeconds(), ClipBudget.TOLERANCE);
    }
  }

  /** Apple's container: big-endian header, one packet a sample, little-endian integers. */
  private Path caf(int bits, int bytes, int declared, byte[] samples) throws IOException {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(whole);
    out.write("caff\0\1\0\0desc".getBytes(StandardCharsets.ISO_8859_1));
    out.writeLong(32);
    out.writeDouble(RATE);
    out.writeBytes("lpcm");
    for (int field : new int[] {2, bytes, 1, 1, bits}) {
      out.writeInt(field);
    }
    out.writeBytes("data");
    out.writeLong(4 + declared);
    out.writeInt(0);
    out.write(samples);
    return Files.write(folder.newFile("c.caf").toPath(), whole.toByteArray());
  }

  @Test
  public void cutCafDeclaresAllOfItsSamples() throws IOException {
    Path file = caf(16, 2, RATE * 2, new byte[RATE]);
    assertEquals(0.5, seconds(file), 1e-9);
    try (MediaStream sound =
        new MediaStream(file, "an audio", 1, ClipLimits.DEFAULT.start(file, 0))) {
      assertTrue(sound.select(0, "is damaged"));
      assertEquals(1, sound.declaredSeconds(), 1e-9);
    }
  }

  @Test
  public void samplesOfAnotherSizeThanTheirCodecsAreRejected() throws IOException {
    byte[] samples = new byte[4 * RATE];
    assertRejected("samples of another size", caf(24, 4, samples.length, samples));
  }
}
