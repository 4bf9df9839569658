package emotiontransfer.weka.gui;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import javax.swing.SwingWorker;

/** Work behind a window; the event thread shows its result, unless it was cancelled before. */
public final class Background<T> extends SwingWorker<T, Void> {

  private final Callable<T> work;
  private final Consumer<T> show;
  private final Consumer<String> explain;

  /** Prepares work; {@code explain} takes the message of what went wrong. */
  public Background(Callable<T> work, Consumer<T> show, Consumer<String> explain) {
    this.work = work;
    this.show = show;
    this.explain = explain;
  }

  @Override
  protected T doInBackground() throws Exception {
    return work.call();
  }

  @Override
  protected void done() {
    if (isCancelled()) {
      return;
    }
    try {
      show.accept(get());
    } catch (ExecutionException e) {
      explain.accept(e.getCause().getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
