package weka.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;

/** Small clip tables with two numeric features, for the tests of evaluation by subject. */
public final class ClipTables {

  public static final List<String> EMOTIONS = List.of("anger", "fear", "neutral");

  private ClipTables() {}

  /** A table of {@code file}, {@code subject}, {@code x}, {@code y} and the class, without rows. */
  public static Instances empty(String... subjects) {
    ArrayList<Attribute> attributes =
        new ArrayList<>(
            List.of(
                new Attribute("file", (List<String>) null),
                new Attribute("subject", List.of(subjects)),
                new Attribute("x"),
                new Attribute("y"),
                new Attribute("emotion", EMOTIONS)));
    Instances table = new Instances("clips", attributes, 0);
    table.setClassIndex(4);
    return table;
  }

  /** Adds a clip whose y is a number of its own, so that it can be recognised anywhere. */
  public static void add(Instances table, int subject, double x, int emotion) {
    int number = table.numInstances();
    double[] values = {
      table.attribute(0).addStringValue("/clips/" + number + ".wav"), subject, x, number, emotion
    };
    table.add(new DenseInstance(1, values));
  }

  /**
   * Three subjects more or less like emodb: class overlap, unequal sizes, and the last subject
   * lacks the last emotion.
   */
  public static Instances noisy(long seed) {
    Instances table = empty("s1", "s2", "s3", "s4");
    Random random = new Random(seed);
    for (int clip = 0; clip < 80; clip++) {
      int subject = clip % 4 == 3 && clip > 40 ? 0 : clip % 4;
      int emotion = random.nextInt(subject == 3 ? 2 : 3);
      add(table, subject, emotion + random.nextGaussian(), emotion);
    }
    return table;
  }

  /** The given numbers of clips per subject, emotions at random. */
  public static Instances ofSizes(Random random, int... sizes) {
    String[] names = new String[sizes.length];
    for (int subject = 0; subject < sizes.length; subject++) {
      names[subject] = "s%02d".formatted(subject);
    }
    Instances table = empty(names);
    for (int subject = 0; subject < sizes.length; subject++) {
      for (int clip = 0; clip < sizes[subject]; clip++) {
        add(table, subject, random.nextGaussian(), random.nextInt(EMOTIONS.size()));
      }
    }
    return table;
  }
}
