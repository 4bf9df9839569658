package emotiontransfer.corpus;

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
  private final SortedMap<String, Integer> passedOver = new TreeMap<>();
  private final SortedMap<String, Integer> notes = new TreeMap<>();

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

  /** Counts files that nobody expects to be clips. */
  void passOver(String what, int files) {
    if (files > 0) {
      passedOver.merge(what, files, Integer::sum);
    }
  }

  /** Counts what is worth telling about a name. */
  void note(String note) {
    if (!note.isEmpty()) {
      notes.merge(note, 1, Integer::sum);
    }
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

  SortedMap<String, Integer> passedOver() {
    return Collections.unmodifiableSortedMap(passedOver);
  }

  SortedMap<String, Integer> notes() {
    return Collections.unmodifiableSortedMap(notes);
  }
}
