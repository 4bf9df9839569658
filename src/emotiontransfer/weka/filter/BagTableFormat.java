package emotiontransfer.weka.filter;

import static org.apache.commons.lang3.Validate.isTrue;

import emotiontransfer.data.ByteSegments;
import emotiontransfer.data.SegmentBlock;
import emotiontransfer.weka.table.BagTable;
import emotiontransfer.weka.table.ClipTable;
import emotiontransfer.weka.table.SegmentInstance;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Utils;

/**
 * How a row of a clip table becomes a row of a bag table.
 *
 * <p>Columns: file, subject, bag, the other columns in their order, class. In Weka's strict
 * multi-instance form: nominal bag id (the values of the file column), bag, class. Where a clip is
 * one vector, its numbers stand in place of the bag.
 */
final class BagTableFormat implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final int BAG = -1;
  private static final double MISSING = Utils.missingValue();

  /** The column of the clip table that each column comes from. */
  private final ArrayList<Integer> sources;

  private final int file;
  private final boolean vector;
  private final Instances header;

  /** What takes the place of the bag in a row. */
  enum Form {
    BAG,
    /** A bag, with nothing but its id and class. */
    STRICT_BAG,
    /** The numbers of a clip's only segment. */
    VECTOR
  }

  /**
   * Creates a format.
   *
   * @param clips with their rows where the form is strict
   * @throws IllegalArgumentException if the clips have no paths, or have bags already, or have no
   *     class where the form is strict
   */
  BagTableFormat(Instances clips, List<String> valueNames, String relation, Form form) {
    file = fileColumn(clips);
    vector = form == Form.VECTOR;
    boolean strict = form == Form.STRICT_BAG;
    String wrong =
        strict && clips.classIndex() < 0
            ? "has no class set, which -multi-instance needs; set it (-c last)."
            : form == Form.BAG && clips.attribute(ClipTable.BAG) != null
                ? "has an attribute named 'bag' already; remove or rename it first."
                : "";
    isTrue(wrong.isEmpty(), "Table '%s' %s", clips.relationName(), wrong);
    Set<Integer> order = new LinkedHashSet<>(List.of(file));
    int subject = ClipTable.subjectIndex(clips);
    if (!strict && subject >= 0) {
      order.add(subject);
    }
    order.add(BAG);
    IntStream.range(0, strict ? 0 : clips.numAttributes())
        .filter(i -> i != clips.classIndex())
        .forEach(order::add);
    if (clips.classIndex() >= 0) {
      order.add(clips.classIndex());
    }
    sources = new ArrayList<>();
    ArrayList<Attribute> attributes = new ArrayList<>();
    for (int source : order) {
      if (source == BAG && vector) {
        valueNames.forEach(name -> attributes.add(new Attribute(name)));
      } else {
        attributes.add(
            source == BAG
                ? bag(valueNames)
                : strict && source == file
                    ? ids(clips)
                    : (Attribute) clips.attribute(source).copy());
      }
      sources.addAll(Collections.nCopies(attributes.size() - sources.size(), source));
    }
    Instances table = new Instances(relation, attributes, 0);
    table.setClassIndex(clips.classIndex() < 0 ? -1 : attributes.size() - 1);
    header = table.stringFreeStructure();
  }

  /**
   * Returns the index of the column that holds the clips' paths: the string attribute named {@code
   * file}, or else the only string attribute.
   *
   * @throws IllegalArgumentException if there is none
   */
  static int fileColumn(Instances clips) {
    int named = ClipTable.fileIndex(clips);
    int[] strings =
        IntStream.range(0, clips.numAttributes())
            .filter(i -> clips.attribute(i).isString())
            .toArray();
    String none =
        "Table '%s' has no string attribute named 'file' with the paths of the clips; load a corpus"
            + " with EmotionCorpusLoader or rename the attribute.";
    isTrue(named >= 0 || strings.length == 1, none, clips.relationName());
    return named < 0 ? strings[0] : named;
  }

  private Attribute ids(Instances clips) {
    return new Attribute(
        "bag-id", clips.stream().map(this::path).flatMap(Optional::stream).distinct().toList());
  }

  private static Attribute bag(List<String> valueNames) {
    ArrayList<Attribute> values = new ArrayList<>(valueNames.size());
    valueNames.forEach(name -> values.add(new Attribute(name)));
    return new Attribute(ClipTable.BAG, new Instances(ClipTable.BAG, values, 0));
  }

  Instances emptyTable() {
    return header.stringFreeStructure();
  }

  /** Makes adding bags to an empty table quick. */
  void prepare(Instances table) {
    int bag = sources.indexOf(BAG);
    if (!vector) {
      Attribute attribute = table.attribute(bag);
      BagTable values = new BagTable(attribute.relation(), 0);
      table.replaceAttributeAt(new Attribute(attribute.name(), values), bag);
    }
  }

  Optional<String> path(Instance clip) {
    return clip.isMissing(file) ? Optional.empty() : Optional.of(clip.stringValue(file));
  }

  /** Makes a row of the bag table, whose attributes take strings and the bag, if there is one. */
  Instance row(Instance clip, Optional<SegmentBlock> block, Instances table) {
    double[] values = new double[sources.size()];
    int begin = sources.indexOf(BAG);
    for (int i = 0; i < values.length; i++) {
      int source = sources.get(i);
      Attribute attribute = table.attribute(i);
      if (source == BAG) {
        values[i] = block.isEmpty() ? MISSING : value(block.get(), attribute, i - begin);
      } else if (clip.isMissing(source)) {
        values[i] = MISSING;
      } else if (attribute.isString()) {
        values[i] = attribute.addStringValue(clip.stringValue(source));
      } else if (source == file) {
        int id = attribute.indexOfValue(clip.stringValue(file));
        values[i] = id < 0 ? MISSING : id;
      } else {
        values[i] = clip.value(source);
      }
    }
    return new DenseInstance(clip.weight(), values);
  }

  private double value(SegmentBlock block, Attribute attribute, int index) {
    return vector ? block.value(0, index) : attribute.addRelation(bag(block, attribute));
  }

  private static Instances bag(SegmentBlock block, Attribute attribute) {
    Instances bag = new BagTable(attribute.relation(), block.segments());
    for (int s = 0; s < block.segments(); s++) {
      // Bytes have nothing in common: a dropped row must not be held by the others of its clip.
      bag.add(
          block instanceof ByteSegments bytes
              ? new SegmentInstance(new ByteSegments(List.of(bytes.values(s))), 0)
              : new SegmentInstance(block, s));
    }
    return bag;
  }
}
