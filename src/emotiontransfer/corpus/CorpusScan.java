package emotiontransfer.corpus;

import emotiontransfer.corpus.FolderWalk.Found;
import emotiontransfer.corpus.scheme.Modality;
import emotiontransfer.corpus.scheme.Scheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads a corpus: finds its clips, who is heard or seen in each and what they show.
 *
 * <p>The result depends on the names alone, not on the order in which a file system lists them.
 */
public final class CorpusScan {

  private CorpusScan() {}

  /**
   * Reads a corpus.
   *
   * @param source its folder, or a CSV file with the columns file, subject and emotion
   * @param settings how to read it; whether rejects are an error is left to the caller
   * @return at least one clip
   * @throws IOException if the source cannot be read, no scheme fits, or it has no clip; the
   *     message is one sentence for the user
   */
  public static Corpus scan(Path source, CorpusSettings settings) throws IOException {
    Path root = source.toAbsolutePath().normalize();
    ScanResult result = Files.isDirectory(root) ? folder(root, settings) : file(root, settings);
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
    if (settings.scheme() != Scheme.CSV && settings.scheme() != Scheme.AUTO) {
      throw new IOException(
          "'%s' is a file, but scheme %s reads a folder; give the folder."
              .formatted(file, settings.scheme()));
    }
    boolean asked = settings.scheme() == Scheme.CSV;
    String reason = asked ? "as asked" : "found: the source is a file, not a folder";
    return new TableScan(file, settings).read(reason, List.of());
  }

  private static ScanResult folder(Path root, CorpusSettings settings) throws IOException {
    FolderWalk walk;
    try {
      walk = FolderWalk.of(root);
    } catch (IOException e) {
      throw new IOException(
          "Corpus folder '" + root + "' cannot be read; check its permissions.", e);
    }
    SchemeChoice choice = choose(root, walk, settings);
    ScanResult result =
        choice.scheme() == Scheme.CSV
            ? new TableScan(onlyTable(root, walk), settings).read(choice.reason(), walk.files())
            : new NameScan(choice, settings).read(walk.files());
    walk.rejects().forEach(result::reject);
    walk.hidden().forEach(path -> result.passOver("hidden (name starts with a dot)", path));
    return result;
  }

  private static SchemeChoice choose(Path root, FolderWalk walk, CorpusSettings settings)
      throws IOException {
    if (settings.scheme() != Scheme.AUTO) {
      return new SchemeChoice(settings.scheme(), "as asked");
    }
    Set<Modality> wanted = settings.wanted();
    List<Found> media = walk.files().stream().filter(found -> found.isAnyOf(wanted)).toList();
    List<Path> tables = tables(walk);
    if (media.isEmpty() && tables.isEmpty()) {
      throw new IOException(
          "There is no %s file in '%s'; check the folder%s."
              .formatted(
                  wanted.stream().map(Modality::keyword).collect(Collectors.joining(" or ")),
                  root,
                  settings.modality().isPresent() ? " and the modality" : ""));
    }
    return SchemeChoice.find(root, media, tables);
  }

  private static Path onlyTable(Path root, FolderWalk walk) throws IOException {
    List<Path> tables = tables(walk);
    if (tables.size() == 1) {
      return tables.get(0);
    }
    throw new IOException(
        "Folder '%s' has %s with the columns file, subject and emotion; give the path of one."
            .formatted(root, tables.isEmpty() ? "no CSV file" : tables.size() + " CSV files"));
  }

  /** Returns the label tables that lie in the corpus folder itself. */
  private static List<Path> tables(FolderWalk walk) throws IOException {
    List<Path> tables = new ArrayList<>();
    for (Found found : walk.files()) {
      boolean csv = found.path().folders().isEmpty() && found.path().extension().equals("csv");
      if (csv && Files.isReadable(found.file()) && TableScan.isLabelTable(found.file())) {
        tables.add(found.file());
      }
    }
    return tables;
  }
}
