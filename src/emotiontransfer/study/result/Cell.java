package emotiontransfer.study.result;

import emotiontransfer.evaluation.MeanStd;
import java.util.Locale;

/** A cell of a table. Its text has three digits behind the point, a dash for what is not there. */
public sealed interface Cell {

  /** A cell of words. */
  record Words(String text) implements Cell {
    @Override
    public String toString() {
      return text;
    }
  }

  /** A cell of a number; NaN for none. */
  record Value(double value) implements Cell {
    @Override
    public String toString() {
      return digits(value);
    }
  }

  /** A cell of a mean and its deviation. */
  record Mean(MeanStd figures) implements Cell {
    @Override
    public String toString() {
      String mean = digits(figures.mean());
      boolean single = Double.isNaN(figures.deviation());
      return single ? mean : mean + " ± " + digits(figures.deviation());
    }
  }

  static Cell of(String words) {
    return new Words(words);
  }

  static Cell of(double value) {
    return new Value(value);
  }

  static Cell of(MeanStd figures) {
    return new Mean(figures);
  }

  private static String digits(double number) {
    return Double.isNaN(number) ? "–" : String.format(Locale.ROOT, "%.3f", number);
  }
}
