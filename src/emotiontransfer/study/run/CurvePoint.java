package emotiontransfer.study.run;

import java.io.Serializable;
import java.util.List;

/**
 * The test of an evolution's best pathway so far.
 *
 * @param generation number of generations that have run
 * @param hits right decisions by emotion
 */
public record CurvePoint(int generation, List<Integer> hits) implements Serializable {

  /** Copies the list. */
  public CurvePoint {
    hits = List.copyOf(hits);
  }
}
