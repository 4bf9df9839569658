package emotiontransfer.weka.filter;

import emotiontransfer.data.FloatSegments;
import emotiontransfer.data.FrameLayout;
import emotiontransfer.weka.filter.GroupScaling.Moments;
import emotiontransfer.weka.filter.SubjectStandardizer.Row;
import emotiontransfer.weka.table.BagRows;
import emotiontransfer.weka.table.SegmentInstance;
import java.util.Optional;
import weka.core.Instance;
import weka.core.Instances;

/** The values of a row that are standardised, each in its group. */
sealed interface RowValues {

  void addTo(Moments moments, double weight);

  Row standardized(GroupScaling scaling);

  /**
   * Numbers of a row.
   *
   * @param values of all its attributes
   * @param columns those that are standardised; each is a group of its own
   */
  record Numbers(double[] values, int[] columns) implements RowValues {

    @Override
    public void addTo(Moments moments, double weight) {
      for (int group = 0; group < columns.length; group++) {
        moments.add(group, values[columns[group]], weight);
      }
    }

    @Override
    public Row standardized(GroupScaling scaling) {
      double[] result = values.clone();
      for (int group = 0; group < columns.length; group++) {
        result[columns[group]] = scaling.apply(group, values[columns[group]]);
      }
      return new Row(result, Optional.empty());
    }
  }

  /**
   * The bag of a row, whose frames are joined when they are needed.
   *
   * @param values of all attributes of the row
   * @param groups of the values of a segment
   */
  record Segments(double[] values, BagRows bag, FrameLayout layout, int[] groups)
      implements RowValues {

    @Override
    public void addTo(Moments moments, double weight) {
      FloatSegments joined = layout.join(bag);
      for (int i = 0; i < joined.values().length; i++) {
        moments.add(group(joined, i), joined.values()[i], weight);
      }
    }

    /** A row's frames are of one group; a single row has the segments one behind the other. */
    private int group(FloatSegments joined, int i) {
      int row = i / joined.stride();
      return groups[row * joined.width() + (i - row * joined.stride()) % joined.width()];
    }

    @Override
    public Row standardized(GroupScaling scaling) {
      FloatSegments joined = layout.join(bag);
      float[] frames = new float[joined.values().length];
      for (int i = 0; i < frames.length; i++) {
        frames[i] = scaling.apply(group(joined, i), joined.values()[i]);
      }
      FloatSegments block =
          new FloatSegments(
              frames,
              joined.rows(),
              joined.width(),
              joined.stride(),
              joined.step(),
              joined.segments());
      Instances result = new Instances(bag.bag(), block.segments());
      for (int i = 0; i < block.segments(); i++) {
        result.add(segment(block, i));
      }
      return new Row(values, Optional.of(result));
    }

    private Instance segment(FloatSegments block, int i) {
      Instance before = bag.bag().get(i);
      if (bag.inputs() < before.numAttributes()) {
        double[] mixed = before.toDoubleArray();
        for (int input = 0; input < bag.inputs(); input++) {
          mixed[bag.columns()[input]] = block.value(i, input);
        }
        return before.copy(mixed);
      }
      SegmentInstance segment = new SegmentInstance(block, i);
      segment.setWeight(before.weight());
      return segment;
    }
  }
}
