package emotiontransfer.weka.gui.recognise;

import emotiontransfer.weka.gui.view.Sound;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.TargetDataLine;

/** Records a voice with the microphone that the system prefers. */
final class Microphone {

  static final String NONE =
      "There is no microphone that Java may use; connect one, allow this program to use it in the"
          + " system's settings, or add recordings as files.";

  private static final List<Float> RATES = List.of(48000f, 44100f, 16000f);
  private static final int BITS = 16;
  private static final double MOST_SECONDS = 300;
  private static final int BLOCKS_PER_SECOND = 20;

  private Microphone() {}

  /**
   * Opens the microphone.
   *
   * @throws IOException if there is none, with a sentence for the user
   */
  static TargetDataLine open() throws IOException {
    for (float rate : RATES) {
      AudioFormat format = new AudioFormat(rate, BITS, 1, true, false);
      DataLine.Info kind = new DataLine.Info(TargetDataLine.class, format);
      if (AudioSystem.isLineSupported(kind)) {
        try {
          TargetDataLine line = (TargetDataLine) AudioSystem.getLine(kind);
          line.open(format);
          return line;
        } catch (LineUnavailableException | IllegalArgumentException | SecurityException e) {
          throw new IOException(NONE, e);
        }
      }
    }
    throw new IOException(NONE);
  }

  /**
   * Records until it is told to stop, at most five minutes; silence before and behind is cut off,
   * which corpora do not have, either.
   *
   * @param opened is not started yet; it is closed at the end
   * @param goesOn is asked twenty times a second
   * @param level takes the peak of each block, 0 to 1
   * @return a new WAV file in a folder
   * @throws IOException if nothing was heard, or the file cannot be written
   */
  static Path record(
      TargetDataLine opened, Path folder, BooleanSupplier goesOn, DoubleConsumer level)
      throws IOException {
    AudioFormat format = opened.getFormat();
    int bytesPerSecond = (int) format.getFrameRate() * format.getFrameSize();
    byte[] block = new byte[bytesPerSecond / BLOCKS_PER_SECOND];
    ByteArrayOutputStream sound = new ByteArrayOutputStream();
    try (opened) {
      opened.start();
      while (goesOn.getAsBoolean() && sound.size() < MOST_SECONDS * bytesPerSecond) {
        int read = opened.read(block, 0, block.length);
        if (read <= 0) {
          break;
        }
        sound.write(block, 0, read);
        level.accept(peak(block, read));
      }
    }
    if (sound.size() == 0) {
      throw new IOException("The microphone gave no sound.");
    }
    String time = LocalDateTime.now().format(DateTimeFormatter.ofPattern("HH-mm-ss"));
    Path file = Files.createDirectories(folder).resolve("recording-" + time + ".wav");
    write(sound(sound.toByteArray(), format).trimmed(), file.toFile());
    return file;
  }

  private static Sound sound(byte[] pcm, AudioFormat format) {
    float[] samples = new float[pcm.length / Short.BYTES];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = sample(pcm, Short.BYTES * i);
    }
    return new Sound(samples, (int) format.getSampleRate());
  }

  private static void write(Sound sound, File file) throws IOException {
    byte[] pcm = sound.pcm();
    try (AudioInputStream in =
        new AudioInputStream(
            new ByteArrayInputStream(pcm), sound.format(), sound.samples().length)) {
      AudioSystem.write(in, AudioFileFormat.Type.WAVE, file);
    }
  }

  private static double peak(byte[] pcm, int length) {
    double peak = 0;
    for (int i = 0; i + 1 < length; i += Short.BYTES) {
      peak = Math.max(peak, Math.abs(sample(pcm, i)));
    }
    return peak;
  }

  private static float sample(byte[] pcm, int at) {
    return (short) (pcm[at + 1] << Byte.SIZE | pcm[at] & 0xFF) / -(float) Short.MIN_VALUE;
  }
}
