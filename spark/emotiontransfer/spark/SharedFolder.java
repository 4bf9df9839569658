package emotiontransfer.spark;

import emotiontransfer.study.run.StudyTask;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The folder of a study, as the driver sees it. */
final class SharedFolder {

  /**
   * Network file systems may hide for this long that a file is there which was asked for before.
   */
  private static final int SECONDS = 60;

  private SharedFolder() {}

  /**
   * Waits until the results of tasks that executors have done are seen here, too.
   *
   * @throws IOException if that takes too long, as the executors write somewhere else
   */
  static void requireResults(List<StudyTask> done) throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    for (StudyTask task : done) {
      Path file = task.result();
      while (!isSeen(file)) {
        if (System.nanoTime() > end) {
          throw new IOException(
              ("An executor has written '%s', but it is not seen here: give an -out on a file"
                      + " system that all machines share, or -collect.")
                  .formatted(file));
        }
        Thread.sleep(500);
      }
    }
  }

  private static boolean isSeen(Path file) throws IOException {
    if (!Files.isRegularFile(file) && Files.isDirectory(file.getParent())) {
      // Has the file system ask its server.
      try (DirectoryStream<Path> files = Files.newDirectoryStream(file.getParent())) {
        files.iterator().hasNext();
      }
    }
    return Files.isRegularFile(file);
  }
}
