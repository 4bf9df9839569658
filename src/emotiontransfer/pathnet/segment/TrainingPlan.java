package emotiontransfer.pathnet.segment;

import emotiontransfer.data.Keyword;
import java.util.Set;

/**
 * How the first layer of an evolution is trained, which has nearly all of a grid's weights and
 * work. The plan is chosen once, from what an evolution may not change when it is continued, and
 * stands in models that can be continued.
 */
public enum TrainingPlan implements Keyword {
  /** Module by module and segment by segment: every kind can. */
  MODULES,
  /** The weights of all active modules as one matrix. */
  PRIMAL,
  /** A coefficient for each training segment instead of weights (dual form). */
  DUAL;

  /** The products of all pairs of segments take at most 64 MB, and a second or two to compute. */
  private static final int MOST_SEGMENTS = 4096;

  /**
   * The dual form has less to multiply up to twice as many segments as inputs; at a third of the
   * inputs it surely pays, the computing of all pairs included.
   */
  private static final int INPUTS_PER_SEGMENT = 3;

  /** Returns the fastest plan that a kind of module offers for a corpus. */
  public static TrainingPlan choose(SegmentModule kind, int segments, int inputs) {
    Set<TrainingPlan> offered = kind.plans();
    if (offered.contains(DUAL)
        && segments <= Math.min(MOST_SEGMENTS, inputs / INPUTS_PER_SEGMENT)) {
      return DUAL;
    }
    return offered.contains(PRIMAL) ? PRIMAL : MODULES;
  }
}
