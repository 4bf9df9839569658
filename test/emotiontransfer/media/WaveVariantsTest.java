package emotiontransfer.media;

import static emotiontransfer.media.WaveBytes.SAMPLES;
import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import emotiontransfer.media.format.SampleSource;
import emotiontransfer.media.format.WaveFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Sound of the WAVE family is what its header declares, or is rejected. */
public class WaveVariantsTest {

  private static final int PCM = 1;
  private static final int FLOAT = 3;
  private static final int MU_LAW = 7;

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private static float[] decode(Path file) throws IOException {
    float[] all = new float[2 * SAMPLES];
    int[] count = {0};
    AudioDecoder.decode(
        file,
        ClipLimits.DEFAULT.start(file, 0),
        new AudioSink() {
          @Override
          public void begin(int sampleRate) {
            assertEquals(WaveBytes.RATE, sampleRate);
          }

          @Override
          public void accept(float[] mono, int length) {
            System.arraycopy(mono, 0, all, count[0], length);
            count[0] += length;
          }
        });
    return Arrays.copyOf(all, count[0]);
  }

  private Path write(WaveBytes wave) throws IOException {
    return wave.write(folder.newFile().toPath());
  }

  private void assertSweep(String what, WaveBytes wave) throws IOException {
    float[] expected = new float[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      expected[i] = WaveBytes.sample(i) / 32768f;
    }
    assertArrayEquals(what, expected, decode(write(wave)), 0f);
  }

  private void assertRejected(String reason, WaveBytes wave) throws IOException {
    Path file = write(wave);
    MediaException e = assertThrows(MediaException.class, () -> decode(file));
    assertTrue(e.getMessage(), e.getMessage().contains(reason));
  }

  private double declared(WaveBytes wave) throws IOException {
    try (SampleSource source = WaveFile.open(write(wave)).orElseThrow()) {
      return source.declaredSeconds();
    }
  }

  @Test
  public void samplesFillTheirContainersFromTheTop() throws IOException {
    for (String family : new String[] {"RIFF", "RIFX"}) {
      for (int[] bits : new int[][] {{16, 12}, {24, 16}, {24, 20}, {32, 16}, {32, 24}, {32, 0}}) {
        WaveBytes wave = WaveBytes.of(family).extensible(PCM, bits[0], bits[1]);
        String what = family + ": " + bits[1] + " of " + bits[0] + " bits";
        assertSweep(what, wave.chunk("data", wave.samples(0, SAMPLES, bits[0])));
      }
    }
  }

  @Test
  public void bigEndianFilesHoldBigEndianSamples() throws IOException {
    for (int bits : new int[] {16, 24, 32}) {
      WaveBytes wave = WaveBytes.of("RIFX").format(PCM, bits, bits / 8);
      assertSweep("RIFX, " + bits, wave.chunk("data", wave.samples(0, SAMPLES, bits)));
    }
    WaveBytes floats = WaveBytes.of("RIFX").format(FLOAT, 32, 4);
    assertSweep("RIFX, floats", floats.chunk("data", floats.floats()));
    WaveBytes extensible = WaveBytes.of("RIFX").extensible(FLOAT, 32, 32);
    assertSweep("RIFX, floats", extensible.chunk("data", extensible.floats()));
  }

  @Test
  public void wave64AndRf64AreReadAndDeclareTheirLength() throws IOException {
    WaveBytes wave64 = WaveBytes.wave64().extensible(PCM, 24, 16);
    assertSweep("W64", wave64.chunk("data", wave64.samples(0, SAMPLES, 24)));
    WaveBytes cut = WaveBytes.wave64().format(PCM, 16, 2);
    assertEquals(1.0, declared(cut.chunk("data", 32000, cut.samples(0, 100, 16))), 0);
    WaveBytes rf64 = WaveBytes.of("RF64").chunk("ds64", longSize(32000));
    rf64.format(PCM, 16, 2).chunk("data", -1, rf64.samples(0, SAMPLES, 16));
    assertEquals(1.0, declared(rf64), 0);
  }

