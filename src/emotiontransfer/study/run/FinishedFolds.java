package emotiontransfer.study.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What an earlier start has left. */
public final class FinishedFolds {

  private FinishedFolds() {}

  /**
   * Counts the folds that are done.
   *
   * @param out folder of the study
   * @return of all systems and seeds, also of those with other options
   * @throws IOException if the folder cannot be listed
   */
  public static int count(Path out) throws IOException {
    Path folds = out.resolve("folds");
    if (!Files.isDirectory(folds)) {
      return 0;
    }
    try (Stream<Path> files = Files.walk(folds)) {
      return (int) files.filter(file -> file.toString().endsWith(".csv")).count();
    }
  }
}
