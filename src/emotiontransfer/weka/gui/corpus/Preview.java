package emotiontransfer.weka.gui.corpus;

import emotiontransfer.corpus.Clip;
import emotiontransfer.corpus.scheme.Modality;
import emotiontransfer.data.ByteSegments;
import emotiontransfer.face.CropsPicture;
import emotiontransfer.face.FaceSegments;
import emotiontransfer.face.FaceSettings;
import emotiontransfer.media.ClipLimits;
import emotiontransfer.media.FrameSampling;
import emotiontransfer.speech.SpeechSegments;
import emotiontransfer.speech.SpeechSettings;
import emotiontransfer.weka.gui.view.HeardClip;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** What there is to show of a clip's features, with the filters' default settings. */
sealed interface Preview {

  /** Crops side by side. */
  int COLUMNS = 4;

  /** Crops of a video that are shown. */
  int MOST_CROPS = 12;

  /** Frames that are searched for a face: all of them would take long. */
  double CROPS_PER_SECOND = 5;

  /** Returns what is shown, in a line. */
  String legend();

  /** The sound of a clip. */
  record Heard(HeardClip clip, String legend) implements Preview {}

  /** The first crops of the face of a video, a pixel for each value. */
  record Faces(BufferedImage crops, String legend) implements Preview {}

  /** A single picture among others of its subject. */
  record Sheet(PictureSheet sheet, String legend) implements Preview {}

  /**
   * Reads a clip.
   *
   * @param all clips of the corpus
   * @param asSound whether the sound of a video is wanted
   * @throws IOException if it cannot be read; the message is for the user
   */
  static Preview of(List<Clip> all, Clip clip, boolean asSound) throws IOException {
    if (clip.modality() == Modality.AUDIO || asSound) {
      return heard(clip);
    }
    return clip.modality() == Modality.IMAGE ? sheet(all, clip) : faces(clip);
  }

  private static Preview heard(Clip clip) throws IOException {
    SpeechSettings settings = SpeechSettings.PAPER;
    SpeechSegments reader = new SpeechSegments(settings);
    try {
      HeardClip heard = HeardClip.read(reader, clip.file());
      String legend =
          String.format(
              Locale.ROOT,
              "log-mel spectrogram: %.2f s, %s bands from %.0f to %.0f Hz",
              heard.sound().seconds(),
              settings.bands(),
              settings.lowHertz(),
              settings.highHertz());
      return new Heard(heard, legend);
    } finally {
      reader.release();
    }
  }

  private static Preview faces(Clip clip) throws IOException {
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
      return new Faces(image, legend);
    } finally {
      reader.release();
    }
  }

  private static Preview sheet(List<Clip> all, Clip clip) throws IOException {
    PictureSheet sheet = PictureSheet.read(all, clip);
    return new Sheet(sheet, "face crops of %s by emotion".formatted(clip.subject()));
  }
}
