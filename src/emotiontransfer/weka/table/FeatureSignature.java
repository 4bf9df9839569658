package emotiontransfer.weka.table;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;
import org.apache.commons.lang3.Validate;

/**
 * The names of the features in a bag table. A signature is the filter that made them and every
 * setting of it that changes a value; further filters stand behind it ({@code |}).
 *
 * <p>It travels in the table's relation name as {@code corpus-features(Filter -option value ...)},
 * because the relation name is the only free text that an ARFF file, the Experimenter and Weka's
 * filters all keep (filters append to it).
 */
public final class FeatureSignature {

  private static final Pattern SIGNATURE = Pattern.compile("-features\\(([^()]*)\\)");

  /** Stands between the filters of a signature. */
  private static final String STEP = " | ";

  private FeatureSignature() {}

  /** Returns the relation name {@code corpus-features(signature)} of what a filter has made. */
  public static String tag(String corpus, String signature) {
    Validate.isTrue(
        StringUtils.containsNone(signature, "()"),
        "signature must have no parenthesis, but is '%s'",
        signature);
    return corpus + "-features(" + signature + ")";
  }

  /**
   * Returns the relation name of what a filter has made of features: {@code corpus-features(Filter
   * ... | Next ...)}.
   */
  public static String append(String relationName, String step) {
    String before = of(relationName);
    return tag(corpusOf(relationName), before.isEmpty() ? step : before + STEP + step);
  }

  /** Returns the signature of each filter that took part, the first one first. */
  public static List<String> steps(String signature) {
    return List.of(StringUtils.splitByWholeSeparator(signature, STEP));
  }

  /** Returns the signature in a relation name; empty where no feature filter made the table. */
  public static String of(String relationName) {
    Matcher matcher = SIGNATURE.matcher(relationName);
    return matcher.find() ? matcher.group(1) : "";
  }

  /** Returns the corpus in a relation name: all that stands before the signature, if any. */
  public static String corpusOf(String relationName) {
    return SIGNATURE.split(relationName, 2)[0];
  }

  /**
   * Returns the names of values that stand in rows and columns, channel by channel: {@code
   * static_f00_t00}. Numbers have the digits of the largest, at least two.
   *
   * @param row what stands before the number of a row, such as {@code _f}
   */
  public static List<String> names(
      String[] channels, String row, int rows, String column, int columns) {
    List<String> names = new ArrayList<>(channels.length * rows * columns);
    for (String channel : channels) {
      for (int r = 0; r < rows; r++) {
        String start = channel + row + number(r, rows) + column;
        for (int c = 0; c < columns; c++) {
          names.add(start + number(c, columns));
        }
      }
    }
    return names;
  }

  private static String number(int number, int count) {
    int digits = Math.max(2, String.valueOf(count - 1).length());
    return StringUtils.leftPad(String.valueOf(number), digits, '0');
  }
}
