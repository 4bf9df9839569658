package emotiontransfer.bench;

import emotiontransfer.data.ByteSegments;
import emotiontransfer.media.ClipReader;
import emotiontransfer.weka.filter.MediaFilter;
import java.io.File;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import weka.classifiers.functions.PathNetClassifier;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;
import weka.core.converters.ArffLoader;
import weka.core.converters.ArffSaver;
import weka.filters.Filter;

/**
 * As many face crops as SAVEE has frames, 110,000, in a heap of 4 GB: a table of clips is loaded,
 * filtered into bags and trained on, in a JVM of its own.
 *
 * <p>The crops are generated, since decoding so many frames would take half an hour; they go the
 * way of FaceCrop's: through the filter's threads and cache into a bag table.
 */
public final class FaceMemoryBench {

  private static final int CLIPS = 440;
  private static final int CROPS_PER_CLIP = 250;
  private static final int PIXELS = 3 * 64 * 64;
  private static final int LONGEST_MINUTES = 30;
  private static final double BYTES_PER_GIGABYTE = 1 << 30;

  private FaceMemoryBench() {}

  /** Runs the work in a JVM with 4 GB and returns the lines that it prints. */
  static List<String> run(Path folder) throws Exception {
    Path out = folder.resolve("face-memory.txt");
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx4g",
                "-cp",
                System.getProperty("java.class.path"),
                FaceMemoryBench.class.getName(),
                folder.toString())
            .redirectError(Redirect.INHERIT)
            .redirectOutput(out.toFile())
            .start();
    if (!child.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES) || child.exitValue() != 0) {
      child.destroyForcibly();
      throw new IllegalStateException("110,000 face crops do not fit into 4 GB");
    }
    return Files.readAllLines(out);
  }

  /**
   * Prints faces_110k_bytes_per_value (live heap with the bag table and the cache) and
   * faces_110k_heap (live heap after training, of the largest).
   *
   * @param arguments the folder for the table of clips
   */
  public static void main(String[] arguments) throws Exception {
    Instances clips = load(Path.of(arguments[0]));
    long before = live();
    Filter filter = new GeneratedFaces();
    filter.setInputFormat(clips);
    Instances bags = Filter.useFilter(clips, filter);
    double values = (double) CLIPS * CROPS_PER_CLIP * PIXELS;
    System.out.println(new Ratio("faces_110k_bytes_per_value", (live() - before) / values));
    PathNetClassifier classifier = new PathNetClassifier();
    classifier.setOptions(new String[] {"-G", "1", "-P", "2"});
    double seconds = Ratio.seconds(() -> classifier.buildClassifier(bags));
    System.err.printf(
        Locale.ROOT,
        "trained a generation of two pathways on %d crops in %.0f s, %.1f GB live%n",
        bags.numInstances() * CROPS_PER_CLIP,
        seconds,
        live() / BYTES_PER_GIGABYTE);
    System.out.println(
        new Ratio("faces_110k_heap", (double) live() / Runtime.getRuntime().maxMemory()));
  }

  private static long live() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /** Writes clips and their table, and loads it. */
  static Instances load(Path folder) throws Exception {
    ArrayList<Attribute> attributes = new ArrayList<>();
    attributes.add(new Attribute("file", (List<String>) null));
    attributes.add(new Attribute("emotion", List.of("anger", "sadness")));
    Instances clips = new Instances("clips", attributes, CLIPS);
    Path files = Files.createDirectories(folder.resolve("generated-faces"));
    for (int i = 0; i < CLIPS; i++) {
      Path file = Files.writeString(files.resolve("c" + i + ".avi"), "clip " + i);
      double[] row = {clips.attribute(0).addStringValue(file.toString()), i % 2};
      clips.add(new DenseInstance(1, row));
    }
    File arff = folder.resolve("clips.arff").toFile();
    ArffSaver saver = new ArffSaver();
    saver.setInstances(clips);
    saver.setFile(arff);
    saver.writeBatch();
    ArffLoader loader = new ArffLoader();
    loader.setFile(arff);
    Instances loaded = loader.getDataSet();
    loaded.setClassIndex(1);
    return loaded;
  }

  /** A filter like FaceCrop whose clips are noise, brighter in every second one. */
  public static final class GeneratedFaces extends MediaFilter {

    private static final long serialVersionUID = 1L;

    @Override
    public ClipReader createReader() {
      return GeneratedFaces::generate;
    }

    private static ByteSegments generate(Path clip) {
      String name = clip.getFileName().toString();
      int number = Integer.parseInt(name.substring(1, name.indexOf('.')));
      Random random = new Random(number);
      List<byte[]> crops = new ArrayList<>(CROPS_PER_CLIP);
      for (int i = 0; i < CROPS_PER_CLIP; i++) {
        byte[] crop = new byte[PIXELS];
        random.nextBytes(crop);
        for (int p = 0; p < PIXELS; p++) {
          crop[p] = (byte) ((crop[p] & 0x7F) + 64 * (number % 2));
        }
        crops.add(crop);
      }
      return new ByteSegments(crops);
    }

    @Override
    public String signature() {
      return "GeneratedFaces";
    }

    @Override
    protected List<String> valueNames() {
      List<String> names = new ArrayList<>(PIXELS);
      for (int i = 0; i < PIXELS; i++) {
        names.add("grey_" + i);
      }
      return names;
    }
  }
}
