package emotiontransfer.weka.filter;

import static org.apache.commons.lang3.Validate.isTrue;

import emotiontransfer.data.FrameLayout;
import emotiontransfer.weka.filter.GroupScaling.Moments;
import emotiontransfer.weka.progress.WindowLog;
import emotiontransfer.weka.table.BagRows;
import emotiontransfer.weka.table.ClipTable;
import emotiontransfer.weka.table.FeatureSignature;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;

/**
 * Standardises the rows of each subject by the means and the deviations of its own rows.
 *
 * <p>In bags these are taken over the frames of all segments of a subject, a frame that overlapping
 * segments share being counted once; in a table without a bag, over each numeric attribute but the
 * class. Subjects of the first batch keep its statistics; others have those that they were enrolled
 * with, or else those of their rows in their batch.
 */
public final class SubjectStandardizer implements Serializable {

  /** What the features' signature says about it. */
  public static final String SIGNATURE = "SubjectStandardize";

  private static final long serialVersionUID = 1L;

  /** The subject of rows that have none. */
  private static final String NOBODY = "";

  private final int subjectIndex;
  private final int bagIndex;
  private final int[] columns;
  private final ValueGroups groups;
  private final Map<String, GroupScaling> known = new TreeMap<>();
  private final Map<String, GroupScaling> enrolled = new TreeMap<>();
  private transient boolean warnedOfNobody;
  private transient boolean warnedOfLone;

  /**
   * A standardised row.
   *
   * @param values of its attributes
   * @param bag takes the place of the row's bag, if it has one
   */
  public record Row(double[] values, Optional<Instances> bag) {}

  /**
   * Finds the columns of a table.
   *
   * @throws IllegalArgumentException if it has no subject, or several bags
   */
  public SubjectStandardizer(Instances table) {
    subjectIndex = ClipTable.subjectIndex(table);
    isTrue(
        subjectIndex >= 0,
        "Table '%s' has no nominal or string attribute 'subject' beside its class, by which"
            + " SubjectStandardize groups the rows; rename the one that names the subject"
            + " (filter RenameAttribute).",
        FeatureSignature.corpusOf(table.relationName()));
    bagIndex = ClipTable.bagIndex(table);
    Instances inner = bagIndex < 0 ? table : table.attribute(bagIndex).relation();
    columns =
        IntStream.range(0, inner.numAttributes())
            .filter(i -> inner.attribute(i).type() == Attribute.NUMERIC)
            .filter(i -> bagIndex >= 0 || i != table.classIndex())
            .toArray();
    groups =
        bagIndex < 0
            ? ValueGroups.each(columns.length)
            : ValueGroups.ofSegment(
                IntStream.of(columns).mapToObj(i -> inner.attribute(i).name()).toList());
  }

  /** Returns whether a table of this name was standardised by subject. */
  public static boolean hasMade(String relationName) {
    return FeatureSignature.steps(FeatureSignature.of(relationName)).contains(SIGNATURE);
  }

  /** Returns the index of the bag, or -1. */
  public int bagIndex() {
    return bagIndex;
  }

  /** Standardises the first batch and keeps the statistics of its subjects. */
  public List<Row> first(Instances rows) {
    List<RowValues> values = values(rows);
    known.putAll(scalings(rows, values));
    return standardized(rows, values, Map.of());
  }

  /** Keeps the statistics of subjects that the first batch did not have. */
  public void enroll(Instances rows) {
    enrolled.clear();
    enrolled.putAll(scalings(rows, values(rows)));
  }

  /** Standardises a later batch. */
  public List<Row> later(Instances rows) {
    List<RowValues> values = values(rows);
    return standardized(rows, values, scalings(rows, values));
  }

  private List<Row> standardized(
      Instances rows, List<RowValues> values, Map<String, GroupScaling> ofBatch) {
    Map<String, GroupScaling> all = new HashMap<>(ofBatch);
    all.putAll(enrolled);
    all.putAll(known);
    return IntStream.range(0, rows.size())
        .mapToObj(i -> values.get(i).standardized(all.get(subject(rows.get(i)))))
        .toList();
  }

  private String subject(Instance row) {
    return row.isMissing(subjectIndex) ? NOBODY : row.stringValue(subjectIndex);
  }

  private List<RowValues> values(Instances rows) {
    if (bagIndex < 0 || columns.length == 0) {
      return rows.stream().map(row -> numbers(row, columns)).toList();
    }
    FrameLayout layout = groups.layout(rows.stream().filter(this::hasBag).map(this::bag).toList());
    return rows.stream()
        .map(row -> hasBag(row) ? segments(row, layout) : numbers(row, new int[0]))
        .toList();
  }

  private boolean hasBag(Instance row) {
    return !row.isMissing(bagIndex);
  }

  private BagRows bag(Instance row) {
    return new BagRows(row.relationalValue(bagIndex), columns);
  }

  private static RowValues numbers(Instance row, int[] columns) {
    return new RowValues.Numbers(row.toDoubleArray(), columns);
  }

  private RowValues segments(Instance row, FrameLayout layout) {
    return new RowValues.Segments(row.toDoubleArray(), bag(row), layout, groups.group());
  }

  /** Computes the statistics of the subjects that have none yet. */
  private Map<String, GroupScaling> scalings(Instances rows, List<RowValues> values) {
    Map<String, Moments> moments = new TreeMap<>();
    Map<String, Integer> counts = new TreeMap<>();
    for (int i = 0; i < values.size(); i++) {
      String subject = subject(rows.get(i));
      if (!known.containsKey(subject) && !enrolled.containsKey(subject)) {
        Moments own = moments.computeIfAbsent(subject, name -> new Moments(groups.count()));
        values.get(i).addTo(own, rows.get(i).weight());
        counts.merge(subject, 1, Integer::sum);
      }
    }
    warn(counts);
    Map<String, GroupScaling> scalings = new HashMap<>();
    moments.forEach((subject, own) -> scalings.put(subject, own.scaling()));
    return scalings;
  }

  /** Warns of each of two obstacles once. */
  private void warn(Map<String, Integer> counts) {
    if (counts.containsKey(NOBODY) && !warnedOfNobody) {
      warnedOfNobody = true;
      String sentence = "SubjectStandardize: %s rows have no subject and are taken for one.";
      WindowLog.note(null, sentence.formatted(counts.get(NOBODY)));
    }
    Optional<String> lone =
        counts.keySet().stream()
            .filter(subject -> counts.get(subject) == 1 && !subject.equals(NOBODY))
            .findFirst();
    if (lone.isPresent() && !warnedOfLone) {
      warnedOfLone = true;
      String sentence =
          "SubjectStandardize: there is one row alone of subject '%s', by which it is"
              + " standardised%s, so that decisions will be poorer; give all rows of a subject at"
              + " once (PathNetPredict: -speaker).";
      String result = bagIndex < 0 ? " (all its numbers become 0)" : "";
      WindowLog.note(null, sentence.formatted(lone.get(), result));
    }
  }
}
