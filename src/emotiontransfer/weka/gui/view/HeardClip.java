package emotiontransfer.weka.gui.view;

import emotiontransfer.figure.ClipTrack;
import emotiontransfer.figure.ClipTrack.Mark;
import emotiontransfer.speech.LogMelPicture;
import emotiontransfer.speech.SpeechSegments;
import emotiontransfer.speech.SpeechSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * The sound of a clip, and how it is shown over time.
 *
 * @param spectrogram of the log-mel frames that networks see
 */
public record HeardClip(Sound sound, ClipTrack spectrogram) {

  /** Name of the axis of time. */
  public static final String SECONDS = "seconds";

  private static final double[] MARKED_HERTZ = {500, 1000, 2000, 4000, 8000};

  /**
   * Reads a clip.
   *
   * @throws IOException if it cannot be read or is longer than 10 minutes, with a sentence for the
   *     user
   */
  public static HeardClip read(SpeechSegments reader, Path file) throws IOException {
    Sound.Collector collector = new Sound.Collector(file);
    float[][] frames = reader.logMel(file, collector);
    List<Mark> marks = marks(reader.settings());
    return new HeardClip(collector.sound(), ClipTrack.spectrogram(LogMelPicture.of(frames), marks));
  }

  private static List<Mark> marks(SpeechSettings settings) {
    return DoubleStream.of(MARKED_HERTZ)
        .filter(hertz -> hertz > settings.lowHertz() && hertz <= settings.highHertz())
        .mapToObj(
            hertz ->
                new Mark(
                    LogMelPicture.height(hertz, settings),
                    String.format(Locale.ROOT, hertz < 1000 ? "%.1f" : "%.0f", hertz / 1000)))
        .toList();
  }

  /** Returns the track of the samples. */
  public ClipTrack waveform() {
    return ClipTrack.waveform(sound.samples());
  }
}
