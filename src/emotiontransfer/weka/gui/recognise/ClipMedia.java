package emotiontransfer.weka.gui.recognise;

import emotiontransfer.corpus.scheme.Modality;
import emotiontransfer.figure.ClipDrawing.Content;
import emotiontransfer.figure.ClipDrawing.Curves;
import emotiontransfer.figure.ClipTrack;
import emotiontransfer.media.ClipReader;
import emotiontransfer.media.SegmentTimes;
import emotiontransfer.speech.SpeechSegments;
import emotiontransfer.speech.SpeechSettings;
import emotiontransfer.weka.gui.view.HeardClip;
import emotiontransfer.weka.gui.view.Sound;
import emotiontransfer.weka.predict.PredictionModel;
import emotiontransfer.weka.predict.PredictionText.Clip;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What there is to show of a clip.
 *
 * @param length in seconds, or in pictures where their times are not known
 * @param unit of the length
 * @param tracks what is heard or seen, with the names that the user chooses by
 * @param sound empty where the model sees pictures
 */
record ClipMedia(double length, String unit, List<Named> tracks, Optional<Sound> sound) {

  /** A way to show a clip. */
  record Named(String name, ClipTrack track) {

    @Override
    public String toString() {
      return name;
    }
  }

  /**
   * Reads the sound of a clip, or takes the faces that the model saw.
   *
   * @param row that was read
   * @throws IOException if it cannot be read, with a sentence for the user
   */
  static ClipMedia of(PredictionModel model, ClipRow row) throws IOException {
    if (!model.modalities().contains(Modality.AUDIO)) {
      return seen(row);
    }
    ClipReader own = model.reader();
    // Of an embedding the spectrogram is what there is to see.
    SpeechSegments reader =
        own instanceof SpeechSegments speech ? speech : new SpeechSegments(SpeechSettings.PAPER);
    try {
      return heard(reader, row.file());
    } finally {
      reader.release();
    }
  }

  private static ClipMedia heard(SpeechSegments reader, Path file) throws IOException {
    HeardClip clip = HeardClip.read(reader, file);
    List<Named> tracks =
        List.of(
            new Named("Spectrogram", clip.spectrogram()), new Named("Waveform", clip.waveform()));
    Sound sound = clip.sound();
    return new ClipMedia(sound.seconds(), HeardClip.SECONDS, tracks, Optional.of(sound));
  }

  private static ClipMedia seen(ClipRow row) {
    Clip clip = row.clip().orElseThrow();
    int count = clip.overTime().length;
    double length = clip.course().times().map(times -> times.end(count - 1)).orElse((double) count);
    String unit = clip.course().times().isPresent() ? HeardClip.SECONDS : "pictures";
    ClipTrack faces = ClipTrack.pictures("faces found", row.faces());
    List<Named> tracks = row.faces().isEmpty() ? List.of() : List.of(new Named("Faces", faces));
    return new ClipMedia(length, unit, tracks, Optional.empty());
  }

  /** Returns the picture of a clip with one of its tracks. */
  Content content(PredictionModel model, Clip clip, ClipTrack track) {
    String file = Path.of(clip.file()).getFileName().toString();
    String title = file + ": " + clip.decision(model.labels());
    boolean decided = clip.distribution().length > 0;
    double[][] course = decided ? clip.overTime() : new double[0][];
    Curves curves = new Curves(model.labels(), clip.distribution(), middles(clip), course);
    return new Content(title, subtitle(model, clip), length, unit, track, curves);
  }

  private double[] middles(Clip clip) {
    Optional<SegmentTimes> times = clip.course().times();
    return IntStream.range(0, clip.overTime().length)
        .mapToDouble(i -> times.map(t -> (t.start(i) + t.end(i)) / 2).orElse(i + 0.5))
        .map(middle -> Math.min(middle, length))
        .toArray();
  }

  private static String subtitle(PredictionModel model, Clip clip) {
    String who = "decided by " + model.card().name();
    return clip.course()
        .times()
        .map(
            t ->
                String.format(
                    Locale.ROOT,
                    model.decidesWhole()
                        ? "%s, which sees clips whole; below: windows of %.2f s, every %.2f s"
                        : "%s; below: its segments of %.2f s, every %.2f s",
                    who,
                    t.length(),
                    t.step()))
        .orElse(who + "; below: picture by picture");
  }
}
