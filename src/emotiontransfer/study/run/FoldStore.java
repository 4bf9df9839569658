package emotiontransfer.study.run;

import emotiontransfer.data.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

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
    return folder.resolve(WholeFile.name(fold) + EXTENSION);
  }

  /** Returns whether a fold is done, so that it need not be done again. */
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
   * Reads the folds of a plan.
   *
   * @param planned names of all folds
   * @return in the order of their names
   * @throws IOException if one is missing, cannot be read or is another fold's, naming it
   */
  public List<FoldRecord> read(Set<String> planned) throws IOException {
    List<FoldRecord> records = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (String fold : new TreeSet<>(planned)) {
      if (!has(fold)) {
        missing.add(fold);
        continue;
      }
      FoldRecord record = FoldFile.read(file(fold));
      if (!record.fold().equals(fold)) {
        throw new IOException(
            "'%s' holds the fold '%s' instead of '%s'; delete it and start the study again."
                .formatted(file(fold), record.fold(), fold));
      }
      records.add(record);
    }
    if (!missing.isEmpty()) {
      throw new IOException(
          "%d of %d planned folds are missing in '%s': %s; start the study again."
              .formatted(missing.size(), planned.size(), folder, String.join(", ", missing)));
    }
    return records;
  }
}
