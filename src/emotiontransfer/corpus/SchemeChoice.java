package emotiontransfer.corpus;

import emotiontransfer.corpus.FolderWalk.Found;
import emotiontransfer.corpus.pattern.PatternProposal;
import emotiontransfer.corpus.scheme.EmotionLabels;
import emotiontransfer.corpus.scheme.Modality;
import emotiontransfer.corpus.scheme.NamingScheme;
import emotiontransfer.corpus.scheme.Reject;
import emotiontransfer.corpus.scheme.Scheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.lang3.StringUtils;

/**
 * Finds the scheme of a folder by the names of its files.
 *
 * <p>A CSV file with the columns file, subject and emotion in the folder itself is written for this
 * purpose alone and wins. Else the scheme of a published corpus that most names fit wins; folder
 * names count only where they fit more files. What speaks against the choice is reported with it.
 *
 * @param reason why, in a sentence
 */
record SchemeChoice(Scheme scheme, String reason) {

  /** Chooses between the media files of a folder and the label tables in the folder itself. */
  static SchemeChoice find(FolderWalk walk, List<Path> tables, CorpusSettings settings)
      throws IOException {
    Path root = walk.root();
    WantedClips wanted = settings.modality();
    List<Found> media = walk.files.stream().filter(found -> found.isAnyOf(wanted.kinds())).toList();
    if (media.isEmpty() && tables.isEmpty()) {
      String kinds = String.join(" or ", wanted.kinds().stream().map(Modality::keyword).toList());
      String also = wanted == WantedClips.ANY ? "" : " and the modality";
      throw new IOException(
          "There is no %s file in '%s'; check the folder%s.".formatted(kinds, root, also));
    }
    Map<Scheme, Set<String>> fits = new EnumMap<>(Scheme.class);
    for (Scheme scheme : Scheme.values()) {
      Optional<NamingScheme> naming = scheme.naming();
      (naming.isPresent() ? naming : walk.labelled(scheme))
          .ifPresent(one -> fits.put(scheme, fits(one, media, settings.labels())));
    }
    fits.values().removeIf(Set::isEmpty);
    if (tables.size() == 1) {
      return new SchemeChoice(
          Scheme.CSV,
          settings.reason(
              "found: '%s' has the columns file, subject and emotion%s"
                  .formatted(
                      tables.get(0).getFileName(), alsoFits(fits, Scheme.CSV, media.size()))));
    }
    List<Scheme> best = new ArrayList<>(fits.keySet());
    best.removeIf(scheme -> scheme == Scheme.FOLDERS);
    best.sort(Comparator.comparing(scheme -> -fits.get(scheme).size()));
    int most = best.isEmpty() ? 0 : fits.get(best.get(0)).size();
    if (best.size() > 1 && fits.get(best.get(1)).size() == most) {
      Scheme first = best.get(0);
      Scheme second = best.get(1);
      throw new IOException(
          ("The names in '%s' are ambiguous: %s of %s media files fit %s and as many fit %s; say"
                  + " which with -scheme %s or -scheme %s, or read a folder that holds one corpus.")
              .formatted(root, most, media.size(), first.title(), second.title(), first, second));
    }
    int folderFits = fits.getOrDefault(Scheme.FOLDERS, Set.of()).size();
    if (folderFits > most && (best.isEmpty() || most * 2 < media.size())) {
      best.add(0, Scheme.FOLDERS);
    }
    if (best.isEmpty()) {
      throw new IOException(noneFits(root, media, tables));
    }
    Scheme chosen = best.get(0);
    int fitting = fits.get(chosen).size();
    String others = alsoFits(fits, chosen, media.size());
    return new SchemeChoice(
        chosen,
        settings.reason(
            "found by the names: %s of %s media files fit %s%s"
                .formatted(fitting, media.size(), chosen.title(), others)));
  }

  private static Set<String> fits(NamingScheme naming, List<Found> media, EmotionLabels labels) {
    return media.stream()
        .filter(found -> !(naming.parse(found.path(), labels) instanceof Reject))
        .map(Found::relative)
        .collect(Collectors.toSet());
  }

  /** Names the schemes that other files fit, and those that fit the same files. */
  private static String alsoFits(Map<Scheme, Set<String>> fits, Scheme chosen, int files) {
    StringBuilder text = new StringBuilder();
    fits.forEach(
        (scheme, theirs) -> {
          Set<String> others = new HashSet<>(theirs);
          others.removeAll(fits.getOrDefault(chosen, theirs));
          String these = "ambiguous: " + others.size() + " other";
          String some = others.isEmpty() ? theirs.size() + " of " + files : these;
          if (scheme != chosen) {
            String fit = "; %s media files fit %s (-scheme %s)";
            text.append(fit.formatted(some, scheme.title(), scheme));
          }
        });
    return text.length() == 0 ? "; no other scheme fits any" : text.toString();
  }

  private static String noneFits(Path root, List<Found> media, List<Path> tables) {
    if (tables.size() > 1) {
      String names = StringUtils.join(tables.stream().map(Path::getFileName).toList(), "', '");
      return ("Several CSV files in '%s' have the columns file, subject and emotion ('%s'); give"
              + " the path of one of them instead of the folder.")
          .formatted(root, names);
    }
    String examples = CorpusReport.examples(media, found -> "'" + found.relative() + "'");
    String suggested =
        PatternProposal.of(media.stream().map(Found::path).toList())
            .map(
                some ->
                    " The names suggest %s, which %s and fits %s of %s names; check it."
                        .formatted(
                            some.options(root), some.assumption(), some.fits(), some.names()))
            .orElse("");
    return ("No naming scheme fits any of the %s media files in '%s' (%s); describe the names by a"
            + " pattern (-scheme pattern), put them in folders SUBJECT/EMOTION, or list them in a"
            + " CSV file with the columns file, subject and emotion.%s")
        .formatted(media.size(), root, examples, suggested);
  }
}
