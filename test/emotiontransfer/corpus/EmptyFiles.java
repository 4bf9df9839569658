package emotiontransfer.corpus;

import emotiontransfer.corpus.scheme.Emotion;
import emotiontransfer.corpus.scheme.Scheme;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Corpora of empty files: a scan looks at names alone. */
public final class EmptyFiles {

  /** Letters beyond ASCII, where the system's language setting allows them in file names. */
  public static final String FOREIGN_LETTERS = foreignLetters();

  private EmptyFiles() {}

  private static String foreignLetters() {
    String letters = "\u00e4\u00df\u60c5\u611f";
    Charset ofNames = Charset.forName(System.getProperty("sun.jnu.encoding"));
    boolean possible =
        ofNames.newEncoder().canEncode(letters)
            && Charset.defaultCharset().newEncoder().canEncode(letters);
    return possible ? letters : "plain";
  }

  /** Makes empty files and the folders around them; returns the root. */
  public static Path in(Path root, String... relative) throws IOException {
    Set<Path> folders = new HashSet<>();
    for (String path : relative) {
      Path file = root.resolve(path);
      if (folders.add(file.getParent())) {
        Files.createDirectories(file.getParent());
      }
      Files.createFile(file);
    }
    return root;
  }

  /** Scans with a scheme and a modality, and defaults otherwise. */
  static Corpus scan(Path root, Scheme scheme, WantedClips modality) throws IOException {
    return CorpusScan.scan(root, new CorpusSettings(scheme, modality));
  }

  /** Scans with one of the schemes and defaults otherwise. */
  static Corpus scan(Path root, Scheme scheme) throws IOException {
    return scan(root, scheme, WantedClips.ANY);
  }

  /** Scans with defaults. */
  static Corpus scan(Path root) throws IOException {
    return scan(root, Scheme.AUTO);
  }

  static Corpus scan(Path root, CorpusSettings settings) throws IOException {
    return CorpusScan.scan(root, settings);
  }

  /** Returns settings that take folders of all names for subjects. */
  static CorpusSettings subjectsFromFolders() {
    return new CorpusSettings(Scheme.AUTO, WantedClips.ANY, List.of(), "", true, false);
  }

  /** Returns {@code path subject emotion} of all clips, in order. */
  static List<String> labels(Corpus corpus) {
    return corpus.clips().stream()
        .map(clip -> clip.relative() + " " + clip.subject() + " " + clip.emotion().keyword())
        .collect(Collectors.toList());
  }

  /** Returns {@code KIND path} of all rejects, in order. */
  static List<String> rejects(Corpus corpus) {
    return corpus.rejects().stream()
        .map(reject -> reject.kind() + " " + reject.path())
        .collect(Collectors.toList());
  }

  /** Returns how many clips a subject has of an emotion. */
  static long count(Corpus corpus, String subject, Emotion emotion) {
    return corpus.counts().get(subject)[corpus.emotions().indexOf(emotion)];
  }

  /** Returns how many files were passed over, by what they are. */
  static Map<String, Integer> passedOver(Corpus corpus) {
    return sizes(corpus.passedOver());
  }

  /** Returns how many clips each note is about. */
  static Map<String, Integer> notes(Corpus corpus) {
    return sizes(corpus.notes());
  }

  private static Map<String, Integer> sizes(Map<String, List<String>> paths) {
    return paths.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().size()));
  }
}
