package emotiontransfer.study.data;

import static org.apache.commons.lang3.Validate.isTrue;

import emotiontransfer.corpus.Corpus;
import emotiontransfer.corpus.CorpusFile;
import emotiontransfer.corpus.CorpusScan;
import emotiontransfer.corpus.CorpusSettings;
import emotiontransfer.corpus.WantedClips;
import emotiontransfer.corpus.scheme.Modality;
import emotiontransfer.corpus.scheme.Scheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;

/**
 * The corpora that a study can use: folders and corpus files in one folder, and paths.
 *
 * <p>The paper's short names stand for whichever corpus of the folder has that naming scheme; of
 * several the one with most clips.
 */
public final class CorpusCatalog {

  private static final Map<String, Scheme> SHORT_NAMES =
      Map.of("eNTER", Scheme.ENTERFACE, "SAV", Scheme.SAVEE, "EMO", Scheme.EMODB);

  private final Optional<Path> folder;
  private final Map<List<Object>, Corpus> scanned = new HashMap<>();

  /** Makes a catalog of a folder, whose corpora are scanned when they are asked for, each once. */
  public CorpusCatalog(Optional<Path> folder) {
    this.folder = folder;
  }

  /**
   * Returns a corpus.
   *
   * @param reference name of a folder or corpus file, one of the paper's short names, or a path
   * @throws IllegalArgumentException if there is none
   * @throws IOException if the corpus that was named cannot be read, or the folder cannot be listed
   */
  public Corpus find(String reference, Modality modality) throws IOException {
    String where = folder.map(path -> " in " + path.getFileName()).orElse("");
    for (Path path : places()) {
      if (name(path).equalsIgnoreCase(reference)) {
        return scan(path, modality);
      }
    }
    Scheme scheme = SHORT_NAMES.get(reference);
    if (scheme != null) {
      return places().stream()
          .flatMap(path -> scanIfCorpus(path, modality).stream())
          .filter(corpus -> corpus.scheme() == scheme)
          .max(Comparator.comparingInt(corpus -> corpus.clips().size()))
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "There is no %s corpus in the naming scheme of %s%s (%s)."
                          .formatted(modality.keyword(), scheme.title(), where, reference)));
    }
    isTrue(Files.exists(Path.of(reference)), "There is no corpus '%s'%s.", reference, where);
    return scan(Path.of(reference), modality);
  }

  private List<Path> places() throws IOException {
    if (folder.isEmpty()) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder.get())) {
      return entries
          .filter(path -> Files.isDirectory(path) || isCorpusFile(path))
          .sorted(Comparator.comparing(Path::toString))
          .toList();
    }
  }

  private static boolean isCorpusFile(Path path) {
    return StringUtils.endsWithIgnoreCase(path.getFileName().toString(), CorpusFile.EXTENSION);
  }

  private static String name(Path path) {
    return StringUtils.removeEndIgnoreCase(path.getFileName().toString(), CorpusFile.EXTENSION);
  }

  private Corpus scan(Path path, Modality modality) throws IOException {
    List<Object> key = List.of(path.toAbsolutePath().normalize(), modality);
    if (!scanned.containsKey(key)) {
      scanned.put(key, read(path, modality));
    }
    return scanned.get(key);
  }

  /** Other folders beside the corpora are nothing to complain about. */
  private Optional<Corpus> scanIfCorpus(Path path, Modality modality) {
    try {
      return Optional.of(scan(path, modality));
    } catch (IOException noCorpus) {
      return Optional.empty();
    }
  }

  private static Corpus read(Path path, Modality modality) throws IOException {
    CorpusSettings asked = new CorpusSettings(Scheme.AUTO, WantedClips.valueOf(modality.name()));
    if (!isCorpusFile(path)) {
      return CorpusScan.scan(path, asked);
    }
    CorpusFile file = CorpusFile.read(path);
    return CorpusScan.scan(file.directory(), file.settings().or(asked)).named(name(path));
  }
}
