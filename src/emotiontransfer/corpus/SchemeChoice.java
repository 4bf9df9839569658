package emotiontransfer.corpus;

import emotiontransfer.corpus.FolderWalk.Found;
import emotiontransfer.corpus.scheme.ParseResult;
import emotiontransfer.corpus.scheme.Scheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the scheme of a folder by the names of its files.
 *
 * <p>A CSV file with the columns file, subject and emotion in the folder itself is written for this
 * purpose alone and wins. Else the scheme of a published corpus that most names fit wins; folder
 * names count only where they fit more files. What speaks against the choice is reported with it.
 *
 * @param scheme the choice
 * @param reason why, in a sentence
 */
record SchemeChoice(Scheme scheme, String reason) {

  /**
   * Chooses.
   *
   * @param root the corpus folder, for messages
   * @param media its media files
   * @param tables label tables in the folder itself
   * @throws IOException if no scheme fits, or two fit equally well
   */
  static SchemeChoice find(Path root, List<Found> media, List<Path> tables) throws IOException {
    Map<Scheme, Set<String>> fits = fits(media);
    if (tables.size() == 1) {
      return new SchemeChoice(
          Scheme.CSV,
          "found: '%s' has the columns file, subject and emotion%s"
              .formatted(tables.get(0).getFileName(), alsoFits(fits, Scheme.CSV, media.size())));
    }
    Scheme best = bestOfOneCorpus(root, fits, media.size());
    int folderFits = fits.get(Scheme.FOLDERS).size();
    boolean foldersWin =
        folderFits > 0
            && (best == null
                || folderFits > fits.get(best).size() && fits.get(best).size() * 2 < media.size());
    if (foldersWin) {
      best = Scheme.FOLDERS;
    }
    if (best == null) {
      throw new IOException(noneFits(root, media, tables));
    }
    return new SchemeChoice(
        best,
        "found by the names: %s of %s media files fit %s%s"
            .formatted(
                fits.get(best).size(),
                media.size(),
                best.title(),
                alsoFits(fits, best, media.size())));
  }

  private static Map<Scheme, Set<String>> fits(List<Found> media) {
    Map<Scheme, Set<String>> fits = new EnumMap<>(Scheme.class);
    for (Scheme scheme : Scheme.values()) {
      scheme
          .naming()
          .ifPresent(
              naming ->
                  fits.put(
                      scheme,
                      media.stream()
                          .filter(found -> naming.parse(found.path()) instanceof ParseResult.Label)
                          .map(Found::relative)
                          .collect(Collectors.toSet())));
    }
    return fits;
  }

  private static Scheme bestOfOneCorpus(Path root, Map<Scheme, Set<String>> fits, int files)
      throws IOException {
    Map<Integer, Scheme> byCount = new HashMap<>();
    int most = 0;
    for (Map.Entry<Scheme, Set<String>> entry : fits.entrySet()) {
      Scheme scheme = entry.getKey();
      int count = entry.getValue().size();
      if (!scheme.isOfOneCorpus() || count == 0) {
        continue;
      }
      Scheme equal = byCount.putIfAbsent(count, scheme);
      most = Math.max(most, count);
      if (equal != null && count == most) {
        throw new IOException(
            ("The names in '%s' are ambiguous: %s of %s media files fit %s and as many fit %s; say"
                    + " which with -scheme %s or -scheme %s, or read a folder that holds one"
                    + " corpus.")
                .formatted(root, count, files, equal.title(), scheme.title(), equal, scheme));
      }
    }
    return byCount.get(most);
  }

  /** Names the schemes that other files fit, and those that fit the same files. */
  private static String alsoFits(Map<Scheme, Set<String>> fits, Scheme chosen, int files) {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<Scheme, Set<String>> entry : fits.entrySet()) {
      Scheme scheme = entry.getKey();
      Set<String> others = new HashSet<>(entry.getValue());
      others.removeAll(fits.getOrDefault(chosen, Set.of()));
      if (scheme == chosen || entry.getValue().isEmpty()) {
        continue;
      }
      boolean ambiguous = chosen != Scheme.CSV && !others.isEmpty();
      text.append(
          ambiguous
              ? "; ambiguous: " + others.size() + " other"
              : "; " + entry.getValue().size() + " of " + files);
      text.append(" media files fit %s (-scheme %s)".formatted(scheme.title(), scheme));
    }
    return text.length() == 0 ? "; no other scheme fits any" : text.toString();
  }

  private static String noneFits(Path root, List<Found> media, List<Path> tables) {
    if (tables.size() > 1) {
      return ("Several CSV files in '%s' have the columns file, subject and emotion (%s); give the"
              + " path of one of them instead of the folder.")
          .formatted(
              root,
              tables.stream()
                  .map(table -> "'" + table.getFileName() + "'")
                  .collect(Collectors.joining(", ")));
    }
    return ("No naming scheme fits any of the %s media files in '%s' (%s); put them in folders"
            + " SUBJECT/EMOTION, or list them in a CSV file with the columns file, subject and"
            + " emotion.")
        .formatted(
            media.size(),
            root,
            CorpusReport.examples(
                media.stream().map(found -> "'" + found.relative() + "'").toList()));
  }
}
