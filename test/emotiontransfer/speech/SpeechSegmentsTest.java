package emotiontransfer.speech;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import emotiontransfer.SharedData;
import emotiontransfer.data.FloatSegments;
import emotiontransfer.media.ClipRemark;
import emotiontransfer.media.ClipRemark.Kind;
import emotiontransfer.media.MediaException;
import emotiontransfer.media.TestClips;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class SpeechSegmentsTest {

  private static final int BANDS = 64;

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private static SpeechSettings shortClips(ShortClip choice) {
    return new SpeechSettings(
        16000, 25, 10, 512, 64, 20, 8000, 1e-10, 2, 64, 34, choice, LevelNormalization.NONE);
  }

  /** Two bands, segments of 3 frames every 2, deltas of {@code (c[t+1] - c[t-1]) / 2}. */
  private static SpeechSegments tiny(LevelNormalization level) {
    return new SpeechSegments(
        new SpeechSettings(
            16000, 25, 10, 512, 2, 20, 8000, 1e-10, 1, 3, 2, ShortClip.REPEAT, level));
  }

  private static SpeechSegments paper(LevelNormalization level) {
    return new SpeechSegments(
        new SpeechSettings(
            16000, 25, 10, 512, 64, 20, 8000, 1e-10, 2, 64, 34, ShortClip.REPEAT, level));
  }

  private static float[] noise(int length) {
    Random random = new Random(7);
    float[] samples = new float[length];
    for (int i = 0; i < length; i++) {
      samples[i] = (float) (0.1 * random.nextGaussian());
    }
    return samples;
  }

  /** Samples that give so many frames of 400 samples every 160. */
  private static float[] noiseOfFrames(int frames) {
    return noise(400 + (frames - 1) * 160);
  }

  private static float at(FloatSegments block, int row, int frame) {
    return block.values()[row * block.stride() + frame];
  }

  @Test
  public void numberOfSegmentsFollowsFromWindowHopAndStep() {
    SpeechSegments speech = new SpeechSegments(SpeechSettings.PAPER);
    assertEquals(1, speech.read(noiseOfFrames(64)).segments());
    assertEquals(1, speech.read(noiseOfFrames(97)).segments());
    assertEquals(2, speech.read(noiseOfFrames(98)).segments());
    assertEquals(4, speech.read(noiseOfFrames(186)).segments());
    // The paper's segment lasts 10 ms x 63 + 25 ms = 655 ms.
    assertEquals(1, speech.read(noise(16000 * 655 / 1000)).segments());
  }

  @Test
  public void overlappingSegmentsShowTheSameFrames() {
    FloatSegments block = new SpeechSegments(SpeechSettings.PAPER).read(noiseOfFrames(98));
    assertEquals(34, block.step());
    assertEquals(98, block.stride());
    assertEquals(192, block.rows());
    assertEquals(64, block.width());
  }

  @Test
  public void shortClipRepeatsItsLastFrameWithItsDeltas() {
    float[] samples = noiseOfFrames(40);
    FloatSegments block = new SpeechSegments(SpeechSettings.PAPER).read(samples);
    assertEquals(1, block.segments());
    for (int row = 0; row < 3 * BANDS; row++) {
      for (int t = 40; t < 64; t++) {
        assertEquals(at(block, row, 39), at(block, row, t), 0f);
      }
    }
  }

  @Test
  public void shortClipLoopsFromItsFirstFrame() {
    FloatSegments block = new SpeechSegments(shortClips(ShortClip.LOOP)).read(noiseOfFrames(25));
    for (int row = 0; row < 3 * BANDS; row++) {
      for (int t = 25; t < 64; t++) {
        assertEquals(at(block, row, t % 25), at(block, row, t), 0f);
      }
    }
  }

  @Test
  public void shortClipIsDropped() {
    SpeechSegments speech = new SpeechSegments(shortClips(ShortClip.DROP));
    assertEquals(0, speech.read(noiseOfFrames(63)).segments());
    assertEquals(1, speech.read(noiseOfFrames(64)).segments());
  }

  @Test
  public void silenceIsTheLogarithmOfTheFloor() {
    FloatSegments block = new SpeechSegments(SpeechSettings.PAPER).read(new float[16000]);
    for (int band = 0; band < BANDS; band++) {
      assertEquals((float) Math.log(1e-10), at(block, band, 10), 0f);
      assertEquals(0f, at(block, BANDS + band, 10), 0f);
      assertEquals(0f, at(block, 2 * BANDS + band, 10), 0f);
    }
  }

  @Test
  public void levelOfAClipIsTheMeanOfTheStaticValuesThatAreKept() {
    // The sixth frame is behind the last segment: (15 + 5) / 10 is subtracted.
    float[][] bands = {{1, 2, 3, 4, 5, 9}, {-1, 0, 1, 2, 3, 9}};
    FloatSegments block = tiny(LevelNormalization.CLIP).cut(bands);
    assertEquals(2, block.segments());
    float[] expected = {
      -1, 0, 1, 2, 3, -3, -2, -1, 0, 1, // static
      0.5f, 1, 1, 1, 2.5f, 0.5f, 1, 1, 1, 3.5f, // of the values as they were
      0.25f, 0.25f, 0, 0.75f, 0.5f, 0.25f, 0.25f, 0, 1.25f, 1
    };
    assertArrayEquals(expected, block.values(), 0f);
    assertEquals(block.value(0, 2), block.value(1, 0), 0f);
  }

  @Test
  public void framesThatAShortClipRepeatsDoNotCountForItsLevel() {
    FloatSegments block = tiny(LevelNormalization.CLIP).cut(new float[][] {{1, 5}, {3, 7}});
    float[] statics = Arrays.copyOf(block.values(), 6);
    assertArrayEquals(new float[] {-3, 1, 1, -1, 3, 3}, statics, 0f);
  }

  @Test
  public void levelOfAClipChangesStaticValuesAloneAndAllOfThemAlike() {
    float[] samples = noiseOfFrames(98);
    float[] plain = paper(LevelNormalization.NONE).read(samples).values();
    float[] relative = paper(LevelNormalization.CLIP).read(samples).values();
    double level = plain[0] - relative[0];
    double sum = 0;
    for (int i = 0; i < BANDS * 98; i++) {
      assertEquals(level, plain[i] - relative[i], 1e-5);
      sum += relative[i];
    }
    assertEquals(0, sum / (BANDS * 98), 1e-6);
    for (int i = BANDS * 98; i < plain.length; i++) {
      assertEquals(plain[i], relative[i], 0f);
    }
  }

  @Test
  public void tenTimesTheAmplitudeIsTheSameRelativeToTheLevelOfTheClip() {
    float[] samples = noiseOfFrames(98);
    float[] louder = samples.clone();
    for (int i = 0; i < louder.length; i++) {
      louder[i] *= 10;
    }
    float[] plain = paper(LevelNormalization.NONE).read(samples).values();
    float[] plainLouder = paper(LevelNormalization.NONE).read(louder).values();
    assertEquals("20 dB are ln 100", Math.log(100), plainLouder[500] - plain[500], 1e-4);
    float[] relative = paper(LevelNormalization.CLIP).read(samples).values();
    assertArrayEquals(relative, paper(LevelNormalization.CLIP).read(louder).values(), 1e-4f);
  }

  @Test
  public void clipShorterThanAWindowIsRejected() throws IOException {
    Path clip = TestClips.tone(folder.getRoot().toPath().resolve("s.wav"), 16000, 1, 0.02, 440);
    MediaException e =
        assertThrows(
            MediaException.class, () -> new SpeechSegments(SpeechSettings.PAPER).read(clip));
    assertTrue(e.getMessage(), e.getMessage().contains("shorter than one analysis window"));
  }

  @Test
  public void toneIsTheSameAtAnyRateAndNumberOfChannels() throws IOException {
    SpeechSegments speech = new SpeechSegments(SpeechSettings.PAPER);
    Path root = folder.getRoot().toPath();
    FloatSegments at16 = speech.read(TestClips.tone(root.resolve("16.wav"), 16000, 1, 1, 1000));
    for (int rate : new int[] {22050, 44100, 48000, 96000}) {
      for (int channels : new int[] {1, 2}) {
        Path file = root.resolve(rate + "-" + channels + ".wav");
        FloatSegments other = speech.read(TestClips.tone(file, rate, channels, 1, 1000));
        assertEquals(at16.segments(), other.segments());
        assertLoudBandsEqual(rate + " Hz, " + channels + " channels", at16, other, 0.01);
      }
    }
  }

  /**
   * Bands far below the tone hold the rounding of 16-bit samples, which differs by rate; the first
   * frames feel the beginning of the resampled tone.
   */
  private static void assertLoudBandsEqual(
      String what, FloatSegments expected, FloatSegments actual, double tolerance) {
    int compared = 0;
    for (int band = 0; band < BANDS; band++) {
      for (int t = 2; t < 60; t++) {
        if (at(expected, band, t) > -2) {
          assertEquals(
              what + " band " + band + " frame " + t,
              at(expected, band, t),
              at(actual, band, t),
              tolerance);
          compared++;
        }
      }
    }
    assertTrue(what + ": " + compared + " values compared", compared >= 100);
  }

  @Test
  public void originalAt48KilohertzAgreesWithItsCopyAt16Kilohertz() throws IOException {
    for (String name : new String[] {"03-01-02-01-01-02-01.wav", "03-01-06-01-01-01-01.wav"}) {
      Path original = SharedData.require("data/ravdess-48k-stereo/" + name);
      Path copy = copyOf(name);
      SpeechSegments speech = new SpeechSegments(SpeechSettings.PAPER);
      FloatSegments at48 = speech.read(original);
      FloatSegments at16 = speech.read(copy);
      assertEquals(at16.segments(), at48.segments());
      assertTrue(name, correlation(at16, at48) > 0.999);
    }
  }

  private static Path copyOf(String name) {
    String actor = name.substring(18, 20);
    Path folder = SharedData.require("data/ravdess-speech");
    Path byActor = folder.resolve("Actor_" + actor).resolve(name);
    return byActor.toFile().exists() ? byActor : folder.resolve(actor).resolve(name);
  }

  /** Correlation of the static values up to 7.4 kHz, where a resampler's filter is flat. */
  private static double correlation(FloatSegments a, FloatSegments b) {
    int length = Math.min(a.stride(), b.stride());
    double sumA = 0;
    double sumB = 0;
    double sumAa = 0;
    double sumBb = 0;
    double sumAb = 0;
    int n = 0;
    for (int band = 0; band < 61; band++) {
      for (int t = 0; t < length; t++) {
        double x = Math.max(-15, at(a, band, t));
        double y = Math.max(-15, at(b, band, t));
        sumA += x;
        sumB += y;
        sumAa += x * x;
        sumBb += y * y;
        sumAb += x * y;
        n++;
      }
    }
    return (n * sumAb - sumA * sumB)
        / Math.sqrt((n * sumAa - sumA * sumA) * (n * sumBb - sumB * sumB));
  }

  @Test
  public void clipReadAgainAfterOthersIsTheSameToTheBit() throws IOException {
    Path root = folder.getRoot().toPath();
    Path clip = TestClips.tone(root.resolve("a.wav"), 44100, 2, 0.9, 700);
    Path other = TestClips.tone(root.resolve("b.wav"), 44100, 1, 0.8, 3000);
    SpeechSegments speech = new SpeechSegments(SpeechSettings.PAPER);
    float[] first = speech.read(clip).values();
    speech.read(other);
    assertArrayEquals("with a used resampler", first, speech.read(clip).values(), 0f);
    speech.release();
    assertArrayEquals("with a new resampler", first, speech.read(clip).values(), 0f);
  }

  @Test
  public void samplesMayArriveInAnyBlocks() {
    SpeechSettings settings = SpeechSettings.PAPER;
    float[] samples = noise(9999);
    LogMelFrames whole = new LogMelFrames(settings, new MelFilterBank(settings));
    whole.accept(samples, samples.length);
    LogMelFrames single = new LogMelFrames(settings, new MelFilterBank(settings));
    for (float sample : samples) {
      single.accept(new float[] {sample}, 1);
    }
    assertEquals(whole.count(), single.count());
    for (int band = 0; band < BANDS; band++) {
      assertArrayEquals(whole.byBand()[band], single.byBand()[band], 0f);
    }
  }

  @Test
  public void hopBeyondTheWindowSkipsSamples() {
    SpeechSettings sparse =
        new SpeechSettings(
            16000,
            25,
            50,
            512,
            64,
            20,
            8000,
            1e-10,
            2,
            4,
            4,
            ShortClip.REPEAT,
            LevelNormalization.NONE);
    LogMelFrames frames = new LogMelFrames(sparse, new MelFilterBank(sparse));
    float[] samples = noise(16000);
    frames.accept(samples, samples.length);
    assertEquals((16000 - 400) / 800 + 1, frames.count());
  }

  @Test
  public void aClipThatWasCutShortIsRemarkedWithWhatItDeclares() throws Exception {
    Path clip = folder.getRoot().toPath().resolve("cut.wav");
    TestClips.pcm16(clip, 16000, 1, 32000, i -> Math.sin(i * 0.1));
    byte[] bytes = Files.readAllBytes(clip);
    Files.write(clip, Arrays.copyOf(bytes, 44 + 32000));
    SpeechSegments reader = new SpeechSegments(SpeechSettings.PAPER);
    reader.read(clip);
    String detail = "declares 2.00 s of audio but holds 1.00 s of audio";
    assertEquals(List.of(new ClipRemark(clip, Kind.CUT_SHORT, detail)), reader.remarks());
    reader.release();
  }
}
