package weka.gui.corpus;

import emotiontransfer.corpus.Clip;
import emotiontransfer.speech.LogMelPicture;
import emotiontransfer.speech.SpeechSegments;
import emotiontransfer.speech.SpeechSettings;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Locale;

/**
 * A picture of a clip's features.
 *
 * @param image one pixel per value
 * @param legend what it shows
 */
record PreviewPicture(BufferedImage image, String legend) {

  /**
   * Reads a clip with the filters' default settings.
   *
   * @throws IOException if it cannot be read; the message is for the user
   */
  static PreviewPicture of(Clip clip) throws IOException {
    return speech(clip);
  }

  private static PreviewPicture speech(Clip clip) throws IOException {
    SpeechSettings settings = SpeechSettings.PAPER;
    SpeechSegments reader = new SpeechSegments(settings);
    try {
      float[][] bands = reader.logMel(clip.file());
      int frames = bands[0].length;
      double seconds = (frames - 1) * settings.hopMillis() / 1000 + settings.windowMillis() / 1000;
      return new PreviewPicture(
          LogMelPicture.of(bands),
          String.format(
              Locale.ROOT,
              "log-mel spectrogram: %.2f s, %d bands from %.0f to %.0f Hz",
              seconds,
              settings.bands(),
              settings.lowHertz(),
              settings.highHertz()));
    } finally {
      reader.release();
    }
  }
}
