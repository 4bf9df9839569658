package emotiontransfer.weka.filter;

import emotiontransfer.data.SegmentBlock;
import emotiontransfer.weka.progress.TaskProgress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** Decodes many clips at once and returns them in their order. */
final class ClipDecoding {

  /** A clip's segments, or why there are none; both null where the clip has no path. */
  record Outcome(SegmentBlock block, IOException failure) {}

  /** Decodes the clip of a path. */
  @FunctionalInterface
  interface Decoder {

    /** Returns the clip's segments. */
    SegmentBlock decode(String path) throws IOException;
  }

  /** How long clips that are being decoded when another fails are waited for. */
  private static final int LONGEST_CLIP_SECONDS = 10;

  private static final Outcome NO_PATH = new Outcome(null, null);

  private final int threads;
  private final boolean stopAtFailure;
  private final Decoder decoder;

  /**
   * Creates a decoding.
   *
   * @param threads how many clips are decoded at once, at least 1
   * @param stopAtFailure whether clips behind a failed one need not be decoded
   * @param decoder must be safe for use by many threads
   */
  ClipDecoding(int threads, boolean stopAtFailure, Decoder decoder) {
    this.threads = threads;
    this.stopAtFailure = stopAtFailure;
    this.decoder = decoder;
  }

  /**
   * Decodes clips.
   *
   * @param paths one per clip, null where it is missing
   * @param progress is told of each clip
   * @return one outcome per clip, up to the first failure where decoding stops there
   * @throws InterruptedException if the calling thread is interrupted
   */
  List<Outcome> decode(List<String> paths, TaskProgress progress) throws InterruptedException {
    if (threads == 1 || paths.size() < 2) {
      return decodeHere(paths, progress);
    }
    ExecutorService workers =
        Executors.newFixedThreadPool(Math.min(threads, paths.size()), daemons());
    try {
      List<Future<Outcome>> futures = new ArrayList<>(paths.size());
      for (String path : paths) {
        futures.add(workers.submit(() -> decode(path, progress)));
      }
      return collect(futures);
    } finally {
      workers.shutdownNow();
      workers.awaitTermination(LONGEST_CLIP_SECONDS, TimeUnit.SECONDS);
    }
  }

  private List<Outcome> decodeHere(List<String> paths, TaskProgress progress)
      throws InterruptedException {
    List<Outcome> outcomes = new ArrayList<>(paths.size());
    for (String path : paths) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      outcomes.add(decode(path, progress));
      if (isLast(outcomes)) {
        break;
      }
    }
    return outcomes;
  }

  private List<Outcome> collect(List<Future<Outcome>> futures) throws InterruptedException {
    List<Outcome> outcomes = new ArrayList<>(futures.size());
    for (Future<Outcome> future : futures) {
      try {
        outcomes.add(future.get());
      } catch (ExecutionException e) {
        throw unchecked(e.getCause());
      }
      if (isLast(outcomes)) {
        break;
      }
    }
    return outcomes;
  }

  private boolean isLast(List<Outcome> outcomes) {
    return stopAtFailure && outcomes.get(outcomes.size() - 1).failure() != null;
  }

  private Outcome decode(String path, TaskProgress progress) {
    if (path == null) {
      progress.step();
      return NO_PATH;
    }
    try {
      return new Outcome(decoder.decode(path), null);
    } catch (IOException e) {
      return new Outcome(null, e);
    } finally {
      progress.step();
    }
  }

  private static RuntimeException unchecked(Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException exception
        ? exception
        : new IllegalStateException(cause);
  }

  private static ThreadFactory daemons() {
    return task -> {
      Thread thread = new Thread(task, "clip-decoding");
      thread.setDaemon(true);
      return thread;
    };
  }
}
