package emotiontransfer.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;

/** Tables of points in a plane, each with an emotion as its class. */
public final class PointTables {

  private PointTables() {}

  /** Gives two coordinates and the index of the emotion. */
  public interface Point {
    double[] of(int row, Random random);
  }

  public static Instances of(String name, List<String> emotions, int rows, long seed, Point point) {
    ArrayList<Attribute> attributes = new ArrayList<>();
    attributes.add(new Attribute("a"));
    attributes.add(new Attribute("b"));
    attributes.add(new Attribute("emotion", emotions));
    Instances table = new Instances(name, attributes, rows);
    table.setClassIndex(2);
    Random random = new Random(seed);
    for (int i = 0; i < rows; i++) {
      table.add(new DenseInstance(1, point.of(i, random)));
    }
    return table;
  }
}
