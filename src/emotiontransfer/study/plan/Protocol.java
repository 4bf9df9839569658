package emotiontransfer.study.plan;

import emotiontransfer.data.Keyword;
import emotiontransfer.weka.table.ClipTable;

/**
 * How the destination's clips are divided into training and test.
 *
 * @param kind what is kept apart
 * @param folds number of folds; of no meaning where one subject is left out
 */
public record Protocol(Kind kind, int folds) {

  /** The paper's number of folds. */
  public static final int PAPER_FOLDS = 5;

  /** What is kept apart. */
  public enum Kind implements Keyword {
    /** Each subject is a fold. */
    LOSO,
    /** Whole subjects are assigned to folds. */
    SUBJECTS,
    /** Clips are assigned to folds; every subject is on both sides. */
    CLIPS
  }

  /**
   * Returns the column whose values are kept whole: the subject, or the file where only clips are
   * kept whole.
   */
  public String unit() {
    return kind == Kind.CLIPS ? ClipTable.FILE : ClipTable.SUBJECT;
  }

  /**
   * Returns the number of folds as the result producer counts them: 0 for leave-one-subject-out.
   */
  public int producerFolds() {
    return kind == Kind.LOSO ? 0 : folds;
  }

  /** Returns whether test subjects are unknown to the classifier. */
  public boolean isSubjectIndependent() {
    return kind != Kind.CLIPS;
  }

  /** Returns the name for reports. */
  @Override
  public String toString() {
    return switch (kind) {
      case LOSO -> "leave-one-subject-out cross-validation";
      case SUBJECTS -> "subject-wise " + folds + "-fold cross-validation";
      case CLIPS ->
          "clip-wise "
              + folds
              + "-fold cross-validation (speaker-dependent: every speaker is on"
              + " both sides of each split)";
    };
  }
}
