package emotiontransfer.study.result;

import emotiontransfer.evaluation.MeanStd;
import java.util.Locale;

/**
 * A cell of a table: words, a number, or a mean with its deviation.
 *
 * @param words for cells that are no number; else null
 * @param value of numbers
 * @param deviation of means; NaN elsewhere
 * @param isSpread whether it is a mean with a deviation, known or not
 */
public record Cell(String words, double value, double deviation, boolean isSpread) {

  /**
   * Makes a cell of words.
   *
   * @param words any
   */
  public static Cell of(String words) {
    return new Cell(words, Double.NaN, Double.NaN, false);
  }

  /**
   * Makes a cell of a number.
   *
   * @param value NaN for none
   */
  public static Cell of(double value) {
    return new Cell(null, value, Double.NaN, false);
  }

  /**
   * Makes a cell of a mean.
   *
   * @param spread with its deviation
   */
  public static Cell of(MeanStd spread) {
    return new Cell(null, spread.mean(), spread.deviation(), true);
  }

  /**
   * Tells whether the cell is a number.
   *
   * @return false for words
   */
  public boolean isNumber() {
    return words == null;
  }

  /** Returns what people read: three digits behind the point, a dash for what is not there. */
  @Override
  public String toString() {
    if (words != null) {
      return words;
    }
    String mean = digits(value);
    return Double.isNaN(deviation) ? mean : mean + " ± " + digits(deviation);
  }

  private static String digits(double number) {
    return Double.isNaN(number) ? "–" : String.format(Locale.ROOT, "%.3f", number);
  }
}
