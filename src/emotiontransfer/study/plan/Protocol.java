package emotiontransfer.study.plan;

import emotiontransfer.weka.table.ClipTable;

/**
 * How the destination's clips are divided into training and test.
 *
 * @param kind who is kept apart
 * @param folds number of folds; of no meaning where one subject is left out
 */
public record Protocol(Kind kind, int folds) {

  /** The paper's number of folds. */
  public static final int PAPER_FOLDS = 5;

  /** Who is kept apart. */
  public enum Kind {
    /** Each subject is a fold. */
    LOSO("loso"),
    /** Whole subjects are dealt to folds. */
    SUBJECTS("subjects"),
    /** Clips are dealt to folds; every speaker is on both sides. */
    CLIPS("clips");

    private final String word;

    Kind(String word) {
      this.word = word;
    }
  }

  /** Checks the number of folds. */
  public Protocol {
    if (kind != Kind.LOSO && folds < 2) {
      throw new IllegalArgumentException("-folds must be at least 2, but is " + folds + ".");
    }
  }

  /**
   * Reads the options.
   *
   * @param word {@code loso}, {@code subjects} or {@code clips}
   * @param folds for the latter two
   * @throws IllegalArgumentException if the word is another one
   */
  public static Protocol of(String word, int folds) {
    for (Kind kind : Kind.values()) {
      if (kind.word.equals(word)) {
        return new Protocol(kind, folds);
      }
    }
    throw new IllegalArgumentException(
        "-protocol must be loso, subjects or clips, but is '" + word + "'.");
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

  /**
   * Tells whether test speakers are unknown to the classifier.
   *
   * @return false where clips are dealt
   */
  public boolean isSubjectIndependent() {
    return kind != Kind.CLIPS;
  }

  /** Returns the option's word, for example {@code loso}. */
  public String word() {
    return kind.word;
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
