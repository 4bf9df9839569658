package emotiontransfer.corpus;

import emotiontransfer.corpus.FolderWalk.Found;
import emotiontransfer.corpus.scheme.EmotionFolders;
import emotiontransfer.corpus.scheme.Modality;
import emotiontransfer.corpus.scheme.NamingScheme;
import emotiontransfer.corpus.scheme.ParseResult;
import emotiontransfer.corpus.scheme.Reject;
import emotiontransfer.corpus.scheme.Scheme;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads the labels of a corpus off names and folders, and takes each performance once. */
final class NameScan {

  /** A media file whose name was read. */
  private record Candidate(Found found, Modality modality, ParseResult.Label label) {

    String extension() {
      return found.path().extension();
    }
  }

  /** Sound before pictures, clips with sound before silent ones, better formats first. */
  private static final Comparator<Candidate> PREFERENCE =
      Comparator.comparing(Candidate::modality)
          .thenComparing(candidate -> candidate.label().silent())
          .thenComparing(
              candidate -> candidate.modality().extensions().indexOf(candidate.extension()))
          .thenComparing(candidate -> candidate.found().relative());

  private final NamingScheme naming;
  private final CorpusSettings settings;
  private final boolean byFolders;
  private final String prefix;
  private final ScanResult result;

  NameScan(SchemeChoice choice, CorpusSettings settings) {
    this.naming = choice.scheme().naming().orElseThrow();
    this.settings = settings;
    this.byFolders = choice.scheme() == Scheme.FOLDERS;
    this.prefix = settings.prefix(choice.scheme());
    this.result = new ScanResult(choice, List.of());
  }

  /** Reads the files, which are ordered by relative path. */
  ScanResult read(List<Found> files) {
    List<Candidate> candidates = withoutImagesBesideClips(candidates(files));
    if (byFolders) {
      candidates = withKnownSubjects(candidates);
    }
    candidates.stream()
        .collect(
            Collectors.groupingBy(
                candidate -> candidate.label().performance(), TreeMap::new, Collectors.toList()))
        .values()
        .forEach(this::takeBest);
    return result;
  }

  private List<Candidate> candidates(List<Found> files) {
    List<Candidate> candidates = new ArrayList<>();
    Map<Object, Found> seen = new HashMap<>();
    for (Found found : files) {
      Optional<Modality> modality = found.path().modality();
      if (modality.isEmpty()) {
        result.passOver("no media file: " + described(found), found.relative());
      } else if (!found.isAnyOf(settings.wanted())) {
        result.passOver("of another modality: " + modality.get(), found.relative());
      } else if (seen.containsKey(found.key())) {
        String first = seen.get(found.key()).relative();
        reject(found, Reject.Kind.COPY, "the same file as '" + first + "'");
      } else {
        seen.put(found.key(), found);
        parse(found)
            .ifPresent(label -> candidates.add(new Candidate(found, modality.get(), label)));
      }
    }
    return candidates;
  }

  private Optional<ParseResult.Label> parse(Found found) {
    ParseResult parsed =
        Files.isReadable(found.file())
            ? naming.parse(found.path())
            : new ParseResult.Rejection(
                Reject.Kind.UNREADABLE, "the system does not let us read it");
    if (parsed instanceof ParseResult.Rejection rejection) {
      reject(found, rejection.kind(), rejection.detail());
      return Optional.empty();
    }
    ParseResult.Label label = (ParseResult.Label) parsed;
    if (label.silent() && settings.modality().equals(Optional.of(Modality.AUDIO))) {
      result.passOver("of another modality: video without sound", found.relative());
      return Optional.empty();
    }
    return Optional.of(label);
  }

  /** Where nobody said what the clips are for, pictures beside recordings are stills of these. */
  private List<Candidate> withoutImagesBesideClips(List<Candidate> candidates) {
    Map<Boolean, List<Candidate>> byImage =
        candidates.stream()
            .collect(Collectors.partitioningBy(one -> one.modality() == Modality.IMAGE));
    if (byImage.get(false).isEmpty()) {
      return candidates;
    }
    byImage
        .get(true)
        .forEach(one -> result.passOver("of another modality: image", one.found().relative()));
    return byImage.get(false);
  }

  /** A subject called unknown among known ones might be any of them. */
  private List<Candidate> withKnownSubjects(List<Candidate> candidates) {
    Map<Boolean, List<Candidate>> byKnown =
        candidates.stream()
            .collect(
                Collectors.partitioningBy(
                    one -> !one.label().subject().equals(EmotionFolders.UNKNOWN_SUBJECT)));
    if (byKnown.get(true).isEmpty()) {
      result.note(
          ("the folders name no subjects; all clips have the one subject %s, and evaluation by"
                  + " subjects is not possible")
              .formatted(prefix + EmotionFolders.UNKNOWN_SUBJECT));
      return candidates;
    }
    for (Candidate candidate : byKnown.get(false)) {
      reject(
          candidate.found(),
          Reject.Kind.SUBJECT,
          "no folder names its subject, as those of other clips do");
    }
    return byKnown.get(true);
  }

  private void takeBest(List<Candidate> sameRecording) {
    sameRecording.sort(PREFERENCE);
    Candidate best = sameRecording.get(0);
    ParseResult.Label label = best.label();
    String relative = best.found().relative();
    result.take(
        new Clip(
            best.found().file(),
            relative,
            best.modality(),
            prefix + label.subject(),
            label.emotion(),
            Map.of()));
    if (!label.note().isEmpty()) {
      result.note(label.note(), relative);
    }
    for (Candidate other : sameRecording.subList(1, sameRecording.size())) {
      if (other.extension().equals(best.extension()) && other.label().silent() == label.silent()) {
        reject(
            other.found(),
            Reject.Kind.COPY,
            "the same recording as '" + relative + "' by its name");
      } else {
        result.passOver(
            "another format of a clip already taken: " + described(other.found()),
            other.found().relative());
      }
    }
  }

  private void reject(Found found, Reject.Kind kind, String detail) {
    result.reject(new Reject(found.relative(), kind, detail));
  }

  private static String described(Found found) {
    String extension = found.path().extension();
    return extension.isEmpty() ? "no extension" : "." + extension;
  }
}
