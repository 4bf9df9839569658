package emotiontransfer.bench;

import emotiontransfer.weka.table.SegmentInstance;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;

/** A table of bags of random segments at the paper's size, as the filters make them. */
final class BagTable {

  private static final int INPUTS = 12_288;
  private static final int CLASSES = 7;

  private BagTable() {}

  /**
   * Makes a table.
   *
   * @param subjects number of subjects
   * @param clips of each subject
   * @param segments of each clip
   * @return attributes subject, bag and class
   */
  static Instances of(int subjects, int clips, int segments) {
    Instances table = header(subjects);
    Random random = new Random(1);
    for (int clip = 0; clip < subjects * clips; clip++) {
      Instances bag = new Instances(table.attribute(1).relation(), segments);
      for (int i = 0; i < segments; i++) {
        bag.add(SegmentInstance.of(values(random)));
      }
      Instance row = new DenseInstance(3);
      row.setDataset(table);
      row.setValue(0, clip / clips);
      row.setValue(1, table.attribute(1).addRelation(bag));
      row.setValue(2, clip % CLASSES);
      table.add(row);
    }
    return table;
  }

  private static Instances header(int subjects) {
    ArrayList<Attribute> inputs = new ArrayList<>();
    names("a", INPUTS).forEach(name -> inputs.add(new Attribute(name)));
    ArrayList<Attribute> attributes = new ArrayList<>();
    attributes.add(new Attribute("subject", names("speaker", subjects)));
    attributes.add(new Attribute("bag", new Instances("bag", inputs, 0)));
    attributes.add(new Attribute("emotion", names("emotion", CLASSES)));
    Instances table = new Instances("bags", attributes, 0);
    table.setClassIndex(2);
    return table;
  }

  private static List<String> names(String stem, int count) {
    return IntStream.range(0, count).mapToObj(i -> stem + i).toList();
  }

  private static float[] values(Random random) {
    float[] values = new float[INPUTS];
    for (int i = 0; i < INPUTS; i++) {
      values[i] = random.nextFloat() - 0.5f;
    }
    return values;
  }
}
