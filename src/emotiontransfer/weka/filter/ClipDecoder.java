package emotiontransfer.weka.filter;

import emotiontransfer.data.SegmentBlock;
import emotiontransfer.media.ClipReader;
import emotiontransfer.weka.progress.TaskProgress;
import emotiontransfer.weka.progress.WindowLog;
import java.io.File;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.commons.lang3.concurrent.BasicThreadFactory;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.slf4j.LoggerFactory;
import weka.core.WekaException;
import weka.gui.Logger;

/**
 * Decodes the clips of a table: several at once, in their order, and out of the cache of this JVM
 * where it has them. The result does not depend on the number of threads.
 */
final class ClipDecoder {

  /**
   * How clips are decoded.
   *
   * @param relativeTo folder from which relative paths start
   * @param skip whether an unreadable clip is left out instead of ending the task
   * @param threads how many clips are decoded at once; 0 for as many as there are cores
   * @param cacheMegabytes bound of the cache in MB; 0 for none, below 0 for the default
   * @param cacheKey all options that change a decoded clip
   */
  record Settings(
      File relativeTo, boolean skip, int threads, int cacheMegabytes, String cacheKey) {}

  /** A clip's segments, or why there are none; both empty where the clip has no path. */
  private record Outcome(Optional<SegmentBlock> block, Optional<IOException> failure) {}

  private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(ClipDecoder.class);

  /** How long clips that are being decoded when another fails are waited for. */
  private static final int LONGEST_CLIP_SECONDS = 10;

  private static final int MEGABYTE_BITS = 20;

  private final Settings settings;
  private final ClipReader reader;
  private final Optional<Logger> log;

  /** Creates a decoder that reports to the log of a window, if there is one. */
  ClipDecoder(Settings settings, ClipReader reader, Logger logOrNull) {
    this.settings = settings;
    this.reader = reader;
    this.log = WindowLog.or(logOrNull);
  }

  /**
   * Decodes clips.
   *
   * @param paths one per clip, empty where it is missing
   * @return the segments of each clip; empty where the path is missing, the clip is skipped or too
   *     short for a segment
   * @throws WekaException if a clip cannot be read, naming the first one in the table
   * @throws InterruptedException if the calling thread is interrupted
   */
  List<Optional<SegmentBlock>> decode(List<Optional<String>> paths)
      throws WekaException, InterruptedException {
    if (settings.cacheMegabytes() != 0) {
      long bytes = (long) settings.cacheMegabytes() << MEGABYTE_BITS;
      BagCache.shared().bound(bytes < 0 ? BagCache.defaultBytes() : bytes);
    }
    List<Optional<SegmentBlock>> blocks = new ArrayList<>();
    int unread = 0;
    int empty = 0;
    for (Outcome outcome : outcomes(paths)) {
      if (outcome.failure().isPresent()) {
        IOException failure = outcome.failure().get();
        if (!settings.skip()) {
          throw new WekaException(
              failure.getMessage()
                  + " Repair or remove it, or leave such bags missing (-on-error skip).",
              failure);
        }
        unread++;
        warn(failure.getMessage());
      }
      Optional<SegmentBlock> block = outcome.block().filter(some -> some.segments() > 0);
      empty += outcome.block().isPresent() && block.isEmpty() ? 1 : 0;
      blocks.add(block);
    }
    if (unread > 0) {
      warn(unread + " of " + paths.size() + " clips could not be read; their bags are missing.");
    }
    if (empty > 0) {
      warn(empty + " of " + paths.size() + " clips have no segment; their bags are missing.");
    }
    if (paths.size() > 1) {
      log.ifPresent(window -> window.logMessage(summary(blocks)));
    }
    return blocks;
  }

  private void warn(String message) {
    log.ifPresentOrElse(window -> window.logMessage(message), () -> LOG.warn(message));
  }

  /** Weka's windows show nothing of a relational attribute, or all of its numbers. */
  private static String summary(List<Optional<SegmentBlock>> blocks) {
    IntSummaryStatistics segments =
        blocks.stream()
            .flatMap(Optional::stream)
            .mapToInt(SegmentBlock::segments)
            .summaryStatistics();
    return segments.getCount() == 0
        ? "There is no bag."
        : "%d bags of %d to %d segments, %d segments in all."
            .formatted(
                segments.getCount(), segments.getMin(), segments.getMax(), segments.getSum());
  }

  private List<Outcome> outcomes(List<Optional<String>> paths) throws InterruptedException {
    String task = "Reading clips";
    // In all folds but the first, and for a single clip, there is nothing to wait for.
    boolean quick =
        paths.size() < 2 || paths.stream().flatMap(Optional::stream).allMatch(this::has);
    try (TaskProgress progress =
        quick
            ? TaskProgress.silent(task, paths.size())
            : TaskProgress.start(task, paths.size(), log.orElse(null))) {
      return paths.size() < 2
          ? paths.stream().map(path -> decode(path, progress)).toList()
          : outcomes(paths, progress);
    } finally {
      reader.release();
    }
  }

  private List<Outcome> outcomes(List<Optional<String>> paths, TaskProgress progress)
      throws InterruptedException {
    int threads = settings.threads();
    int most = threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
    ExecutorService workers =
        Executors.newFixedThreadPool(
            Math.min(most, paths.size()),
            new BasicThreadFactory.Builder().namingPattern("clip-decoding").daemon(true).build());
    try {
      List<Future<Outcome>> futures = new ArrayList<>();
      for (Optional<String> path : paths) {
        futures.add(workers.submit(() -> decode(path, progress)));
      }
      List<Outcome> outcomes = new ArrayList<>();
      for (Future<Outcome> future : futures) {
        outcomes.add(future.get());
        if (!settings.skip() && future.get().failure().isPresent()) {
          break;
        }
      }
      return outcomes;
    } catch (ExecutionException e) {
      return ExceptionUtils.rethrow(e.getCause());
    } finally {
      workers.shutdownNow();
      workers.awaitTermination(LONGEST_CLIP_SECONDS, TimeUnit.SECONDS);
    }
  }

  private Outcome decode(Optional<String> path, TaskProgress progress) {
    try {
      return new Outcome(
          path.isEmpty() ? Optional.empty() : Optional.of(read(path.get())), Optional.empty());
    } catch (IOException e) {
      return new Outcome(Optional.empty(), Optional.of(e));
    } finally {
      progress.step();
    }
  }

  private SegmentBlock read(String path) throws IOException {
    Path file = resolve(path);
    return settings.cacheMegabytes() == 0
        ? reader.read(file)
        : BagCache.shared().get(file, settings.cacheKey(), reader);
  }

  private boolean has(String path) {
    try {
      return settings.cacheMegabytes() != 0
          && BagCache.shared().contains(resolve(path), settings.cacheKey(), reader);
    } catch (IOException e) {
      // Decoding the path will report what is wrong with it.
      return false;
    }
  }

  private Path resolve(String path) throws IOException {
    try {
      return settings.relativeTo().toPath().resolve(path).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw new IOException("Clip '" + path + "' has a path that this system does not allow.", e);
    }
  }
}
