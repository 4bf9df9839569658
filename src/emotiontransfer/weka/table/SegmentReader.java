package emotiontransfer.weka.table;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;

/**
 * Reads the segments of a table's rows as vectors of 32-bit floats.
 *
 * <p>With one relational attribute a row has the segments of its bag. Without one a row is a single
 * segment of the table's numeric attributes, the class excepted. A missing value is NaN.
 */
public final class SegmentReader {

  private final int bagIndex;
  private final int[] inputs;
  private final List<String> names;

  /**
   * Finds the inputs of a table.
   *
   * @param header any table, with its class set if it has one
   * @throws IllegalArgumentException if it has several relational attributes, or neither a
   *     relational nor a numeric one, or if the relational one has no numeric attribute
   */
  public SegmentReader(Instances header) {
    this.bagIndex = ClipTable.bagIndex(header);
    Instances inner = bagIndex < 0 ? header : header.attribute(bagIndex).relation();
    this.names = new ArrayList<>();
    List<Integer> numeric = new ArrayList<>();
    for (int i = 0; i < inner.numAttributes(); i++) {
      if (inner.attribute(i).type() == Attribute.NUMERIC
          && !(bagIndex < 0 && i == header.classIndex())) {
        numeric.add(i);
        names.add(inner.attribute(i).name());
      }
    }
    if (numeric.isEmpty()) {
      throw new IllegalArgumentException(
          "Table '"
              + header.relationName()
              + "' has nothing to learn from: it needs a relational attribute with numeric values"
              + " in it (a bag, as MelDeltaSpectrogram makes it) or numeric attributes; nominal"
              + " ones can be turned into numeric ones with the filter NominalToBinary.");
    }
    this.inputs = numeric.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Returns the number of values of a segment. */
  public int inputs() {
    return inputs.length;
  }

  /**
   * Tells whether rows are bags.
   *
   * @return false for an ordinary numeric table
   */
  public boolean hasBags() {
    return bagIndex >= 0;
  }

  /**
   * Returns the segments of a row.
   *
   * @param row of a table with this header
   * @return {@code [segments][inputs]}; no segments where the bag is missing
   */
  public float[][] segments(Instance row) {
    if (bagIndex < 0) {
      return new float[][] {segment(row)};
    }
    if (row.isMissing(bagIndex)) {
      return new float[0][];
    }
    Instances bag = row.relationalValue(bagIndex);
    float[][] segments = new float[bag.numInstances()][];
    for (int i = 0; i < segments.length; i++) {
      segments[i] = segment(bag.instance(i));
    }
    return segments;
  }

  /**
   * Returns the number of segments of a row.
   *
   * @param row of a table with this header
   * @return 0 where the bag is missing
   */
  public int count(Instance row) {
    if (bagIndex < 0) {
      return 1;
    }
    return row.isMissing(bagIndex) ? 0 : row.relationalValue(bagIndex).numInstances();
  }

  private float[] segment(Instance instance) {
    float[] values = new float[inputs.length];
    if (holdsInputs(instance)) {
      ((SegmentValues) instance).copyTo(0, values.length, values, 0);
      return values;
    }
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) instance.value(inputs[i]);
    }
    return values;
  }

  /**
   * Returns the segments of a row, to be read piece by piece. Those that are {@link SegmentValues}
   * already are not copied, so that a corpus need not be in memory twice; of others a copy is made.
   *
   * @param row of a table with this header
   * @return no segments where the bag is missing
   */
  public List<SegmentValues> values(Instance row) {
    if (bagIndex < 0) {
      return List.of(valuesOf(row));
    }
    List<SegmentValues> segments = new ArrayList<>();
    if (!row.isMissing(bagIndex)) {
      for (Instance segment : row.relationalValue(bagIndex)) {
        segments.add(valuesOf(segment));
      }
    }
    return segments;
  }

  private SegmentValues valuesOf(Instance segment) {
    return holdsInputs(segment) ? (SegmentValues) segment : new FloatInstance(segment(segment));
  }

  private boolean holdsInputs(Instance segment) {
    return segment instanceof SegmentValues && segment.numAttributes() == inputs.length;
  }

  /**
   * Returns the channel of each input: the part of its attribute's name before the first underscore
   * ({@code static}, {@code delta}, {@code blue}): channel numbers from 0, in the order of their
   * first occurrence.
   */
  public int[] channels() {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    int[] channels = new int[inputs.length];
    for (int i = 0; i < channels.length; i++) {
      String name = names.get(i);
      int end = name.indexOf('_');
      String channel = end < 0 ? "" : name.substring(0, end);
      channels[i] = numbers.computeIfAbsent(channel, key -> numbers.size());
    }
    return channels;
  }

  /** Returns a hash of the inputs' names in their order: 64 hexadecimal digits (SHA-256). */
  public String namesHash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String name : names) {
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
