package emotiontransfer.corpus;

import emotiontransfer.corpus.FolderWalk.Found;
import emotiontransfer.corpus.scheme.EmotionFolders;
import emotiontransfer.corpus.scheme.EmotionLabels;
import emotiontransfer.corpus.scheme.Modality;
import emotiontransfer.corpus.scheme.NamingScheme;
import emotiontransfer.corpus.scheme.NamingScheme.Label;
import emotiontransfer.corpus.scheme.NamingScheme.LeftOut;
import emotiontransfer.corpus.scheme.NamingScheme.Result;
import emotiontransfer.corpus.scheme.Reject;
import emotiontransfer.corpus.scheme.Scheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the labels of a corpus off names and folders, and takes each performance once. */
final class NameScan {

  /** A media file whose name was read. */
  private record Candidate(Found found, Modality modality, Label label) {

    Candidate withoutSubject() {
      return new Candidate(found, modality, label.of(EmotionFolders.UNKNOWN_SUBJECT));
    }

    boolean hasSubject() {
      return !label.subject().equals(EmotionFolders.UNKNOWN_SUBJECT);
    }

    String relative() {
      return found.relative();
    }

    /** The place of the format in the order of preference. */
    int format() {
      return modality.extensions().indexOf(found.path().extension());
    }
  }

  /** Sound before pictures, with sound before silent, better formats first; of equals the first. */
  private static final Comparator<Candidate> PREFERENCE =
      Comparator.comparing(Candidate::modality)
          .thenComparing(candidate -> candidate.label().silent())
          .thenComparing(Candidate::format);

  private static final Map<Scheme, String> WHO_NAMES_NONE =
      Map.of(Scheme.PATTERN, "the pattern names", Scheme.FOLDERS, "the folders name");

  private final NamingScheme naming;
  private final EmotionLabels labels;
  private final Scheme scheme;
  private final boolean oneFolderIsTheCorpus;
  private final WantedClips wanted;
  private final String prefix;
  private final ScanResult result;

  NameScan(SchemeChoice choice, NamingScheme naming, CorpusSettings settings) {
    boolean anyFolder = settings.subjectsFromFolders() && choice.scheme() == Scheme.FOLDERS;
    this.naming = naming;
    this.labels = settings.labels();
    this.scheme = choice.scheme();
    this.oneFolderIsTheCorpus = choice.scheme() == Scheme.FOLDERS && !anyFolder;
    this.wanted = settings.modality();
    this.prefix = settings.prefix(choice.scheme());
    this.result = new ScanResult(choice, naming.extraColumns());
  }

  /** Reads the files, which are ordered by relative path. */
  ScanResult read(List<Found> files) {
    // Where nobody said what the clips are for, pictures beside recordings are stills of these.
    List<Candidate> candidates =
        prefer(
            candidates(files),
            one -> one.modality() != Modality.IMAGE,
            one -> result.passOver("of another modality: image", one.relative()));
    if (oneFolderIsTheCorpus) {
      candidates = withoutLoneFolder(candidates, files);
    }
    if (candidates.stream().noneMatch(Candidate::hasSubject)) {
      result.note(
          ("%s no subjects; all clips have the one subject %s, and evaluation by subjects is"
                  + " not possible")
              .formatted(
                  WHO_NAMES_NONE.getOrDefault(scheme, "the names of the files give"),
                  prefix + EmotionFolders.UNKNOWN_SUBJECT));
    }
    // A subject called unknown among known ones might be any of them.
    String why = "its path names no subject, as those of other clips do";
    candidates =
        prefer(
            candidates,
            Candidate::hasSubject,
            one -> result.reject(one.relative(), Reject.Kind.SUBJECT, why));
    Map<String, List<Candidate>> performances = new LinkedHashMap<>();
    for (Candidate one : candidates) {
      performances.computeIfAbsent(one.label().performance(), key -> new ArrayList<>()).add(one);
    }
    performances.values().forEach(this::takeBest);
    return result;
  }

