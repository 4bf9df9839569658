package emotiontransfer.corpus;

import emotiontransfer.corpus.FolderWalk.Found;
import emotiontransfer.corpus.pattern.PatternException;
import emotiontransfer.corpus.scheme.FileKind;
import emotiontransfer.corpus.scheme.Scheme;
import emotiontransfer.file.InputFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reads a corpus: finds its clips, who is heard or seen in each and what they show.
 *
 * <p>The result depends on the names alone, not on the order in which a file system lists them.
 */
public final class CorpusScan {

  private CorpusScan() {}

  /**
   * Reads a corpus; whether rejects are an error is left to the caller.
   *
   * @param source its folder, or a CSV file with the columns file, subject and emotion
   * @return at least one clip
   * @throws IOException if the source cannot be read, no scheme fits, or it has no clip; the
   *     message is one sentence for the user
   */
  public static Corpus scan(Path source, CorpusSettings settings) throws IOException {
    Path root = source.toAbsolutePath().normalize();
    check(settings);
    return Files.isDirectory(root)
        ? scan(walk(root), settings)
        : corpus(root, file(root, settings), settings);
  }

  /**
   * As {@link #scan(Path, CorpusSettings)}, on a folder that was walked through before: nothing is
   * read but CSV and label files, so that many settings can be tried.
   */
  public static Corpus scan(FolderWalk walk, CorpusSettings settings) throws IOException {
    check(settings);
    try {
      return corpus(walk.root(), folder(walk, settings), settings);
    } catch (PatternException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static void check(CorpusSettings settings) throws IOException {
    try {
      settings.requirePattern();
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static Corpus corpus(Path root, ScanResult result, CorpusSettings settings)
      throws IOException {
    Corpus corpus = result.corpus(root, settings.emotions());
    if (corpus.clips().isEmpty()) {
      throw new IOException(new CorpusReport(corpus).noClip());
    }
    return corpus;
  }

  private static ScanResult file(Path file, CorpusSettings settings) throws IOException {
    if (!Files.exists(file)) {
      throw new IOException("Corpus folder '" + file + "' does not exist; check its path.");
    }
    InputFile.require(file, "Corpus");
    boolean asked = settings.scheme() == Scheme.CSV;
    if (!asked && settings.scheme() != Scheme.AUTO) {
      throw new IOException(
          "'%s' is a file, but scheme %s reads a folder; give the folder."
              .formatted(file, settings.scheme()));
    }
    Optional<FileKind> kind = FileKind.of(file);
    if (kind.isPresent()) {
      throw new IOException(
          "A corpus is a folder or a CSV file (option -dir), but '%s' is %s."
              .formatted(file, kind.get()));
    }
    String reason = asked ? "as asked" : "found: the source is a file, not a folder";
    return new TableScan(file, settings).read(settings.reason(reason), List.of());
  }

  private static FolderWalk walk(Path root) throws IOException {
    try {
      return FolderWalk.of(root);
    } catch (IOException e) {
      throw new IOException(
          "Corpus folder '" + root + "' cannot be read; check its permissions.", e);
    }
  }

  private static ScanResult folder(FolderWalk walk, CorpusSettings settings) throws IOException {
    Path root = walk.root();
    List<Path> tables =
        walk.files.stream().filter(TableScan::isLabelTable).map(Found::file).toList();
    SchemeChoice choice =
        settings.scheme() == Scheme.AUTO
            ? SchemeChoice.find(walk, tables, settings)
            : new SchemeChoice(settings.scheme(), settings.reason("as asked"));
    if (choice.scheme() == Scheme.CSV && tables.size() != 1) {
      throw new IOException(
          "Folder '%s' has %s with the columns file, subject and emotion; give the path of one."
              .formatted(root, tables.isEmpty() ? "no CSV file" : tables.size() + " CSV files"));
    }
    ScanResult result =
        choice.scheme() == Scheme.CSV
            ? new TableScan(tables.get(0), settings).read(choice.reason(), walk.files)
            : new NameScan(choice, settings.naming(choice.scheme(), walk), settings)
                .read(walk.files);
    result.rejects.addAll(walk.rejects());
    walk.hidden.forEach(path -> result.passOver("hidden (name starts with a dot)", path));
    return result;
  }
}
