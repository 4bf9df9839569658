package emotiontransfer.study.data;

import emotiontransfer.corpus.Corpus;
import emotiontransfer.corpus.CorpusFile;
import emotiontransfer.corpus.CorpusScan;
import emotiontransfer.corpus.CorpusSettings;
import emotiontransfer.corpus.scheme.Modality;
import emotiontransfer.corpus.scheme.Scheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The corpora that a study can use: folders and corpus files in one folder, and paths.
 *
 * <p>The paper's short names stand for whichever corpus of the folder has that naming scheme; of
 * several the one with most clips.
 */
public final class CorpusShelf {

  private static final Map<String, Scheme> SHORT_NAMES =
      Map.of("eNTER", Scheme.ENTERFACE, "SAV", Scheme.SAVEE, "EMO", Scheme.EMODB);

  private record Key(Path path, Modality modality) {}

  private final Optional<Path> folder;
  private final Map<Key, Optional<Corpus>> scanned = new HashMap<>();

  /**
   * Makes a shelf.
   *
   * @param folder of corpora, if there is one
   */
  public CorpusShelf(Optional<Path> folder) {
    this.folder = folder;
  }

  /**
   * Finds a corpus.
   *
   * @param reference name of a folder or corpus file, one of the paper's short names, or a path
   * @param modality of the clips
   * @return empty where there is none
   * @throws IOException if the corpus that was named cannot be read, or the folder cannot be listed
   */
  public Optional<Corpus> find(String reference, Modality modality) throws IOException {
    for (Path path : places()) {
      if (stem(path).equalsIgnoreCase(reference)) {
        return Optional.of(scan(path, modality));
      }
    }
    Scheme scheme = SHORT_NAMES.get(reference);
    if (scheme != null) {
      return ofScheme(scheme, modality);
    }
    Path path = Path.of(reference);
    return Files.exists(path) ? Optional.of(scan(path, modality)) : Optional.empty();
  }

  /**
   * Says that a corpus is absent.
   *
   * @param reference as given to {@link #find}
   * @param modality of the clips
   * @return a sentence
   */
  public String absent(String reference, Modality modality) {
    Scheme scheme = SHORT_NAMES.get(reference);
    String what =
        scheme == null
            ? "no corpus '" + reference + "'"
            : "no " + modality.keyword() + " corpus in the naming scheme of " + scheme.title();
    return "There is "
        + what
        + folder.map(path -> " in " + path.getFileName()).orElse("")
        + (scheme == null ? "." : " (" + reference + ").");
  }

  private Optional<Corpus> ofScheme(Scheme scheme, Modality modality) throws IOException {
    return places().stream()
        .map(path -> tryScan(path, modality))
        .flatMap(Optional::stream)
        .filter(corpus -> corpus.scheme() == scheme)
        .max(Comparator.comparingInt(corpus -> corpus.clips().size()));
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
    return path.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(CorpusFile.EXTENSION);
  }

  private static String stem(Path path) {
    String name = path.getFileName().toString();
    return isCorpusFile(path)
        ? name.substring(0, name.length() - CorpusFile.EXTENSION.length())
        : name;
  }

  private Corpus scan(Path path, Modality modality) throws IOException {
    Key key = new Key(path.toAbsolutePath().normalize(), modality);
    Optional<Corpus> known = scanned.get(key);
    if (known == null || known.isEmpty()) {
      known = Optional.of(read(path, modality));
      scanned.put(key, known);
    }
    return known.get();
  }

  /** Other folders beside the corpora are nothing to complain about. */
  private Optional<Corpus> tryScan(Path path, Modality modality) {
    Key key = new Key(path.toAbsolutePath().normalize(), modality);
    if (!scanned.containsKey(key)) {
      try {
        scan(path, modality);
      } catch (IOException noCorpus) {
        scanned.put(key, Optional.empty());
      }
    }
    return scanned.get(key);
  }

  private static Corpus read(Path path, Modality modality) throws IOException {
    if (!isCorpusFile(path)) {
      CorpusSettings plain = CorpusSettings.defaults();
      return CorpusScan.scan(path, with(plain, modality));
    }
    CorpusFile file = CorpusFile.read(path);
    Corpus corpus = CorpusScan.scan(file.directory(), with(file.settings(), modality));
    return new Corpus(
        stem(path),
        corpus.source(),
        corpus.scheme(),
        corpus.choice(),
        corpus.emotions(),
        corpus.extraColumns(),
        corpus.clips(),
        corpus.rejects(),
        corpus.passedOver(),
        corpus.notes());
  }

  private static CorpusSettings with(CorpusSettings settings, Modality modality) {
    return new CorpusSettings(
        settings.scheme(),
        settings.modality().or(() -> Optional.of(modality)),
        settings.emotions(),
        settings.subjectPrefix(),
        settings.failOnRejects());
  }
}
