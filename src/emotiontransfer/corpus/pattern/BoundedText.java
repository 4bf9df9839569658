package emotiontransfer.corpus.pattern;

/**
 * A text that may be looked at a limited number of times, as a pattern with a repetition inside a
 * repetition would look at it for years.
 */
final class BoundedText implements CharSequence {

  /** More than the limit. */
  static final class Exhausted extends RuntimeException {

    private static final long serialVersionUID = 1L;
  }

  /** Looks at characters that are left, for several texts together. */
  static final class Budget {

    private int left;

    Budget(int most) {
      left = most;
    }
  }

  private final String text;
  private final Budget budget;

  BoundedText(String text, Budget budget) {
    this.text = text;
    this.budget = budget;
  }

  @Override
  public char charAt(int index) {
    if (--budget.left < 0) {
      throw new Exhausted();
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.substring(start, end);
  }

  @Override
  public String toString() {
    return text;
  }
}
