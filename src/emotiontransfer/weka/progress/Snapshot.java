package emotiontransfer.weka.progress;

/**
 * How far a task and those within it are.
 *
 * @param steps which steps are being done: {@code "fold 3 of 10, generation 13 of 20"}
 * @param left {@code "4 min left"}; empty where that is unknown
 * @param note what the last step had to report; may be empty
 * @param fraction of the steps that is done, 0 to 1; NaN where their number is unknown
 */
record Snapshot(String steps, String left, String note, double fraction) {

  /** Returns all of it in one line, the note behind what matters most. */
  String line() {
    return steps + (left.isEmpty() ? "" : ", " + left) + (note.isEmpty() ? "" : " (" + note + ")");
  }
}
