package emotiontransfer.bench;

import emotiontransfer.data.FloatSegments;
import emotiontransfer.weka.table.SegmentInstance;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.converters.ArffLoader;
import weka.core.converters.ArffSaver;

/**
 * Writing and reading bags as ARFF against a flat numeric table of the same values.
 *
 * @param folder for the files
 * @param bags clips of four segments each
 * @param flat all segments of all clips
 */
record ArffBench(Path folder, Instances bags, Instances flat) {

  private static final int ROWS = 192;
  private static final int WIDTH = 64;
  private static final int SEGMENTS = 4;

  /** Makes the two tables of so many clips. */
  static ArffBench of(Path folder, int clips) {
    ArrayList<Attribute> attributes = new ArrayList<>();
    for (int i = 0; i < ROWS * WIDTH; i++) {
      attributes.add(new Attribute("value_" + i));
    }
    Instances flat = new Instances("flat", attributes, clips * SEGMENTS);
    Instances header = new Instances("bag", new ArrayList<>(attributes), 0);
    ArrayList<Attribute> columns = new ArrayList<>();
    columns.add(new Attribute("file", (List<String>) null));
    columns.add(new Attribute("bag", header));
    Instances bags = new Instances("bags", columns, clips);
    ArffBench bench = new ArffBench(folder, bags, flat);
    Random random = new Random(1);
    for (int clip = 0; clip < clips; clip++) {
      bench.add("clip" + clip + ".wav", random);
    }
    return bench;
  }

  private void add(String file, Random random) {
    int step = 34;
    int stride = (SEGMENTS - 1) * step + WIDTH;
    float[] frames = new float[ROWS * stride];
    for (int i = 0; i < frames.length; i++) {
      // About what log-mel values and their deltas are.
      frames[i] = (float) (random.nextGaussian() * (i % 3 == 0 ? 5 : 0.5));
    }
    FloatSegments segments = new FloatSegments(frames, ROWS, WIDTH, stride, step, SEGMENTS);
    Instances bag = new Instances(bags.attribute(1).relation(), SEGMENTS);
    for (int s = 0; s < SEGMENTS; s++) {
      Instance segment = new SegmentInstance(segments, s);
      bag.add(segment);
      flat.add(new DenseInstance(1, segment.toDoubleArray()));
    }
    double[] row = {bags.attribute(0).addStringValue(file), bags.attribute(1).addRelation(bag)};
    bags.add(new DenseInstance(1, row));
  }

  /** Returns the ratios arff_write and arff_read: bags to flat. */
  List<Ratio> run() throws Exception {
    File bagFile = folder.resolve("bags.arff").toFile();
    File flatFile = folder.resolve("flat.arff").toFile();
    double write = Ratio.medianRatio(3, () -> save(bags, bagFile), () -> save(flat, flatFile));
    double read = Ratio.medianRatio(3, () -> load(bagFile), () -> load(flatFile));
    return List.of(new Ratio("arff_write", write), new Ratio("arff_read", read));
  }

  private static void save(Instances table, File file) throws Exception {
    ArffSaver saver = new ArffSaver();
    saver.setInstances(table);
    saver.setFile(file);
    saver.writeBatch();
  }

  private static void load(File file) throws Exception {
    ArffLoader loader = new ArffLoader();
    loader.setFile(file);
    Instances read = loader.getDataSet();
    if (read.numInstances() == 0) {
      throw new IllegalStateException(file + " is empty");
    }
  }
}
