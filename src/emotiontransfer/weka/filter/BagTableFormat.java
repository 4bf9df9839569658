package emotiontransfer.weka.filter;

import emotiontransfer.data.ByteSegments;
import emotiontransfer.data.FloatSegments;
import emotiontransfer.data.SegmentBlock;
import emotiontransfer.weka.table.ByteInstance;
import emotiontransfer.weka.table.ClipTable;
import emotiontransfer.weka.table.FloatInstance;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Utils;

/**
 * How a row of a clip table becomes a row of a bag table.
 *
 * <p>Columns: file, subject, bag, the other columns in their order, class. In Weka's strict
 * multi-instance form: nominal bag id (the values of the file column), bag, class.
 */
final class BagTableFormat implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Name of the first attribute of Weka's strict multi-instance form. */
  static final String BAG_ID = "bag-id";

  private static final int BAG = -1;

  private final int file;
  private final int[] sources;
  private final Instances header;

  private BagTableFormat(int file, int[] sources, Instances header) {
    this.file = file;
    this.sources = sources;
    this.header = header;
  }

  /**
   * Returns the index of the column that holds the clips' paths: the string attribute named {@code
   * file}, or else the only string attribute.
   *
   * @throws IllegalArgumentException if there is none
   */
  static int fileColumn(Instances clips) {
    int found = ClipTable.fileIndex(clips);
    int strings = 0;
    for (int i = 0; i < clips.numAttributes() && ClipTable.fileIndex(clips) < 0; i++) {
      if (clips.attribute(i).isString()) {
        found = i;
        strings++;
      }
    }
    if (found < 0 || strings > 1) {
      throw new IllegalArgumentException(
          "Table '"
              + clips.relationName()
              + "' has no string attribute named 'file' with the paths of the clips; load a corpus"
              + " with EmotionCorpusLoader or rename the attribute.");
    }
    return found;
  }

  /** Returns the format with all columns kept. */
  static BagTableFormat keepingColumns(Instances clips, List<String> valueNames, String relation) {
    if (clips.attribute(ClipTable.BAG) != null) {
      throw new IllegalArgumentException(
          "Table '"
              + clips.relationName()
              + "' has an attribute named 'bag' already; remove or rename it first.");
    }
    int file = fileColumn(clips);
    List<Integer> order = new ArrayList<>();
    order.add(file);
    int subject = ClipTable.subjectIndex(clips);
    if (subject >= 0) {
      order.add(subject);
    }
    order.add(BAG);
    for (int i = 0; i < clips.numAttributes(); i++) {
      if (i != clips.classIndex() && !order.contains(i)) {
        order.add(i);
      }
    }
    if (clips.classIndex() >= 0) {
      order.add(clips.classIndex());
    }
    ArrayList<Attribute> attributes = new ArrayList<>();
    for (int source : order) {
      attributes.add(source == BAG ? bag(valueNames) : copy(clips.attribute(source)));
    }
    return new BagTableFormat(
        file,
        order.stream().mapToInt(Integer::intValue).toArray(),
        header(relation, attributes, clips.classIndex() >= 0));
  }

  /**
   * Returns Weka's strict multi-instance format.
   *
   * @throws IllegalArgumentException if no class is set
   */
  static BagTableFormat multiInstance(Instances clips, List<String> valueNames, String relation) {
    if (clips.classIndex() < 0) {
      throw new IllegalArgumentException(
          "Table '"
              + clips.relationName()
              + "' has no class set, which -multi-instance needs; set it (-c last).");
    }
    int file = fileColumn(clips);
    Set<String> ids = new LinkedHashSet<>();
    for (Instance clip : clips) {
      if (!clip.isMissing(file)) {
        ids.add(clip.stringValue(file));
      }
    }
    ArrayList<Attribute> attributes = new ArrayList<>();
    attributes.add(new Attribute(BAG_ID, new ArrayList<>(ids)));
    attributes.add(bag(valueNames));
    attributes.add(copy(clips.classAttribute()));
    int[] sources = {file, BAG, clips.classIndex()};
    return new BagTableFormat(file, sources, header(relation, attributes, true));
  }

  private static Attribute bag(List<String> valueNames) {
    ArrayList<Attribute> values = new ArrayList<>(valueNames.size());
    for (String name : valueNames) {
      values.add(new Attribute(name));
    }
    return new Attribute(ClipTable.BAG, new Instances(ClipTable.BAG, values, 0));
  }

  private static Attribute copy(Attribute attribute) {
    if (attribute.isString()) {
      Attribute text = new Attribute(attribute.name(), (List<String>) null);
      text.setWeight(attribute.weight());
      return text;
    }
    return (Attribute) attribute.copy();
  }

  private static Instances header(
      String relation, ArrayList<Attribute> attributes, boolean withClass) {
    Instances header = new Instances(relation, attributes, 0);
    if (withClass) {
      header.setClassIndex(attributes.size() - 1);
    }
    return header;
  }

  /** Returns an empty bag table. */
  Instances emptyTable() {
    return header.stringFreeStructure();
  }

  /** Returns the path in a row of the clip table, or null where it is missing. */
  String path(Instance clip) {
    return clip.isMissing(file) ? null : clip.stringValue(file);
  }

  /**
   * Makes a row of the bag table.
   *
   * @param block the clip's segments, or null for a missing bag
   * @param table bag table whose attributes take strings and the bag
   */
  Instance row(Instance clip, SegmentBlock block, Instances table) {
    double[] values = new double[sources.length];
    for (int i = 0; i < sources.length; i++) {
      Attribute attribute = table.attribute(i);
      if (sources[i] == BAG) {
        boolean missing = block == null || block.segments() == 0;
        values[i] = missing ? Utils.missingValue() : attribute.addRelation(bag(block, attribute));
      } else if (clip.isMissing(sources[i])) {
        values[i] = Utils.missingValue();
      } else if (attribute.isString()) {
        values[i] = attribute.addStringValue(clip.stringValue(sources[i]));
      } else if (sources[i] == file) {
        int id = attribute.indexOfValue(clip.stringValue(file));
        values[i] = id < 0 ? Utils.missingValue() : id;
      } else {
        values[i] = clip.value(sources[i]);
      }
    }
    return new DenseInstance(clip.weight(), values);
  }

  private static Instances bag(SegmentBlock block, Attribute attribute) {
    Instances bag = new Instances(attribute.relation(), block.segments());
    for (int s = 0; s < block.segments(); s++) {
      bag.add(segment(block, s));
    }
    return bag;
  }

  private static Instance segment(SegmentBlock block, int segment) {
    if (block instanceof ByteSegments bytes) {
      return new ByteInstance(bytes.values(segment));
    }
    FloatSegments floats = (FloatSegments) block;
    return new FloatInstance(
        floats.values(), floats.rows(), floats.width(), floats.stride(), floats.offset(segment));
  }
}
