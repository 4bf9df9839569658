package emotiontransfer.packaging;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/**
 * A made-up corpus in EMO-DB's names: three speakers, three emotions, three texts, a second of
 * sound each. The emotion sets the rate at which a tone swells, the speaker its pitch; every clip
 * has noise of its own.
 */
final class TinyCorpus {

  static final List<String> SPEAKERS = List.of("03", "08", "09");
  static final List<String> EMOTIONS = List.of("anger", "neutral", "sadness");
  static final int TEXTS = 3;
  static final int CLIPS = 27;

  private static final char[] LETTERS = {'W', 'N', 'T'};
  private static final double[] SWELLS_PER_SECOND = {16, 7, 2};
  private static final float SAMPLE_RATE = 16_000;

  private TinyCorpus() {}

  /** Writes the 27 clips into a new folder. */
  static void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Random random = new Random(1);
    for (int speaker = 0; speaker < SPEAKERS.size(); speaker++) {
      for (int emotion = 0; emotion < LETTERS.length; emotion++) {
        for (int text = 1; text <= TEXTS; text++) {
          String name = SPEAKERS.get(speaker) + "a0" + text + LETTERS[emotion] + "a.wav";
          write(folder.resolve(name), 120 + 60 * speaker, SWELLS_PER_SECOND[emotion], random);
        }
      }
    }
  }

  private static void write(Path file, double pitch, double swells, Random random)
      throws IOException {
    int samples = (int) SAMPLE_RATE;
    byte[] bytes = new byte[2 * samples];
    for (int i = 0; i < samples; i++) {
      double seconds = i / SAMPLE_RATE;
      double loudness = 0.55 - 0.45 * Math.cos(2 * Math.PI * swells * seconds);
      double value = 0;
      for (int harmonic = 1; harmonic <= 20; harmonic++) {
        value += Math.sin(2 * Math.PI * pitch * harmonic * seconds) / harmonic;
      }
      int sample = (int) (loudness * 8000 * value + 100 * random.nextGaussian());
      bytes[2 * i] = (byte) sample;
      bytes[2 * i + 1] = (byte) (sample >> 8);
    }
    AudioFormat format = new AudioFormat(SAMPLE_RATE, 16, 1, true, false);
    try (AudioInputStream in =
        new AudioInputStream(new ByteArrayInputStream(bytes), format, samples)) {
      AudioSystem.write(in, AudioFileFormat.Type.WAVE, file.toFile());
    }
  }
}
