package emotiontransfer.weka.filter;

import emotiontransfer.data.SegmentBlock;
import emotiontransfer.media.ClipReader;
import emotiontransfer.media.MediaException;
import emotiontransfer.numeric.NativesException;
import emotiontransfer.weka.progress.Task;
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
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.apache.commons.lang3.concurrent.BasicThreadFactory;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.slf4j.LoggerFactory;
import weka.core.WekaException;
import weka.gui.Logger;

/**
 * Decodes the clips of a table: several at once, in their order, and out of the cache of this JVM
 * where it has them. The result does not depend on the number of threads.
 *
 * @param relativeTo folder from which relative paths start
 * @param skip whether an unreadable clip is left out instead of ending the task
 * @param first whether it is an error to skip all clips, as in the first batch
 * @param threads how many clips are decoded at once; 0 for as many as there are cores
 * @param cacheMegabytes bound of the cache in MB; 0 for none, below 0 for the default
 * @param cacheKey all options that change a decoded clip
 */
record ClipDecoder(
    File relativeTo,
    boolean skip,
    boolean first,
    int threads,
    int cacheMegabytes,
    String cacheKey) {

  private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(ClipDecoder.class);

  /**
   * Returns the segments of each clip; empty where the path is missing, the clip is skipped or too
   * short for a segment.
   *
   * @param task is shown, unless all clips are in the cache
   * @param given takes messages; null for the window's log
   * @throws WekaException if a clip cannot be read, naming the first one in the table, or if all of
   *     a first batch would be skipped
   */
  List<Optional<SegmentBlock>> decode(
      List<Optional<String>> paths, ClipReader reader, Task task, Logger given)
      throws WekaException, InterruptedException {
    if (cacheMegabytes != 0) {
      BagCache.SHARED.bound(cacheMegabytes);
    }
    Optional<Logger> log = WindowLog.or(given);
    int count = paths.size();
    // In all folds but the first, and for a single clip, there is nothing to wait for.
    boolean quick =
        count < 2 || paths.stream().flatMap(Optional::stream).allMatch(p -> isCached(p, reader));
    int slots =
        Math.min(count, threads == 0 ? Runtime.getRuntime().availableProcessors() : threads);
    ExecutorService workers =
        Executors.newFixedThreadPool(
            Math.max(1, slots - 1),
            new BasicThreadFactory.Builder().namingPattern("clip-decoding").daemon(true).build());
    try (TaskProgress progress =
        quick ? TaskProgress.silent(task) : TaskProgress.start(task, given)) {
      try {
        List<FutureTask<Optional<SegmentBlock>>> clips = new ArrayList<>();
        paths.forEach(path -> clips.add(new FutureTask<>(() -> decode(path, reader, progress))));
        clips.stream().limit(slots < 2 ? 0 : count).forEach(workers::execute);
        return collect(clips, log);
      } finally {
        workers.shutdownNow();
        // for clips that were being decoded when another one failed
        workers.awaitTermination(10, TimeUnit.SECONDS);
        reader.release();
      }
    }
  }

  private List<Optional<SegmentBlock>> collect(
      List<FutureTask<Optional<SegmentBlock>>> clips, Optional<Logger> log)
      throws WekaException, InterruptedException {
    List<Optional<SegmentBlock>> blocks = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    for (FutureTask<Optional<SegmentBlock>> clip : clips) {
      try {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        // This thread fills one slot; run() does nothing where a worker has begun the clip.
        clip.run();
        blocks.add(clip.get());
      } catch (ExecutionException e) {
        Throwable failure = e.getCause();
        if (failure instanceof NativesException) {
          throw new WekaException(failure.getMessage(), failure);
        }
        if (!(failure instanceof IOException)) {
          return ExceptionUtils.rethrow(failure);
        }
        if (!skip) {
          throw new WekaException(
              failure.getMessage()
                  + " Repair or remove it, or leave such bags missing (-on-error skip).",
              failure);
        }
        warnings.add(failure.getMessage());
        blocks.add(Optional.empty());
      }
    }
    String missing = " of " + clips.size() + " clips %s; their bags are missing.";
    if (first && !warnings.isEmpty() && blocks.stream().allMatch(Optional::isEmpty)) {
      throw new WekaException(
          "No clip could be read, of %s in all, so that there is no bag. The first reason: %s"
              .formatted(clips.size(), warnings.get(0)));
    }
    if (!warnings.isEmpty()) {
      warnings.add(warnings.size() + missing.formatted("could not be read"));
    }
    long empty = blocks.stream().flatMap(Optional::stream).filter(b -> b.segments() == 0).count();
    blocks.replaceAll(block -> block.filter(some -> some.segments() > 0));
    if (empty > 0) {
      warnings.add(empty + missing.formatted("have no segment"));
    }
    for (String warning : warnings) {
      log.ifPresentOrElse(window -> window.logMessage(warning), () -> LOG.warn(warning));
    }
    if (clips.size() > 1) {
      log.ifPresent(window -> window.logMessage(summary(blocks)));
    }
    return blocks;
  }

  /** Weka's windows show nothing of a relational attribute, or all of its numbers. */
  private static String summary(List<Optional<SegmentBlock>> blocks) {
    IntSummaryStatistics segments =
        blocks.stream()
            .flatMap(Optional::stream)
            .mapToInt(SegmentBlock::segments)
            .summaryStatistics();
    long bags = segments.getCount();
    return bags == 0
        ? "There is no bag."
        : "%s bags of %s to %s segments, %s segments in all."
            .formatted(bags, segments.getMin(), segments.getMax(), segments.getSum());
  }

  private Optional<SegmentBlock> decode(
      Optional<String> path, ClipReader reader, TaskProgress progress) throws IOException {
    try {
      if (path.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(read(resolve(path.get()), reader));
    } finally {
      progress.step();
    }
  }

  /** Whatever happens to a clip, but for missing natives, is a matter of that clip alone. */
  private SegmentBlock read(Path file, ClipReader reader) throws IOException {
    try {
      return cacheMegabytes == 0 ? reader.read(file) : BagCache.SHARED.get(file, cacheKey, reader);
    } catch (NativesException e) {
      throw e;
    } catch (OutOfMemoryError e) {
      throw new MediaException(
          file,
          "needs more memory than there is ("
              + e.getMessage()
              + "); cut or scale it down, read fewer clips at once (-num-slots), or raise the heap"
              + " (java -Xmx)",
          e);
    } catch (RuntimeException | StackOverflowError e) {
      LOG.debug("Clip '{}'", file, e);
      throw new MediaException(file, "cannot be read, for a reason that was not expected: " + e, e);
    }
  }

  private boolean isCached(String path, ClipReader reader) {
    try {
      return cacheMegabytes != 0 && BagCache.SHARED.contains(resolve(path), cacheKey, reader);
    } catch (IOException e) {
      // Decoding the path will report what is wrong with it.
      return false;
    }
  }

  private Path resolve(String path) throws IOException {
    try {
      return relativeTo.toPath().resolve(path).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw new IOException("Clip '" + path + "' has a path that this system does not allow.", e);
    }
  }
}
