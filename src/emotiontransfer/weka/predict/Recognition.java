package emotiontransfer.weka.predict;

import emotiontransfer.weka.predict.PredictionText.Clip;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weka.core.Instance;

/**
 * Decides about files with a model, one after the other. A file that cannot be read costs no other
 * its result.
 *
 * @param speaker by whose clips a model behind SubjectStandardize standardises each of them;
 *     without one each clip is standardised by itself
 * @param overTime whether to decide over time, too: a model that sees clips whole decides about
 *     each window again
 */
public record Recognition(PredictionModel model, Optional<String> speaker, boolean overTime) {

  /** Takes what becomes known; called by the thread that decides. */
  public interface Listener {

    /** Is called before a file is read, which may take long. */
    default void begin(Path file) {}

    /** Takes what the model sees of a file; called before its decision. */
    default void read(Path file, Instance row) {}

    /** Takes a decision; with a speaker, none is made before all files are read. */
    void decided(Clip clip);

    /** Takes the reason why a file could not be read, which names it. */
    void unreadable(Path file, String reason);

    /** Is called when a file was read, or could not be. */
    void step();
  }

  /**
   * Decides about all files.
   *
   * @throws InterruptedException if the thread was interrupted; the files before are decided about
   */
  public void run(List<Path> files, Listener listener) throws Exception {
    List<Instance> read = new ArrayList<>();
    boolean together = model.isTransductive() && speaker.isPresent();
    for (Path file : files) {
      if (Thread.interrupted()) {
        throw new InterruptedException("Stopped.");
      }
      try {
        listener.begin(file);
        read.add(model.read(file, speaker.orElse(file.toString())));
        listener.read(file, read.get(read.size() - 1));
      } catch (IOException unreadable) {
        listener.unreadable(file, unreadable.getMessage());
      }
      if (!together) {
        model.decide(read, overTime).forEach(listener::decided);
        read.clear();
      }
      listener.step();
    }
    model.decide(read, overTime).forEach(listener::decided);
  }
}
