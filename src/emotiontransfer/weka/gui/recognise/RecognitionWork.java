package emotiontransfer.weka.gui.recognise;

import emotiontransfer.corpus.scheme.Modality;
import emotiontransfer.face.FaceSegments;
import emotiontransfer.face.WholePictures;
import emotiontransfer.media.ClipReader;
import emotiontransfer.weka.gui.view.Sound;
import emotiontransfer.weka.predict.PredictionModel;
import emotiontransfer.weka.predict.PredictionText.Clip;
import emotiontransfer.weka.predict.Recognition;
import emotiontransfer.weka.predict.Recordings;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import javax.swing.SwingWorker;
import org.apache.commons.lang3.exception.ExceptionUtils;
import weka.core.Instance;

/** Decides about files behind the window, as {@code PathNetPredict} does. */
final class RecognitionWork extends SwingWorker<List<String>, ClipRow> {

  /** Property whose value is the file that is being read. */
  static final String READING = "reading";

  private final Recognition recognition;
  private final List<Path> given;
  private final Consumer<ClipRow> show;
  private final Consumer<String> end;

  /**
   * Prepares the work.
   *
   * @param given files and folders
   * @param show takes each row, on the event thread
   * @param end takes what there is to say at the end; empty for nothing
   */
  RecognitionWork(
      Recognition recognition, List<Path> given, Consumer<ClipRow> show, Consumer<String> end) {
    this.recognition = recognition;
    this.given = given;
    this.show = show;
    this.end = end;
  }

  @Override
  protected List<String> doInBackground() throws Exception {
    PredictionModel model = recognition.model();
    Recordings recordings = Recordings.find(given, model.modalities());
    int count = Math.max(1, recordings.files().size());
    List<Clip> decided = new ArrayList<>();
    ClipReader reader = model.reader();
    boolean hasFaces = reader instanceof FaceSegments || reader instanceof WholePictures;
    // Work that was stopped may still be busy with a clip.
    synchronized (model) {
      recognition.run(
          recordings.files(),
          new Recognition.Listener() {

            private final Map<Path, List<BufferedImage>> seen = new HashMap<>();
            private int done;

            @Override
            public void begin(Path file) {
              firePropertyChange(READING, null, file);
            }

            @Override
            public void read(Path file, Instance row) {
              if (hasFaces) {
                seen.put(file, SeenFaces.of(row));
              }
            }

            @Override
            public void decided(Clip clip) {
              decided.add(clip);
              Path file = Path.of(clip.file());
              List<BufferedImage> faces = Objects.requireNonNullElse(seen.remove(file), List.of());
              publish(new ClipRow(file, Optional.of(clip), faces, doubts(clip)));
            }

            @Override
            public void unreadable(Path file, String reason) {
              publish(ClipRow.unreadable(file, reason));
            }

            @Override
            public void step() {
              setProgress(100 * ++done / count);
            }
          });
    }
    List<String> sentences = new ArrayList<>(recordings.obstacles());
    model.levelWarning(decided).ifPresent(sentences::add);
    return sentences;
  }

  private String doubts(Clip clip) {
    PredictionModel model = recognition.model();
    Path file = Path.of(clip.file());
    List<String> doubts = new ArrayList<>(model.remarks(file));
    if (clip.segments() == 0) {
      doubts.add("too short for a segment");
    }
    if (model.modalities().contains(Modality.AUDIO)) {
      try {
        doubts.addAll(Sound.read(file).doubts());
      } catch (IOException longer) {
        doubts.add("longer than 10 minutes");
      }
    }
    if (model.levelWarning(List.of(clip)).isPresent()) {
      doubts.add("much louder or quieter than the training clips");
    }
    return String.join("; ", doubts);
  }

  @Override
  protected void process(List<ClipRow> rows) {
    if (!isCancelled()) {
      rows.forEach(show);
    }
  }

  @Override
  protected void done() {
    if (isCancelled()) {
      end.accept("Stopped.");
      return;
    }
    try {
      end.accept(String.join(" ", get()));
    } catch (ExecutionException e) {
      end.accept(ExceptionUtils.getMessage(e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
