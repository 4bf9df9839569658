package emotiontransfer.weka.gui.recognise;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import javax.swing.SwingWorker;

/** Records behind the window until it is told to stop; the file goes when Weka ends. */
final class RecordingWork extends SwingWorker<Path, Double> {

  private final DoubleConsumer level;
  private final Consumer<Path> take;
  private final Consumer<String> explain;
  private volatile boolean goesOn = true;

  /**
   * Prepares a recording.
   *
   * @param level takes the peak, 0 to 1, while it goes on
   * @param take takes the file at the end
   * @param explain takes a sentence where there is none
   */
  RecordingWork(DoubleConsumer level, Consumer<Path> take, Consumer<String> explain) {
    this.level = level;
    this.take = take;
    this.explain = explain;
  }

  /** Ends the recording, which is kept. */
  void finish() {
    goesOn = false;
  }

  @Override
  protected Path doInBackground() throws Exception {
    Path folder = Files.createTempDirectory("emotionTransfer");
    folder.toFile().deleteOnExit();
    Path file = Microphone.record(Microphone.open(), folder, () -> goesOn, this::publish);
    file.toFile().deleteOnExit();
    return file;
  }

  @Override
  protected void process(List<Double> peaks) {
    level.accept(peaks.get(peaks.size() - 1));
  }

  @Override
  protected void done() {
    try {
      take.accept(get());
    } catch (ExecutionException e) {
      explain.accept(e.getCause().getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
