package emotiontransfer.weka.table;

import weka.core.Attribute;
import weka.core.Instances;

/**
 * Finds the columns of a clip table or bag table.
 *
 * <p>A clip table has {@code file} (string), {@code subject} (nominal) and {@code emotion} (nominal
 * class); in a bag table the relational attribute {@code bag} stands between subject and class.
 * Columns are found by name and kind, wherever they stand; none of the look-ups throws when a
 * column is absent.
 */
public final class ClipTable {

  /** Name of the string attribute that holds a clip's path. */
  public static final String FILE = "file";

  /** Name of the nominal attribute that holds a clip's speaker. */
  public static final String SUBJECT = "subject";

  /** Name of the relational attribute that holds a clip's segments or faces. */
  public static final String BAG = "bag";

  /** Name of the class attribute that the loader writes. */
  public static final String EMOTION = "emotion";

  private ClipTable() {}

  /**
   * Returns the index of the string attribute named {@code file}.
   *
   * @param data any table
   * @return its index, or -1 where there is none
   */
  public static int fileIndex(Instances data) {
    Attribute attribute = data.attribute(FILE);
    return attribute != null && attribute.isString() ? attribute.index() : -1;
  }

  /**
   * Returns the index of the nominal or string attribute named {@code subject}.
   *
   * @param data any table
   * @return its index, or -1 where there is none or where it is the class
   */
  public static int subjectIndex(Instances data) {
    Attribute attribute = data.attribute(SUBJECT);
    boolean usable =
        attribute != null
            && (attribute.isNominal() || attribute.isString())
            && attribute.index() != data.classIndex();
    return usable ? attribute.index() : -1;
  }

  /**
   * Returns the index of the only relational attribute.
   *
   * @param data any table
   * @return its index, or -1 where there is none
   * @throws IllegalArgumentException if there are several, naming the first two
   */
  public static int bagIndex(Instances data) {
    int found = -1;
    for (int i = 0; i < data.numAttributes(); i++) {
      if (!data.attribute(i).isRelationValued()) {
        continue;
      }
      if (found >= 0) {
        throw new IllegalArgumentException(
            "Table '"
                + data.relationName()
                + "' has several relational attributes ('"
                + data.attribute(found).name()
                + "', '"
                + data.attribute(i).name()
                + "'); keep one of them, for example with the filter Remove.");
      }
      found = i;
    }
    return found;
  }
}
