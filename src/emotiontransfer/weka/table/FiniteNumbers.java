package emotiontransfer.weka.table;

import static org.apache.commons.lang3.StringUtils.capitalize;

import java.util.stream.IntStream;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.WekaException;

/**
 * Rejects numbers that nothing can be learned from, where a table comes in: infinite ones, those
 * too large for a 32-bit float, and weights that are none. Missing values (NaN) are let through.
 *
 * <p>Segments that are {@link SegmentInstance}s cannot hold such a number.
 */
public final class FiniteNumbers {

  private static final String RULE =
      "%s has %s in attribute '%s'%s; numbers must lie within 3.4e38 of 0 (32-bit floats), or be"
          + " missing ('?').";

  private FiniteNumbers() {}

  /**
   * Checks all rows of a table.
   *
   * @throws WekaException for the first such number, naming its row and attribute
   */
  public static void check(Instances table) throws WekaException {
    for (Instance row : table) {
      check(row);
    }
  }

  /**
   * Checks a row of a table, with its bag.
   *
   * @throws WekaException for the first such number, naming the row's clip and the attribute
   */
  public static void check(Instance row) throws WekaException {
    if (!(row.weight() >= 0 && row.weight() <= Float.MAX_VALUE)) {
      String rule = "%s has the weight %s; weights must lie between 0 and 3.4e38.";
      throw new WekaException(rule.formatted(capitalize(name(row)), row.weight()));
    }
    checkNumbers(row, row, "");
    Instances table = row.dataset();
    for (int i = 0; i < table.numAttributes(); i++) {
      if (table.attribute(i).isRelationValued() && !row.isMissing(i)) {
        Instances bag = row.relationalValue(i);
        for (int segment = 0; segment < bag.size(); segment++) {
          checkNumbers(row, bag.get(segment), " of segment " + (segment + 1));
        }
      }
    }
  }

  private static void checkNumbers(Instance row, Instance values, String where)
      throws WekaException {
    for (int i = 0; i < values.numValues() && !(values instanceof SegmentInstance); i++) {
      double value = values.valueSparse(i);
      if (Math.abs(value) > Float.MAX_VALUE) {
        String attribute = values.attributeSparse(i).name();
        throw new WekaException(RULE.formatted(capitalize(name(row)), value, attribute, where));
      }
    }
  }

  /** Returns the clip of a row, or its number where it has none. */
  public static String name(Instance row) {
    Instances table = row.dataset();
    int file = ClipTable.fileIndex(table);
    if (file >= 0 && !row.isMissing(file)) {
      return "clip '" + row.stringValue(file) + "'";
    }
    String relation = FeatureSignature.corpusOf(table.relationName());
    return IntStream.range(0, table.size())
        .filter(i -> table.get(i) == row)
        .mapToObj(i -> "row %s of table '%s'".formatted(i + 1, relation))
        .findFirst()
        .orElse("a row of table '" + relation + "'");
  }
}
