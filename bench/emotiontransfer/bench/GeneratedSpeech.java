package emotiontransfer.bench;

import emotiontransfer.data.FloatSegments;
import emotiontransfer.media.ClipReader;
import emotiontransfer.weka.filter.MediaFilter;
import emotiontransfer.weka.table.FeatureSignature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;

/**
 * A filter like MelDeltaSpectrogram, with its names of values, whose clips are noise, a little
 * louder for every second one: the decoding of as many real ones would take longer than what is
 * measured.
 */
public final class GeneratedSpeech extends MediaFilter {

  private static final long serialVersionUID = 1L;

  private static final int BANDS = 64;
  static final int ROWS = 3 * BANDS;
  static final int WIDTH = 64;
  private static final int STEP = 34;

  private int segments = 4;

  /** Makes clips of so many segments. */
  static GeneratedSpeech of(int segments) {
    GeneratedSpeech filter = new GeneratedSpeech();
    filter.segments = segments;
    return filter;
  }

  /** Returns the number of values of a clip, each frame once. */
  static int values(int segments) {
    return ROWS * ((segments - 1) * STEP + WIDTH);
  }

  /** Writes so many clips and makes their table: file, subject and emotion. */
  static Instances clips(Path folder, int count, int subjects) throws IOException {
    ArrayList<Attribute> attributes = new ArrayList<>();
    attributes.add(new Attribute("file", (List<String>) null));
    attributes.add(
        new Attribute("subject", IntStream.range(0, subjects).mapToObj(i -> "s" + i).toList()));
    attributes.add(new Attribute("emotion", List.of("anger", "sadness")));
    Instances clips = new Instances("generated", attributes, count);
    clips.setClassIndex(2);
    for (int i = 0; i < count; i++) {
      Path inner = Files.createDirectories(folder.resolve("clips-" + i / 1000));
      Path file = Files.writeString(inner.resolve("c" + i + ".wav"), "clip " + i);
      double[] row = {clips.attribute(0).addStringValue(file.toString()), i % subjects, i % 2};
      clips.add(new DenseInstance(1, row));
    }
    return clips;
  }

  @Override
  public ClipReader createReader() {
    int own = segments;
    return file -> generate(file, own);
  }

  private static FloatSegments generate(Path clip, int segments) {
    String name = clip.getFileName().toString();
    int number = Integer.parseInt(name.substring(1, name.indexOf('.')));
    SplittableRandom random = new SplittableRandom(number);
    float[] values = new float[values(segments)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (random.nextDouble() - 0.5) + 0.1f * (number % 2);
    }
    int stride = values.length / ROWS;
    return new FloatSegments(values, ROWS, WIDTH, stride, STEP, segments);
  }

  @Override
  public String signature() {
    return "GeneratedSpeech -segments " + segments;
  }

  @Override
  protected List<String> valueNames() {
    String[] channels = {"static", "delta", "deltadelta"};
    return FeatureSignature.names(channels, "_f", BANDS, "_t", WIDTH);
  }
}
