package emotiontransfer.speech;

import static org.junit.Assert.assertEquals;

import emotiontransfer.SharedData;
import emotiontransfer.data.FloatSegments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.Test;

/** Compares all three channels with numbers that were made outside of this project's code. */
public class LogMelGoldenTest {

  private static final int BANDS = 64;
  private static final int SAMPLES = 12000;

  /** The signal of log_mel_reference.py. */
  private static float[] signal() {
    long state = 1;
    float[] samples = new float[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      state = (1103515245L * state + 12345) % (1L << 31);
      long noise = (state >> 15) - 32768;
      samples[i] = (int) (noise * (i % 1000 + 1) / 1000.0) / 32768f;
    }
    return samples;
  }

  private static float[][][] channels(float[] samples) {
    SpeechSettings settings = SpeechSettings.PAPER;
    LogMelFrames frames = new LogMelFrames(settings, new MelFilterBank(settings));
    frames.accept(samples, samples.length);
    float[][] statics = frames.byBand();
    float[][] deltas = new float[BANDS][];
    float[][] deltaDeltas = new float[BANDS][];
    for (int band = 0; band < BANDS; band++) {
      deltas[band] = Deltas.of(statics[band], settings.deltaWidth());
      deltaDeltas[band] = Deltas.of(deltas[band], settings.deltaWidth());
    }
    return new float[][][] {statics, deltas, deltaDeltas};
  }

  @Test
  public void syntheticSignalAgreesWithANaiveFourierTransformInPython() {
    MelTable reference = MelTable.resource("/speech/log_mel_reference.csv");
    float[][][] actual = channels(signal());
    assertEquals(73, actual[0][0].length);
    for (int c = 0; c < 3; c++) {
      String channel = MelTable.CHANNELS.get(c);
      for (Map.Entry<Integer, double[]> row : reference.channel(channel).entrySet()) {
        for (int band = 0; band < BANDS; band++) {
          String what = channel + " frame " + row.getKey() + " band " + band;
          MelTable.assertClose(what, row.getValue()[band], actual[c][band][row.getKey()]);
        }
      }
    }
  }

  /**
   * The first 20 frames of {@code mel_03a01Wa_*.csv}, re-typed, give its first 18 deltas and 16
   * delta-deltas.
   */
  @Test
  public void deltasOfARecordingAgreeWithTheReference() {
    MelTable reference = MelTable.resource("/speech/mel_03a01Wa_first20.csv");
    for (int band = 0; band < BANDS; band++) {
      float[] series = new float[20];
      for (int t = 0; t < series.length; t++) {
        series[t] = (float) reference.channel("static").get(t)[band];
      }
      float[] deltas = Deltas.of(series, 2);
      float[] deltaDeltas = Deltas.of(deltas, 2);
      for (int t = 0; t < 18; t++) {
        String what = "delta frame " + t + " band " + band;
        assertEquals(what, reference.channel("delta").get(t)[band], deltas[t], 1e-5);
      }
      for (int t = 0; t < 16; t++) {
        String what = "deltadelta frame " + t + " band " + band;
        assertEquals(what, reference.channel("deltadelta").get(t)[band], deltaDeltas[t], 1e-5);
      }
    }
  }

  @Test
  public void recordingAgreesWithTheRetypedFrames() throws IOException {
    Path clip = SharedData.require("data/emodb-original/03a01Wa.wav");
    MelTable reference = MelTable.resource("/speech/mel_03a01Wa_first20.csv");
    FloatSegments block = new SpeechSegments(SpeechSettings.PAPER).read(clip);
    for (int c = 0; c < 3; c++) {
      for (Map.Entry<Integer, double[]> row :
          reference.channel(MelTable.CHANNELS.get(c)).entrySet()) {
        for (int band = 0; band < BANDS; band++) {
          assertFrame(block, c, band, row.getKey(), row.getValue()[band]);
        }
      }
    }
  }

  @Test
  public void recordingAgreesWithTheWholeReference() throws IOException {
    Path clip = SharedData.require("data/emodb-original/03a01Wa.wav");
    FloatSegments block = new SpeechSegments(SpeechSettings.PAPER).read(clip);
    assertEquals("186 frames at step 34", 4, block.segments());
    for (int c = 0; c < 3; c++) {
      Path table = SharedData.require("reference/mel_03a01Wa_" + MelTable.CHANNELS.get(c) + ".csv");
      List<String> lines = Files.readAllLines(table);
      assertEquals(186, lines.size());
      for (int t = 0; t < block.stride(); t++) {
        double[] row =
            Stream.of(lines.get(t).split(",")).mapToDouble(Double::parseDouble).toArray();
        for (int band = 0; band < BANDS; band++) {
          assertFrame(block, c, band, t, row[band]);
        }
      }
    }
  }

  private static void assertFrame(
      FloatSegments block, int channel, int band, int frame, double expected) {
    float actual = block.values()[(channel * BANDS + band) * block.stride() + frame];
    String what = MelTable.CHANNELS.get(channel) + " frame " + frame + " band " + band;
    MelTable.assertClose(what, expected, actual);
  }
}
