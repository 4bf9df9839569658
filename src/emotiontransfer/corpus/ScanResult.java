package emotiontransfer.corpus;

import emotiontransfer.corpus.scheme.ClipPath;
import emotiontransfer.corpus.scheme.Emotion;
import emotiontransfer.corpus.scheme.Reject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a scan has found so far. */
final class ScanResult {

  final List<Clip> clips = new ArrayList<>();
  final List<Reject> rejects = new ArrayList<>();
  private final SchemeChoice choice;
  private final List<String> extraColumns;
  private final SortedMap<String, List<String>> passedOver = new TreeMap<>();
  private final SortedMap<String, List<String>> notes = new TreeMap<>();

  ScanResult(SchemeChoice choice, List<String> extraColumns) {
    this.choice = choice;
    this.extraColumns = extraColumns;
  }

  void reject(String path, Reject.Kind kind, String detail) {
    rejects.add(new Reject(path, kind, detail));
  }

  /** Keeps the path of a file that nobody expects to be a clip. */
  void passOver(String what, String path) {
    passedOver.computeIfAbsent(what, key -> new ArrayList<>()).add(path);
  }

  /** Keeps a note with the paths of the clips that it is about; with none it is about all. */
  void note(String note, String... paths) {
    notes.computeIfAbsent(note, key -> new ArrayList<>()).addAll(List.of(paths));
  }

  /** Returns the corpus, with the clips of the emotions to keep. */
  Corpus corpus(Path root, List<Emotion> emotions) {
    Path last = root.getFileName();
    String name = last == null ? "corpus" : last.toString();
    List<Emotion> present = clips.stream().map(Clip::emotion).distinct().sorted().toList();
    List<Emotion> wanted = emotions.isEmpty() ? present : emotions;
    for (Clip clip : clips) {
      if (!wanted.contains(clip.emotion())) {
        passOver("left out by the choice of emotions: " + clip.emotion(), clip.relative());
      }
    }
    clips.removeIf(clip -> !wanted.contains(clip.emotion()));
    clips.sort(Comparator.comparing(Clip::relative));
    rejects.sort(Comparator.comparing(Reject::kind).thenComparing(Reject::path));
    return new Corpus(
        last == null || Files.isDirectory(root) ? name : ClipPath.of(last).stem(),
        root,
        choice.scheme(),
        choice.reason(),
        wanted,
        extraColumns,
        Collections.unmodifiableList(clips),
        Collections.unmodifiableList(rejects),
        Collections.unmodifiableSortedMap(passedOver),
        Collections.unmodifiableSortedMap(notes));
  }
}
