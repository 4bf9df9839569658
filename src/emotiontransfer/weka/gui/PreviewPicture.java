package emotiontransfer.weka.gui;

import emotiontransfer.corpus.Clip;
import emotiontransfer.corpus.scheme.Modality;
import emotiontransfer.data.ByteSegments;
import emotiontransfer.face.CropsPicture;
import emotiontransfer.face.FaceSegments;
import emotiontransfer.face.FaceSettings;
import emotiontransfer.media.ClipLimits;
import emotiontransfer.media.FrameSampling;
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
 * @param ratio height over width as it is to be shown
 */
record PreviewPicture(BufferedImage image, double ratio, String legend) {

  private static final double RATIO_OF_SPECTROGRAM = 0.75;

  private static final int COLUMNS = 4;
  private static final int MOST_CROPS = 12;
  private static final double CROPS_PER_SECOND = 5;

  /**
   * Reads a clip with the filters' default settings, but for the frames that are searched for a
   * face.
   *
   * @throws IOException if it cannot be read; the message is for the user
   */
  static PreviewPicture of(Clip clip, boolean asSound) throws IOException {
    return clip.modality() == Modality.AUDIO || asSound ? speech(clip) : faces(clip);
  }

  private static PreviewPicture faces(Clip clip) throws IOException {
    FaceSettings settings = FaceSettings.paper(new FrameSampling(CROPS_PER_SECOND, 0));
    FaceSegments reader = new FaceSegments(settings, ClipLimits.DEFAULT, null, note -> {});
    try {
      ByteSegments crops = reader.read(clip.file());
      BufferedImage image = CropsPicture.of(crops, settings.cropSize(), COLUMNS, MOST_CROPS);
      String legend =
          String.format(
              Locale.ROOT,
              "first face crops, %1$s x %1$s pixels, %2$.0f a second",
              settings.cropSize(),
              CROPS_PER_SECOND);
      return new PreviewPicture(image, (double) image.getHeight() / image.getWidth(), legend);
    } finally {
      reader.release();
    }
  }

  private static PreviewPicture speech(Clip clip) throws IOException {
    SpeechSettings settings = SpeechSettings.PAPER;
    SpeechSegments reader = new SpeechSegments(settings);
    try {
      float[][] bands = reader.logMel(clip.file());
      int frames = bands[0].length;
      double seconds = (frames - 1) * settings.hopMillis() / 1000 + settings.windowMillis() / 1000;
      String legend =
          String.format(
              Locale.ROOT,
              "log-mel spectrogram: %.2f s, %s bands from %.0f to %.0f Hz",
              seconds,
              settings.bands(),
              settings.lowHertz(),
              settings.highHertz());
      return new PreviewPicture(LogMelPicture.of(bands), RATIO_OF_SPECTROGRAM, legend);
    } finally {
      reader.release();
    }
  }
}
