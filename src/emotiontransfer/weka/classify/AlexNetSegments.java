package emotiontransfer.weka.classify;

import emotiontransfer.alexnet.Segments;
import emotiontransfer.weka.table.SegmentReader;
import java.util.Arrays;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.WekaException;

/** The segments of all rows of a table, read from it whenever they are asked for. */
final class AlexNetSegments implements Segments {

  private final Instances data;
  private final SegmentReader reader;
  private final int[] row;
  private final int[] first;
  private final double meanWeight;
  private int cachedRow = -1;
  private float[][] cached;

  AlexNetSegments(Instances data, SegmentReader reader) throws WekaException {
    this.data = data;
    this.reader = reader;
    this.first = new int[data.size() + 1];
    double weights = 0;
    for (int i = 0; i < data.size(); i++) {
      int count = reader.count(data.get(i));
      first[i + 1] = first[i] + count;
      weights += count * data.get(i).weight();
    }
    int size = first[data.size()];
    if (size == 0) {
      throw new WekaException(
          "Table '"
              + data.relationName()
              + "' has no segment to train on: "
              + (data.isEmpty() ? "no row has a class." : "every bag is missing or empty."));
    }
    if (!(weights > 0)) {
      throw new WekaException("All instances have weight zero; there is nothing to train on.");
    }
    this.meanWeight = weights / size;
    this.row = new int[size];
    for (int i = 0; i < data.size(); i++) {
      Arrays.fill(row, first[i], first[i + 1], i);
    }
  }

  @Override
  public int size() {
    return row.length;
  }

  @Override
  public float[] values(int segment) {
    int of = row[segment];
    if (of != cachedRow) {
      cached = reader.segments(data.get(of));
      cachedRow = of;
    }
    return cached[segment - first[of]];
  }

  @Override
  public int label(int segment) {
    return (int) data.get(row[segment]).classValue();
  }

  @Override
  public double weight(int segment) {
    Instance of = data.get(row[segment]);
    return of.weight() / meanWeight;
  }
}