  private static byte[] longSize(int dataBytes) {
    byte[] sizes = new byte[28];
    for (int b = 0; b < Integer.BYTES; b++) {
      sizes[8 + b] = (byte) (dataBytes >> 8 * b);
    }
    return sizes;
  }

  @Test
  public void compressedFilesTooHoldAFractionOfWhatTheyDeclare() throws IOException {
    WaveBytes half = WaveBytes.of("RIFF").format(MU_LAW, 8, 1).chunk("data", 800, new byte[400]);
    assertEquals(0.5, WaveFile.heldFraction(write(half)), 0);
    WaveBytes open = WaveBytes.of("RIFF").format(MU_LAW, 8, 1).chunk("data", -1, new byte[400]);
    assertEquals(1, WaveFile.heldFraction(write(open)), 0);
  }

  @Test
  public void allDataChunksAreReadInTheirOrder() throws IOException {
    WaveBytes wave = WaveBytes.of("RIFF").format(PCM, 16, 2);
    wave.chunk("data", wave.samples(0, 700, 16)).chunk("LIST", (byte) 1);
    wave.chunk("data", wave.samples(700, 701, 16)).chunk("data", wave.samples(701, SAMPLES, 16));
    assertSweep("three data chunks", wave);
  }

  @Test
  public void sizeLeftOpenByAWriterToAPipeMeansToTheEnd() throws IOException {
    for (long size : new long[] {0, 0xFFFFFFFFL, 0x7FFFF000L}) {
      WaveBytes wave = WaveBytes.of("RIFF").format(PCM, 16, 2);
      wave.chunk("data", size, wave.samples(0, SAMPLES, 16));
      assertSweep("size " + size, wave);
    }
    WaveBytes open = WaveBytes.of("RIFF").format(PCM, 16, 2);
    assertEquals(0, declared(open.chunk("data", -1, open.samples(0, SAMPLES, 16))), 0);
  }

  @Test
  public void otherChunksArePassedOverWithOrWithoutTheirPadByte() throws IOException {
    WaveBytes padded = WaveBytes.of("RIFF").chunk("LIST", (byte) 'a').format(PCM, 16, 2);
    padded.chunk("LIST", new byte[7]).chunk("data", padded.samples(0, SAMPLES, 16));
    assertSweep("padded", padded.chunk("LIST", new byte[8]));
    WaveBytes unpadded = WaveBytes.of("RIFF").format(PCM, 16, 2).oddChunkWithoutPadByte();
    assertSweep("unpadded", unpadded.chunk("data", unpadded.samples(0, SAMPLES, 16)));
  }

  @Test
  public void headersThatContradictThemselvesAreRejected() throws IOException {
    String reason = "contradicts itself";
    for (int[] bitsAndBlock : new int[][] {{24, 4}, {16, 4}, {16, 3}, {8, 2}, {0, 2}}) {
      WaveBytes wave = WaveBytes.of("RIFF").format(PCM, bitsAndBlock[0], bitsAndBlock[1]);
      assertRejected(reason, wave.chunk("data", new byte[64]));
    }
    assertRejected(
        reason, WaveBytes.of("RIFF").extensible(PCM, 16, 24).chunk("data", new byte[64]));
    assertRejected(
        "floats of 16 bits", WaveBytes.of("RIFF").format(FLOAT, 16, 2).chunk("data", new byte[64]));
    assertRejected(
        "two headers that differ",
        WaveBytes.of("RIFF").format(PCM, 16, 2).format(PCM, 8, 1).chunk("data", new byte[64]));
  }

  @Test
  public void compressedSoundThatFfmpegWouldTakeForNoiseIsRejected() throws IOException {
    WaveBytes big = WaveBytes.of("RIFX").format(MU_LAW, 8, 1).chunk("data", new byte[900]);
    assertRejected("big-endian", big);
    WaveBytes two = WaveBytes.of("RIFF").format(MU_LAW, 8, 1).chunk("data", new byte[900]);
    assertRejected("in 2 data chunks", two.chunk("data", new byte[900]));
  }
}
