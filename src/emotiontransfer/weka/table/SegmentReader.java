package emotiontransfer.weka.table;

import emotiontransfer.data.FeatureInfo;
import emotiontransfer.numeric.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.apache.commons.lang3.Validate;
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

  private final String signature;
  private final int bagIndex;
  private final int[] inputs;
  private final List<String> names;
  private final int staticValues;

  /**
   * Finds the inputs of a table.
   *
   * @throws IllegalArgumentException if it has several relational attributes, or nothing numeric
   */
  public SegmentReader(Instances header) {
    this.signature = FeatureSignature.of(header.relationName());
    this.bagIndex = ClipTable.bagIndex(header);
    Instances inner = bagIndex < 0 ? header : header.attribute(bagIndex).relation();
    this.inputs =
        IntStream.range(0, inner.numAttributes())
            .filter(i -> inner.attribute(i).type() == Attribute.NUMERIC)
            .filter(i -> bagIndex >= 0 || i != header.classIndex())
            .toArray();
    this.names = IntStream.of(inputs).mapToObj(i -> inner.attribute(i).name()).toList();
    Stream<String> statics = names.stream().takeWhile(name -> name.startsWith("static_"));
    this.staticValues = bagIndex < 0 ? 0 : (int) statics.count();
    Validate.isTrue(
        inputs.length > 0,
        "Table '%s' has nothing to learn from: it needs a relational attribute with numeric values"
            + " in it (a bag, as MelDeltaSpectrogram makes it) or numeric attributes; nominal ones"
            + " can be turned into numeric ones with the filter NominalToBinary.",
        header.relationName());
  }

  /** Returns whether rows have bags, or are single segments. */
  public boolean hasBags() {
    return bagIndex >= 0;
  }

  /** Returns the columns of the table that the segments are read from, in ascending order. */
  public int[] columns() {
    return hasBags() ? new int[] {bagIndex} : inputs.clone();
  }

  /** Returns the number of values of a segment. */
  public int inputs() {
    return inputs.length;
  }

  /** Returns the segments of a row, {@code [segments][inputs]}; none where there is no bag. */
  public float[][] segments(Instance row) {
    return values(row).stream().map(SegmentInstance::toFloatArray).toArray(float[][]::new);
  }

  /**
   * Returns the segments of a row, to be read piece by piece; none where the bag is missing, or all
   * numbers that a feature filter should have made. Those that are {@link SegmentInstance}s already
   * are not copied.
   */
  public List<SegmentInstance> values(Instance row) {
    if (bagIndex < 0) {
      boolean unread = !signature.isEmpty() && IntStream.of(inputs).allMatch(row::isMissing);
      return unread ? List.of() : List.of(segment(row));
    }
    return row.isMissing(bagIndex)
        ? List.of()
        : row.relationalValue(bagIndex).stream().map(this::segment).toList();
  }

  /**
   * Returns how loud a clip is, in dB: the mean of the static values of its segments, which are
   * natural logarithms of energies and stand before all others. It is NaN where there are none.
   */
  public double levelDecibels(List<SegmentInstance> clip) {
    float[] values = new float[staticValues];
    double sum = 0;
    long count = 0;
    for (SegmentInstance segment : clip) {
      segment.copyTo(0, staticValues, values, 0);
      for (float value : values) {
        sum += Float.isNaN(value) ? 0 : value;
        count += Float.isNaN(value) ? 0 : 1;
      }
    }
    return 10 / Math.log(10) * sum / count;
  }

  private SegmentInstance segment(Instance segment) {
    if (segment instanceof SegmentInstance compact && segment.numAttributes() == inputs.length) {
      return compact;
    }
    float[] values = new float[inputs.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) segment.value(inputs[i]);
    }
    return SegmentInstance.of(values);
  }

  /**
   * Returns the channel of each input, numbered from 0: the part of its attribute's name before the
   * first underscore ({@code static}, {@code delta}, {@code blue}).
   */
  public int[] channels() {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    return names.stream()
        .map(name -> name.contains("_") ? StringUtils.substringBefore(name, "_") : "")
        .mapToInt(channel -> numbers.computeIfAbsent(channel, key -> numbers.size()))
        .toArray();
  }

  /** Returns what the names of the inputs say of a segment's frames. */
  public FrameNames frames() {
    return FrameNames.of(names);
  }

  /** Returns what the inputs are. */
  public FeatureInfo features() {
    String lines = names.stream().map(name -> name + "\n").collect(Collectors.joining());
    String hash = Sha256.hex(lines.getBytes(StandardCharsets.UTF_8));
    return new FeatureInfo(signature, hash, inputs.length);
  }
}
