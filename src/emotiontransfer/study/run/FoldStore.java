package emotiontransfer.study.run;

import emotiontransfer.data.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The folds of one system and seed that are done, a file each. */
public final class FoldStore {

  private static final String EXTENSION = ".csv";
  private static final String MODEL = "first-fold.model";

  private final Path folder;

  /**
   * Opens a store; its folder is made with the first fold.
   *
   * @param folder of this system and seed alone
   */
  public FoldStore(Path folder) {
    this.folder = folder;
  }

  private Path file(String fold) {
    return folder.resolve(fold.replaceAll("[^A-Za-z0-9_.-]", "_") + EXTENSION);
  }

  /**
   * Tells whether a fold is done.
   *
   * @param fold its name
   * @return true if it need not be done again
   */
  public boolean has(String fold) {
    return Files.isRegularFile(file(fold));
  }

  void write(FoldRecord record) throws Exception {
    WholeFile.write(file(record.fold()), FoldFile.text(record));
  }

  /**
   * Returns the file of the model whose pathways are drawn: that of the first fold; may be absent.
   */
  public Path model() {
    return folder.resolve(MODEL);
  }

  /**
   * Reads all folds that are done.
   *
   * @return in the order of their file names
   * @throws IOException if one cannot be read
   */
  public List<FoldRecord> read() throws IOException {
    List<Path> files;
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      files = entries.filter(path -> path.toString().endsWith(EXTENSION)).sorted().toList();
    }
    List<FoldRecord> records = new ArrayList<>();
    for (Path file : files) {
      records.add(FoldFile.read(file));
    }
    return records;
  }
}
