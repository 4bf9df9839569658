package emotiontransfer.weka.filter;

import emotiontransfer.pathnet.PathNetModel;
import emotiontransfer.weka.table.SegmentReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.lang3.StringUtils;
import weka.core.Instance;
import weka.core.Utils;

/**
 * What stands for a clip behind the last layer of a trained PathNet: mean and standard deviation of
 * each of its outputs, member by member of an ensemble. In a table without bags a row is a single
 * segment, whose outputs are the means; there is no deviation. Safe for several threads.
 */
public final class LayerStatistics {

  private final PathNetModel model;
  private final PathNetModel.Predictor predictor;
  private final SegmentReader reader;
  private final int taken;

  /** Makes the network of a model that was trained on what a reader reads. */
  public LayerStatistics(PathNetModel model, SegmentReader reader) {
    this.model = model;
    this.predictor = model.predictor();
    this.reader = reader;
    this.taken = (reader.hasBags() ? 2 : 1) * model.lastOutputs();
  }

  /** Returns the columns of the table that the statistics replace, in ascending order. */
  public int[] columns() {
    return reader.columns();
  }

  /** Returns the names: {@code layer3_mean_000}, with {@code member1_} in front in an ensemble. */
  public List<String> names() {
    int outputs = model.lastOutputs();
    int digits = Math.max(3, String.valueOf(outputs - 1).length());
    List<String> names = new ArrayList<>();
    for (int member = 1; member <= model.members(); member++) {
      String start = model.members() == 1 ? "" : "member" + member + "_";
      for (int i = 0; i < taken; i++) {
        String statistic = i < outputs ? "mean" : "sd";
        String number = StringUtils.leftPad(String.valueOf(i % outputs), digits, '0');
        names.add(start + "layer%s_%s_%s".formatted(model.shape().layers(), statistic, number));
      }
    }
    return names;
  }

  /** Returns a value for each of {@link #names()}, all missing where there is no bag or segment. */
  public double[] of(Instance row) {
    float[][] segments = reader.segments(row);
    if (segments.length == 0) {
      double[] missing = new double[model.members() * taken];
      Arrays.fill(missing, Utils.missingValue());
      return missing;
    }
    return Arrays.stream(predictor.statistics(segments)).flatMapToDouble(this::taken).toArray();
  }

  private DoubleStream taken(float[] statistics) {
    return IntStream.range(0, taken).mapToDouble(i -> statistics[i]);
  }
}
