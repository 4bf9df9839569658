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
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads the labels of a corpus off names and folders, and takes each performance once. */
final class NameScan {

  /** A media file whose name was read. */
  private record Candidate(Found found, Modality modality, ParseResult.Label label) {}

  /** Sound before pictures, clips with sound before silent ones, better formats first. */
  private static final Comparator<Candidate> PREFERENCE =
      Comparator.comparing(Candidate::modality)
          .thenComparing(candidate -> candidate.label().silent())
          .thenComparing(
              candidate ->
                  candidate.modality().extensions().indexOf(candidate.found().path().extension()))
          .thenComparing(candidate -> candidate.found().relative());

  private final NamingScheme naming;
  private final CorpusSettings settings;
  private final ScanResult result;

  NameScan(SchemeChoice choice, CorpusSettings settings) {
    this.naming = choice.scheme().naming().orElseThrow();
    this.settings = settings;
    this.result = new ScanResult(choice, List.of());
  }

  /**
   * Returns the kinds of files from which clips can be taken: sound also comes out of videos.
   *
   * @param wanted what the clips are wanted for; empty for whatever is there
   */
  static Set<Modality> modalities(Optional<Modality> wanted) {
    if (wanted.isEmpty()) {
      return EnumSet.allOf(Modality.class);
    }
    return wanted.get() == Modality.AUDIO
        ? EnumSet.of(Modality.AUDIO, Modality.VIDEO)
        : EnumSet.of(wanted.get());
  }

  /** Reads the files, which are ordered by relative path. */
  ScanResult read(List<Found> files) {
    List<Candidate> candidates = withKnownSubjects(withoutImagesBesideClips(candidates(files)));
    Map<String, List<Candidate>> performances = new TreeMap<>();
    for (Candidate candidate : candidates) {
      performances
          .computeIfAbsent(candidate.label().performance(), key -> new ArrayList<>())
          .add(candidate);
    }
    performances.values().forEach(this::takeBest);
    return result;
  }

  private List<Candidate> candidates(List<Found> files) {
    List<Candidate> candidates = new ArrayList<>();
    Set<Modality> wanted = modalities(settings.modality());
    Map<Object, Found> seen = new HashMap<>();
    for (Found found : files) {
      Optional<Modality> modality = found.path().modality();
      if (modality.isEmpty()) {
        result.passOver("no media file: " + described(found), found.relative());
      } else if (!wanted.contains(modality.get())) {
        result.passOver("of another modality: " + modality.get().keyword(), found.relative());
      } else {
        Found first = found.key() == null ? null : seen.putIfAbsent(found.key(), found);
        if (first != null) {
          reject(found, Reject.Kind.COPY, "the same file as '" + first.relative() + "'");
        } else {
          read(found, modality.get()).ifPresent(candidates::add);
        }
      }
    }
    return candidates;
  }

  private Optional<Candidate> read(Found found, Modality modality) {
    if (!Files.isReadable(found.file())) {
      reject(found, Reject.Kind.UNREADABLE, "the system does not let us read it");
      return Optional.empty();
    }
    ParseResult reading = naming.read(found.path());
    if (reading instanceof ParseResult.Rejection refusal) {
      reject(found, refusal.kind(), refusal.detail());
      return Optional.empty();
    }
    ParseResult.Label label = (ParseResult.Label) reading;
    if (label.silent() && settings.modality().equals(Optional.of(Modality.AUDIO))) {
      result.passOver("of another modality: video without sound", found.relative());
      return Optional.empty();
    }
    return Optional.of(new Candidate(found, modality, label));
  }

  /** Where nobody said what the clips are for, pictures beside recordings are stills of these. */
  private List<Candidate> withoutImagesBesideClips(List<Candidate> candidates) {
    boolean onlyImages =
        candidates.stream().allMatch(candidate -> candidate.modality() == Modality.IMAGE);
    if (onlyImages) {
      return candidates;
    }
    List<Candidate> kept = new ArrayList<>();
    for (Candidate candidate : candidates) {
      if (candidate.modality() == Modality.IMAGE) {
        result.passOver("of another modality: image", candidate.found().relative());
      } else {
        kept.add(candidate);
      }
    }
    return kept;
  }

  /** A subject called unknown among known ones might be any of them. */
  private List<Candidate> withKnownSubjects(List<Candidate> candidates) {
    if (result.scheme() != Scheme.FOLDERS) {
      return candidates;
    }
    List<Candidate> known = new ArrayList<>();
    List<Candidate> unknown = new ArrayList<>();
    for (Candidate candidate : candidates) {
      boolean isUnknown = candidate.label().subject().equals(EmotionFolders.UNKNOWN_SUBJECT);
      (isUnknown ? unknown : known).add(candidate);
    }
    if (known.isEmpty()) {
      result.note(
          "the folders tell no subjects; all clips have the one subject "
              + prefix()
              + EmotionFolders.UNKNOWN_SUBJECT
              + ", and evaluation by subjects is not possible");
      return unknown;
    }
    for (Candidate candidate : unknown) {
      reject(
          candidate.found(),
          Reject.Kind.SUBJECT,
          "no folder tells its subject, as those of other clips do");
    }
    return known;
  }

  private void takeBest(List<Candidate> sameRecording) {
    sameRecording.sort(PREFERENCE);
    Candidate best = sameRecording.get(0);
    result.take(
        new Clip(
            best.found().file(),
            best.found().relative(),
            best.modality(),
            prefix() + best.label().subject(),
            best.label().emotion(),
            Map.of()));
    if (!best.label().note().isEmpty()) {
      result.note(best.label().note(), best.found().relative());
    }
    for (Candidate other : sameRecording.subList(1, sameRecording.size())) {
      boolean copy =
          other.found().path().extension().equals(best.found().path().extension())
              && other.label().silent() == best.label().silent();
      if (copy) {
        reject(
            other.found(),
            Reject.Kind.COPY,
            "the same recording as '" + best.found().relative() + "' by its name");
      } else {
        result.passOver(
            "another format of a clip already taken: " + described(other.found()),
            other.found().relative());
      }
    }
  }

  private String prefix() {
    return prefix(settings, result.scheme());
  }

  /** Returns what stands before each subject, hyphen included. */
  static String prefix(CorpusSettings settings, Scheme scheme) {
    String word = settings.subjectPrefix().isEmpty() ? scheme.keyword() : settings.subjectPrefix();
    return word + "-";
  }

  private void reject(Found found, Reject.Kind kind, String detail) {
    result.reject(new Reject(found.relative(), kind, detail));
  }

  private static String described(Found found) {
    String extension = found.path().extension();
    return extension.isEmpty() ? "no extension" : "." + extension;
  }
}
