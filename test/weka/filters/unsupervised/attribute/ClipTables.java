package weka.filters.unsupervised.attribute;

import emotiontransfer.media.TestClips;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Utils;

/** Clip tables of synthetic tones for tests of media filters. */
public final class ClipTables {

  public static final List<String> EMOTIONS = List.of("anger", "sadness");
  private static final List<String> SUBJECTS = List.of("test-1", "test-2");
  private static final int RATE = 16000;

  private ClipTables() {}

  /** Returns an empty clip table. */
  public static Instances empty() {
    ArrayList<Attribute> attributes = new ArrayList<>();
    attributes.add(new Attribute("file", (List<String>) null));
    attributes.add(new Attribute("subject", SUBJECTS));
    attributes.add(new Attribute("emotion", EMOTIONS));
    Instances table = new Instances("tones", attributes, 0);
    table.setClassIndex(2);
    return table;
  }

  /** Adds a clip, or a missing path where it is null. */
  public static void add(Instances table, String path, int clip) {
    double[] values = new double[table.numAttributes()];
    values[0] = path == null ? Utils.missingValue() : table.attribute(0).addStringValue(path);
    values[1] = clip / 2 % 2;
    values[2] = clip % 2;
    table.add(new DenseInstance(1, values));
  }

  /** Writes {@code c0.wav}, ... and lists them by their full paths. Odd clips are higher. */
  public static Instances tones(Path folder, int clips, double seconds) throws IOException {
    Instances table = empty();
    for (int i = 0; i < clips; i++) {
      Path file = folder.resolve("c" + i + ".wav");
      TestClips.tone(file, RATE, 1, seconds, 300 + 10 * i + 1500 * (i % 2));
      add(table, file.toString(), i);
    }
    return table;
  }

  /** Returns the bag in a row. */
  public static Instances bag(Instance row) {
    return row.relationalValue(row.dataset().attribute("bag"));
  }
}
