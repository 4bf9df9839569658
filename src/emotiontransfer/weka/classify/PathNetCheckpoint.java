package emotiontransfer.weka.classify;

import emotiontransfer.data.WholeFile;
import emotiontransfer.pathnet.PathNetModel;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
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
  private final PathNetRequest.Holder holder;

  PathNetCheckpoint(PathNetRequest request) {
    this.file = request.checkpoint();
    this.every = request.checkpointEvery();
    this.holder = request.holder();
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

  void write(PathNetModel model) throws Exception {
    try {
      WholeFile.write(
          file.toPath(), part -> SerializationHelper.write(part.toString(), holder.holding(model)));
    } catch (IOException e) {
      throw new WekaException("Checkpoint " + file + " cannot be written: " + e.getMessage(), e);
    }
  }

  void delete() throws IOException {
    if (isWanted()) {
      Files.deleteIfExists(file.toPath());
    }
  }
}
