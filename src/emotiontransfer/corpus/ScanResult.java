package emotiontransfer.corpus;

import emotiontransfer.corpus.scheme.Reject;
import emotiontransfer.corpus.scheme.Scheme;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a scan has found so far. */
final class ScanResult {

  private final SchemeChoice choice;
  private final List<String> extraColumns;
  private final List<Clip> clips = new ArrayList<>();
  private final List<Reject> rejects = new ArrayList<>();
  private final SortedMap<String, List<String>> passedOver = new TreeMap<>();
  private final SortedMap<String, List<String>> notes = new TreeMap<>();

  ScanResult(SchemeChoice choice, List<String> extraColumns) {
    this.choice = choice;
    this.extraColumns = extraColumns;
  }

  void take(Clip clip) {
    clips.add(clip);
  }

  void reject(Reject reject) {
    rejects.add(reject);
  }

  /** Keeps the path of a file that nobody expects to be a clip. */
  void passOver(String what, String path) {
    passedOver.computeIfAbsent(what, key -> new ArrayList<>()).add(path);
  }

  /** Keeps the path of a clip about whose name something is to be told. */
  void note(String note, String path) {
    notes.computeIfAbsent(note, key -> new ArrayList<>()).add(path);
  }

  /** Keeps what is to be told about the corpus as a whole. */
  void note(String note) {
    notes.computeIfAbsent(note, key -> new ArrayList<>());
  }

  Scheme scheme() {
    return choice.scheme();
  }

  String reason() {
    return choice.reason();
  }

  List<String> extraColumns() {
    return extraColumns;
  }

  List<Clip> clips() {
    return clips;
  }

  List<Reject> rejects() {
    return rejects;
  }

  SortedMap<String, List<String>> passedOver() {
    return Collections.unmodifiableSortedMap(passedOver);
  }

  SortedMap<String, List<String>> notes() {
    return Collections.unmodifiableSortedMap(notes);
  }
}
