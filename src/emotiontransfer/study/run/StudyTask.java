package emotiontransfer.study.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A part of a study that runs by itself once its input is there: the decoding of some clips, a
 * source's evolution or one fold. Its result is files; the last of them is its name on every
 * machine.
 */
public sealed interface StudyTask permits DecodeTask, SourceTask, FoldTask {

  /** Returns the files that it writes, in this order; all but the last may be left out. */
  List<Path> files();

  /** Returns the model that it begins with. */
  Optional<Path> input();

  /** Returns whether it has one thread, however many it may use. */
  boolean isSingleThreaded();

  /** Does the work; when it returns, the last file is there. */
  void run() throws Exception;

  /** Returns the file that is there when the task is done. */
  default Path result() {
    return files().get(files().size() - 1);
  }

  default boolean isDone() {
    return Files.isRegularFile(result());
  }
}
