package emotiontransfer.study.run;

import emotiontransfer.file.WholeFile;
import emotiontransfer.study.fold.FoldStore;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.commons.io.FileUtils;

/**
 * The folder of a study while one runs in it: no second study may, and one that an older build of
 * this package began is not continued. The system lifts the lock when a process is killed.
 */
public record StudyFolder(Path folder, FileChannel channel) implements AutoCloseable {

  /** Changes whenever finished folds or sources would no longer be found, or mean other numbers. */
  private static final String FORMAT = "2";

  /**
   * Locks a folder, which is made where absent.
   *
   * @throws IOException if another process has it, or it holds a study of another format
   */
  public static StudyFolder lock(Path path) throws Exception {
    Files.createDirectories(path);
    Path lock = path.resolve(".lock");
    FileChannel channel =
        FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    StudyFolder folder = new StudyFolder(path, channel);
    try {
      if (channel.tryLock() == null) {
        throw new OverlappingFileLockException();
      }
      folder.checkFormat();
      return folder;
    } catch (OverlappingFileLockException | IOException e) {
      folder.close();
      String taken =
          "Another study is writing to '" + path + "'; wait for it, or give another -out.";
      throw e instanceof IOException other ? other : new IOException(taken, e);
    }
  }

  private void checkFormat() throws Exception {
    Path file = folder.resolve(".format");
    if (!Files.exists(folds(folder)) && !Files.exists(sources(folder))) {
      WholeFile.write(file, FORMAT + "\n");
    } else if (!Files.exists(file) || !Files.readString(file).strip().equals(FORMAT)) {
      throw new IOException(
          ("'%s' holds a study that another version of this package began and this one cannot"
                  + " continue; give another -out, or delete its folders 'folds' and 'sources'.")
              .formatted(folder));
    }
  }

  static Path folds(Path folder) {
    return folder.resolve("folds");
  }

  static Path decoded(Path folder) {
    return folder.resolve("decoded");
  }

  static Path sources(Path folder) {
    return folder.resolve("sources");
  }

  /** Returns the number of folds that are done, of all systems and seeds, whatever the options. */
  public int finishedFolds() {
    File folds = folds(folder).toFile();
    String[] extensions = {FoldStore.EXTENSION};
    return folds.isDirectory() ? FileUtils.listFiles(folds, extensions, true).size() : 0;
  }

  /** Returns the package's version, {@code development} for classes outside its jar. */
  public static String version() {
    String version = StudyFolder.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
