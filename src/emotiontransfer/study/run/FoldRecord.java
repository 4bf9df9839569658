package emotiontransfer.study.run;

import java.util.List;

/**
 * All that is kept of a fold.
 *
 * @param fold its name
 * @param clips its test clips, in the order of the table
 * @param curve of its evolution; empty for systems without
 * @param key Weka's key of the result, without the run's own file names
 * @param result Weka's result; empty text for null
 * @param seconds of training and testing
 */
public record FoldRecord(
    String fold,
    List<ClipResult> clips,
    List<CurvePoint> curve,
    List<String> key,
    List<String> result,
    double seconds) {

  /** Copies the lists. */
  public FoldRecord {
    clips = List.copyOf(clips);
    curve = List.copyOf(curve);
    key = List.copyOf(key);
    result = List.copyOf(result);
  }
}