  /** A folder that alone holds folders of emotions is rather the corpus than its only subject. */
  private List<Candidate> withoutLoneFolder(List<Candidate> candidates, List<Found> files) {
    List<String> folders =
        files.stream()
            .filter(found -> found.isAnyOf(wanted.kinds()))
            .map(found -> naming.parse(found.path(), labels))
            .flatMap(parsed -> parsed instanceof Label label ? Stream.of(label.subject()) : null)
            .distinct()
            .toList();
    long emotions = candidates.stream().map(one -> one.label().emotion()).distinct().count();
    if (folders.size() != 1 || folders.contains(EmotionFolders.UNKNOWN_SUBJECT) || emotions < 2) {
      return candidates;
    }
    result.note(
        ("all clips are in the folder '%s', which is taken for the corpus, not for a person (if it"
                + " is one, give -subjects-from-folders)")
            .formatted(folders.get(0)));
    return candidates.stream().map(Candidate::withoutSubject).toList();
  }

  private List<Candidate> candidates(List<Found> files) {
    List<Candidate> candidates = new ArrayList<>();
    Map<Object, String> seen = new HashMap<>();
    for (Found found : files) {
      Optional<Modality> modality = found.path().modality();
      Optional<Modality> wantedAs = found.path().modality(wanted.kinds());
      String first = wantedAs.isPresent() ? seen.putIfAbsent(found.key(), found.relative()) : null;
      if (modality.isEmpty()) {
        result.passOver("no media file: " + described(found), found.relative());
      } else if (wantedAs.isEmpty()) {
        result.passOver("of another modality: " + modality.get().keyword(), found.relative());
      } else if (first != null) {
        result.reject(found.relative(), Reject.Kind.COPY, "the same file as '" + first + "'");
      } else if (!found.readable()) {
        result.reject(found.relative(), Reject.Kind.UNREADABLE, Reject.LOCKED);
      } else {
        candidate(found, wantedAs.get()).ifPresent(candidates::add);
      }
    }
    return candidates;
  }

  private Optional<Candidate> candidate(Found found, Modality modality) {
    Result parsed = naming.parse(found.path(), labels);
    if (parsed instanceof Reject reject) {
      result.rejects.add(reject);
    } else if (parsed instanceof LeftOut out) {
      result.passOver(out.what(), found.relative());
    } else if (parsed instanceof Label label && label.silent() && wanted == WantedClips.AUDIO) {
      result.passOver("of another modality: video without sound", found.relative());
    } else if (parsed instanceof Label label) {
      return Optional.of(new Candidate(found, modality, label));
    }
    return Optional.empty();
  }

  /** Keeps those of a kind and reports the others; keeps all where there is none of the kind. */
  private static List<Candidate> prefer(
      List<Candidate> all, Predicate<Candidate> kind, Consumer<Candidate> report) {
    Map<Boolean, List<Candidate>> parts = all.stream().collect(Collectors.partitioningBy(kind));
    if (parts.get(true).isEmpty()) {
      return all;
    }
    parts.get(false).forEach(report);
    return parts.get(true);
  }

  private void takeBest(List<Candidate> sameRecording) {
    sameRecording.sort(PREFERENCE);
    Candidate best = sameRecording.get(0);
    Label label = best.label();
    String relative = best.relative();
    Path file = best.found().file();
    String subject = prefix + label.subject();
    result.clips.add(
        new Clip(file, relative, best.modality(), subject, label.emotion(), label.extras()));
    if (!label.note().isEmpty()) {
      result.note(label.note(), relative);
    }
    for (Candidate other : sameRecording.subList(1, sameRecording.size())) {
      boolean sameFormat = other.modality() == best.modality() && other.format() == best.format();
      if (sameFormat && other.label().silent() == label.silent()) {
        String detail = "the same recording as '" + relative + "' by its name";
        result.reject(other.relative(), Reject.Kind.COPY, detail);
      } else {
        String format = described(other.found());
        result.passOver("another format of a clip already taken: " + format, other.relative());
      }
    }
  }

  private static String described(Found found) {
    String extension = found.path().extension();
    return extension.isEmpty() ? "no extension" : "." + extension;
  }
}
