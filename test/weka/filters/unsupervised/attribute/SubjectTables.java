package weka.filters.unsupervised.attribute;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Utils;

/** Small tables of subjects for tests of what is done by subject. */
public final class SubjectTables {

  private SubjectTables() {}

  /** Returns an empty table: file, subject, what is given, emotion (class). */
  public static Instances empty(Attribute... values) {
    ArrayList<Attribute> attributes = new ArrayList<>();
    attributes.add(new Attribute("file", (List<String>) null));
    attributes.add(new Attribute("subject", List.of("a", "b", "c")));
    attributes.addAll(Arrays.asList(values));
    attributes.add(new Attribute("emotion", List.of("anger", "fear")));
    Instances table = new Instances("clips", attributes, 0);
    table.setClassIndex(attributes.size() - 1);
    return table;
  }

  /** Returns an empty table with a bag of these inner attributes. */
  public static Instances bags(Attribute... inner) {
    Instances rows = new Instances("bag", new ArrayList<>(Arrays.asList(inner)), 0);
    return empty(new Attribute("bag", rows));
  }

  /** Returns attributes {@code static_f00_t00}, ... of one channel. */
  public static Attribute[] frames(int bands, int frames) {
    Attribute[] names = new Attribute[bands * frames];
    Arrays.setAll(
        names, i -> new Attribute("static_f%02d_t%02d".formatted(i / frames, i % frames)));
    return names;
  }

  /** Adds a row of numbers; a subject that is null is missing. */
  public static void add(Instances table, String subject, double... values) {
    Instance row = new DenseInstance(table.numAttributes());
    row.setDataset(table);
    row.setValue(0, table.size() + ".wav");
    if (subject != null) {
      row.setValue(1, subject);
    }
    for (int i = 0; i < values.length; i++) {
      row.setValue(2 + i, values[i]);
    }
    row.setClassValue(table.size() % 2);
    table.add(row);
  }

  /** Adds a clip with a bag of these rows. */
  public static void addBag(Instances table, String subject, double[]... rows) {
    Instances bag = new Instances(table.attribute(2).relation(), rows.length);
    for (double[] row : rows) {
      bag.add(new DenseInstance(1, row));
    }
    add(table, subject, table.attribute(2).addRelation(bag));
  }

  /** Adds a clip of frames, {@code [bands][frames]}, cut into segments at a step. */
  public static void addClip(
      Instances table, String subject, int width, int step, double[]... clip) {
    int count = (clip[0].length - width) / step + 1;
    double[][] segments = new double[count][clip.length * width];
    for (int s = 0; s < count; s++) {
      for (int band = 0; band < clip.length; band++) {
        System.arraycopy(clip[band], s * step, segments[s], band * width, width);
      }
    }
    addBag(table, subject, segments);
  }

  /** Returns the rows of a bag. */
  public static double[][] bag(Instances table, int row) {
    return table.get(row).relationalValue(2).stream()
        .map(Instance::toDoubleArray)
        .toArray(double[][]::new);
  }

  /** Returns the rows of a table from one on, with their strings and bags. */
  public static Instances part(Instances table, int first, int count) {
    return new Instances(table, first, count);
  }

  public static double missing() {
    return Utils.missingValue();
  }
}
