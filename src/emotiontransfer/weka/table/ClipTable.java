package emotiontransfer.weka.table;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.SingleIndex;

/**
 * Finds the columns of a clip table or bag table.
 *
 * <p>A clip table has {@code file} (string), {@code subject} (nominal) and {@code emotion} (nominal
 * class); in a bag table the relational attribute {@code bag} stands between subject and class.
 * Columns are found by name and kind, wherever they stand; an absent column has index -1.
 */
public final class ClipTable {

  public static final String FILE = "file";
  public static final String SUBJECT = "subject";
  public static final String BAG = "bag";
  public static final String EMOTION = "emotion";

  private ClipTable() {}

  /** Finds an attribute by its name or else by its index: from 1, {@code first} or {@code last}. */
  public static Optional<Attribute> attribute(Instances data, String nameOrIndex) {
    Attribute named = data.attribute(nameOrIndex);
    if (named != null || nameOrIndex.isBlank()) {
      return Optional.ofNullable(named);
    }
    try {
      SingleIndex index = new SingleIndex(nameOrIndex);
      index.setUpper(data.numAttributes() - 1);
      return Optional.of(data.attribute(index.getIndex()));
    } catch (IllegalArgumentException noSuchIndex) {
      return Optional.empty();
    }
  }

  /** Returns the labels of a nominal attribute, in order; none for other kinds. */
  public static List<String> labels(Attribute attribute) {
    return IntStream.range(0, attribute.numValues()).mapToObj(attribute::value).toList();
  }

  /** Returns the index of the string attribute named {@code file}. */
  public static int fileIndex(Instances data) {
    Attribute attribute = data.attribute(FILE);
    return attribute != null && attribute.isString() ? attribute.index() : -1;
  }

  /** Returns the index of the nominal or string attribute named {@code subject}, not the class. */
  public static int subjectIndex(Instances data) {
    Attribute attribute = data.attribute(SUBJECT);
    boolean usable =
        attribute != null
            && (attribute.isNominal() || attribute.isString())
            && attribute.index() != data.classIndex();
    return usable ? attribute.index() : -1;
  }

  /**
   * Returns whether a clip has nothing to be decided by: no bag or an empty one, or, in a table
   * that a feature filter made without bags, no number.
   */
  public static boolean isEmpty(Instance clip) {
    Instances table = clip.dataset();
    int bag = bagIndex(table);
    if (bag >= 0) {
      return clip.isMissing(bag) || clip.relationalValue(bag).isEmpty();
    }
    if (FeatureSignature.of(table.relationName()).isEmpty()) {
      return false;
    }
    // The first number that is there answers for a row of thousands.
    boolean hasNumbers = false;
    for (int i = 0; i < table.numAttributes(); i++) {
      if (i != table.classIndex() && table.attribute(i).isNumeric()) {
        if (!clip.isMissing(i)) {
          return false;
        }
        hasNumbers = true;
      }
    }
    return hasNumbers;
  }

  /**
   * Returns the index of the only relational attribute.
   *
   * @throws IllegalArgumentException if there are several, naming the first two
   */
  public static int bagIndex(Instances data) {
    int[] bags =
        IntStream.range(0, data.numAttributes())
            .filter(index -> data.attribute(index).isRelationValued())
            .toArray();
    if (bags.length > 1) {
      throw new IllegalArgumentException(
          "Table '%s' has several relational attributes ('%s', '%s'); keep one of them, for example with the filter Remove."
              .formatted(
                  data.relationName(),
                  data.attribute(bags[0]).name(),
                  data.attribute(bags[1]).name()));
    }
    return bags.length == 0 ? -1 : bags[0];
  }
}
