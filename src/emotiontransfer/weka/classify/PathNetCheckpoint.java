package emotiontransfer.weka.classify;

import emotiontransfer.pathnet.PathNetModel;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import weka.classifiers.functions.PathNetClassifier;
import weka.core.SerializationHelper;
import weka.core.WekaException;

/**
 * The file in which an evolution keeps its state, so that a killed process loses little.
 *
 * <p>A new state replaces the old one in one step: whenever the process dies, the file is whole.
 */
final class PathNetCheckpoint {

  private final File file;
  private final int every;

  private PathNetCheckpoint(File file, int every) {
    this.file = file;
    this.every = every;
  }

  static PathNetCheckpoint of(PathNetOptions options) {
    if (options.getCheckpointEvery() < 1) {
      throw new IllegalArgumentException(
          "-checkpoint-every must be at least 1, but is " + options.getCheckpointEvery());
    }
    return new PathNetCheckpoint(options.getCheckpoint(), options.getCheckpointEvery());
  }

  File file() {
    return file;
  }

  boolean isWanted() {
    return !file.getPath().isEmpty();
  }

  boolean isDue(int generation) {
    return isWanted() && generation % every == 0;
  }

  /** Returns the state in the file, or null where there is none. */
  PathNetModel read() throws WekaException {
    return isWanted() && file.exists() ? PathNetModelFile.read(file) : null;
  }

  void write(PathNetClassifier scheme, PathNetModel model) throws Exception {
    Path target = file.toPath().toAbsolutePath();
    Path whole = Files.createTempFile(target.getParent(), file.getName(), ".part");
    try {
      SerializationHelper.write(whole.toString(), scheme.holding(model));
      Files.move(
          whole, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      Files.deleteIfExists(whole);
      throw new WekaException("Checkpoint " + file + " cannot be written: " + e.getMessage(), e);
    }
  }

  void delete() throws IOException {
    if (isWanted()) {
      Files.deleteIfExists(file.toPath());
    }
  }
}
