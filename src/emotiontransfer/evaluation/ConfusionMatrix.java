package emotiontransfer.evaluation;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.util.MathArrays;

/**
 * Test clips counted by true and predicted class, and the figures of the paper's Table 1.
 *
 * <p>A clip without a decision is in no column, but it counts in the size of its class: as wrong in
 * WAR and UAR. Precisions, and so UAP, are over decided clips. Classes are indices from 0.
 *
 * @param counts weights of decided clips, {@code [true][predicted]}
 * @param undecided weights of the clips without a decision, {@code [true]}
 */
public record ConfusionMatrix(double[][] counts, double[] undecided) {

  /** Copies the arrays and checks that there are as many columns as rows. */
  public ConfusionMatrix {
    for (double[] row : counts) {
      if (row.length != counts.length || undecided.length != counts.length) {
        throw new IllegalArgumentException(
            "a confusion matrix needs as many columns as its " + counts.length + " rows");
      }
    }
    counts = Arrays.stream(counts).map(double[]::clone).toArray(double[][]::new);
    undecided = undecided.clone();
  }

  /** Makes a matrix of decided clips. */
  public ConfusionMatrix(double[][] counts) {
    this(counts, new double[counts.length]);
  }

  /** Returns a matrix of no clips. */
  public static ConfusionMatrix none(int classes) {
    return new ConfusionMatrix(new double[classes][classes]);
  }

  public int classes() {
    return counts.length;
  }

  /** Returns the clips of a true class, undecided ones included. */
  public double support(int actual) {
    return Arrays.stream(counts[actual]).sum() + undecided[actual];
  }

  /** Returns all clips, undecided ones included. */
  public double total() {
    return IntStream.range(0, classes()).mapToDouble(this::support).reduce(0, Double::sum);
  }

  /** Returns the fraction of a true class's clips with that decision; NaN without clips. */
  public double fraction(int actual, int predicted) {
    return support(actual) > 0 ? counts[actual][predicted] / support(actual) : Double.NaN;
  }

  /** Returns the fraction of a class's clips that were recognised; NaN without clips. */
  public double recall(int label) {
    return fraction(label, label);
  }

  /** As {@link #recall}, of the clips that were taken for a class; 0 where it has others only. */
  private double precision(int label) {
    double predicted = Arrays.stream(counts).mapToDouble(row -> row[label]).sum();
    double without = support(label) > 0 ? 0 : Double.NaN;
    return predicted > 0 ? counts[label][label] / predicted : without;
  }

  /**
   * Returns the weighted average recall, sum of tp(c) / n, which is the accuracy: 0 to 1; NaN
   * without clips.
   */
  public double war() {
    double correct =
        IntStream.range(0, classes()).mapToDouble(i -> counts[i][i]).reduce(0, Double::sum);
    return correct / total();
  }

  /**
   * Returns the unweighted average recall, the mean of tp(c) / (tp(c) + fn(c)) over the classes
   * that have clips: 0 to 1; NaN without clips. (The formula of the paper's Table 1 is a misprint:
   * notes, question 11.)
   */
  public double uar() {
    return meanOverClasses(this::recall);
  }

  /**
   * Returns the unweighted average precision, the mean of tp(c) / (tp(c) + fp(c)) over the classes
   * that have clips or were predicted: 0 to 1; NaN without clips. A class that is present but never
   * predicted counts as 0, so that giving up a class is never rewarded.
   */
  public double uap() {
    return meanOverClasses(this::precision);
  }

  /** Summed up class by class: a compensated sum would be another number in its last digit. */
  private double meanOverClasses(IntToDoubleFunction figure) {
    double[] known =
        IntStream.range(0, classes())
            .mapToDouble(figure)
            .filter(value -> !Double.isNaN(value))
            .toArray();
    return Arrays.stream(known).reduce(0, Double::sum) / known.length;
  }

  /** Returns the sum of this matrix and another one of the same classes. */
  public ConfusionMatrix plus(ConfusionMatrix other) {
    double[][] sums = new double[classes()][];
    Arrays.setAll(sums, label -> MathArrays.ebeAdd(counts[label], other.counts[label]));
    return new ConfusionMatrix(sums, MathArrays.ebeAdd(undecided, other.undecided));
  }

  /**
   * Returns this matrix with one clip more.
   *
   * @param predicted its predicted class; negative where it was left undecided
   */
  public ConfusionMatrix plus(int actual, int predicted, double weight) {
    ConfusionMatrix sum = new ConfusionMatrix(counts, undecided);
    if (predicted < 0) {
      sum.undecided[actual] += weight;
    } else {
      sum.counts[actual][predicted] += weight;
    }
    return sum;
  }

  private double totalUndecided() {
    return Arrays.stream(undecided).sum();
  }

  /**
   * Returns the counts for a file: under a header a row for each true class, with its label in
   * front, a column for each predicted one, and a last column {@code ?} for undecided clips where
   * there are some.
   */
  public List<List<Object>> table(List<String> labels) {
    List<List<Object>> table = new ArrayList<>();
    table.add(new ArrayList<>(List.of("actual")));
    table.get(0).addAll(labels);
    for (int label = 0; label < classes(); label++) {
      List<Object> row = new ArrayList<>(List.of(labels.get(label)));
      Arrays.stream(counts[label]).forEach(row::add);
      table.add(row);
    }
    if (totalUndecided() > 0) {
      table.get(0).add("?");
      IntStream.range(0, classes()).forEach(label -> table.get(label + 1).add(undecided[label]));
    }
    return table;
  }

  /** Returns the three figures as text, for example {@code WAR 0.7104, UAR 0.6950, UAP 0.7021}. */
  public String figures() {
    return String.format(Locale.ROOT, "WAR %.4f, UAR %.4f, UAP %.4f", war(), uar(), uap());
  }

  /** Returns a sentence on the undecided clips; empty where there are none. */
  public String undecidedNote() {
    double clips = totalUndecided();
    if (clips == 0) {
      return "";
    }
    DecimalFormat number = new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ROOT));
    String rest = clips == 1 ? "was left undecided; it counts" : "were left undecided; they count";
    return "%s of %s clips %s as wrong."
        .formatted(number.format(clips), number.format(total()), rest);
  }
}
