package weka.experiment;

import emotiontransfer.weka.table.FeatureSignature;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;

/** Bag tables of small made-up spectrograms, for experiments with PathNet and with functionals. */
final class SpeechTables {

  static final int SUBJECTS = 3;
  static final int CLIPS = 12;

  private static final int BANDS = 3;
  private static final int FRAMES = 4;
  private static final int SEGMENTS = 2;
  private static final List<String> CHANNELS = List.of("static", "delta", "deltadelta");
  private static final List<String> EMOTIONS = List.of("anger", "sadness");

  private SpeechTables() {}

  /** Returns 12 clips of subjects {@code corpus-1}, ...; an emotion is a loudness. */
  static Instances bags(String corpus, long seed) {
    Instances table = header(corpus);
    Random random = new Random(seed);
    for (int clip = 0; clip < CLIPS; clip++) {
      int emotion = clip % 2;
      Instances bag = new Instances(table.attribute(2).relation(), SEGMENTS);
      for (int segment = 0; segment < SEGMENTS; segment++) {
        double[] values = new double[bag.numAttributes()];
        for (int i = 0; i < values.length; i++) {
          values[i] = (float) (2 * emotion + random.nextGaussian());
        }
        bag.add(new DenseInstance(1, values));
      }
      Instance row = new DenseInstance(4);
      row.setDataset(table);
      row.setValue(0, "clip" + clip + ".wav");
      row.setValue(1, clip / 2 % SUBJECTS);
      row.setValue(2, table.attribute(2).addRelation(bag));
      row.setValue(3, emotion);
      table.add(row);
    }
    return table;
  }

  private static Instances header(String corpus) {
    ArrayList<Attribute> inner = new ArrayList<>();
    for (String channel : CHANNELS) {
      for (int band = 0; band < BANDS; band++) {
        for (int frame = 0; frame < FRAMES; frame++) {
          inner.add(new Attribute("%s_f%02d_t%02d".formatted(channel, band, frame)));
        }
      }
    }
    List<String> subjects = new ArrayList<>();
    for (int subject = 1; subject <= SUBJECTS; subject++) {
      subjects.add(corpus + "-" + subject);
    }
    ArrayList<Attribute> outer = new ArrayList<>();
    outer.add(new Attribute("file", (List<String>) null));
    outer.add(new Attribute("subject", subjects));
    outer.add(new Attribute("bag", new Instances("bag", inner, 0)));
    outer.add(new Attribute("emotion", EMOTIONS));
    Instances header = new Instances(FeatureSignature.tag(corpus, "Made -up 1"), outer, CLIPS);
    header.setClassIndex(3);
    return header;
  }
}
