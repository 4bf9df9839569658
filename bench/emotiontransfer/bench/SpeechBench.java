package emotiontransfer.bench;

import emotiontransfer.speech.SpeechSegments;
import emotiontransfer.speech.SpeechSettings;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** Speed of the speech front end, in seconds of audio per second on one thread. */
final class SpeechBench {

  private static final int RATE = 16000;
  private static final int ROUNDS = 5;
  private static final int CLIPS = 100;
  private static final int CLIP_SECONDS = 2;

  private final Path folder;

  /** Creates the bench; clips are written to the folder. */
  SpeechBench(Path folder) {
    this.folder = folder;
  }

  /**
   * Returns the ratios mel_xrt (log-mel, deltas and segments from samples), clips_16k_xrt and
   * clips_44k_xrt (the same from files of 2 s, resampled from 44.1 kHz in the latter), all in
   * multiples of real time, and decode_overhead (files at 16 kHz over samples).
   */
  List<Ratio> run() throws Exception {
    SpeechSegments speech = new SpeechSegments(SpeechSettings.PAPER);
    double audio = CLIPS * CLIP_SECONDS;
    float[] samples = samples();
    double mel = Ratio.medianSeconds(ROUNDS, () -> readAll(speech, samples));
    List<Path> clips16 = clips(RATE);
    double files16 = Ratio.medianSeconds(ROUNDS, () -> readAll(speech, clips16));
    List<Path> clips44 = clips(44100);
    double files44 = Ratio.medianSeconds(ROUNDS, () -> readAll(speech, clips44));
    speech.release();
    return List.of(
        new Ratio("mel_xrt", audio / mel),
        new Ratio("clips_16k_xrt", audio / files16),
        new Ratio("clips_44k_xrt", audio / files44),
        new Ratio("decode_overhead", files16 / mel));
  }

  private static void readAll(SpeechSegments speech, float[] samples) {
    for (int i = 0; i < CLIPS; i++) {
      speech.read(samples);
    }
  }

  private static void readAll(SpeechSegments speech, List<Path> clips) throws Exception {
    for (Path clip : clips) {
      speech.read(clip);
    }
  }

  private static float[] samples() {
    Random random = new Random(1);
    float[] samples = new float[RATE * CLIP_SECONDS];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (0.1 * random.nextGaussian());
    }
    return samples;
  }

  private List<Path> clips(int rate) throws Exception {
    Random random = new Random(2);
    List<Path> clips = new ArrayList<>();
    for (int i = 0; i < CLIPS; i++) {
      byte[] noise = new byte[2 * rate * CLIP_SECONDS];
      random.nextBytes(noise);
      Path clip = folder.resolve(rate + "-" + i + ".wav");
      AudioFormat format = new AudioFormat(rate, 16, 1, true, false);
      try (AudioInputStream stream =
          new AudioInputStream(new ByteArrayInputStream(noise), format, noise.length / 2)) {
        AudioSystem.write(stream, AudioFileFormat.Type.WAVE, clip.toFile());
      }
      clips.add(clip);
    }
    return clips;
  }
}
