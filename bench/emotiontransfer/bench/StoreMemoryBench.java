package emotiontransfer.bench;

import emotiontransfer.weka.filter.MediaFilter;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import weka.classifiers.functions.PathNetClassifier;
import weka.core.Instances;
import weka.core.Utils;
import weka.filters.Filter;

/**
 * Training from a store of decoded clips in a heap of 600 MB, each time in a JVM of its own: on as
 * many face crops as SAVEE has frames, 110,000 (1.4 GB), and on clips of speech of one segment,
 * segment by segment and as whole clips.
 */
public final class StoreMemoryBench {

  private static final String HEAP = "-Xmx600m";
  private static final double BYTES_PER_MEGABYTE = 1e6;
  private static final int LONGEST_HOURS = 2;
  private static final int SUBJECTS = 10;

  private StoreMemoryBench() {}

  /** What is trained on. */
  private enum Case {
    CROPS("110k_crops", "-G 1 -P 2"),
    SEGMENTS("segments", "-G 1 -P 2"),
    /** Narrower and less deep than the preset, which changes the time and not the memory. */
    WHOLE_CLIPS("whole_clips", "-preset speech -G 1 -P 2 -L 2 -H 16");

    private final String word;
    private final String options;

    Case(String word, String options) {
      this.word = word;
      this.options = options;
    }
  }

  /** Returns the lines that the JVMs print. */
  static List<String> run(Path folder, int clips) throws Exception {
    Path out = folder.resolve("store-memory.txt");
    for (Case of : Case.values()) {
      Process child =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  HEAP,
                  "-cp",
                  System.getProperty("java.class.path"),
                  StoreMemoryBench.class.getName(),
                  folder.resolve("memory").toString(),
                  of.name(),
                  String.valueOf(clips))
              .redirectError(Redirect.INHERIT)
              .redirectOutput(Redirect.appendTo(out.toFile()))
              .start();
      if (!child.waitFor(LONGEST_HOURS, TimeUnit.HOURS) || child.exitValue() != 0) {
        child.destroyForcibly();
        throw new IllegalStateException("training from the store does not fit into " + HEAP);
      }
    }
    return Files.readAllLines(out);
  }

  /**
   * Fills a store unless it is there, opens it and trains a generation; prints the live heap after
   * that, of the largest.
   *
   * @param arguments the folder, the case, and the number of clips of speech
   */
  public static void main(String[] arguments) throws Exception {
    Case of = Case.valueOf(arguments[1]);
    boolean faces = of == Case.CROPS;
    Path folder = Files.createDirectories(Path.of(arguments[0], faces ? "faces" : "speech"));
    int count = Integer.parseInt(arguments[2]);
    Instances clips =
        faces ? FaceMemoryBench.load(folder) : GeneratedSpeech.clips(folder, count, SUBJECTS);
    MediaFilter filter = faces ? new FaceMemoryBench.GeneratedFaces() : GeneratedSpeech.of(1);
    filter.setStore(folder.resolve("store").toFile());
    filter.setStoreGigabytes(0);
    filter.setInputFormat(clips);
    Cost opening = new Cost();
    Instances bags = Filter.useFilter(clips, filter);
    String opened = opening.toString();
    PathNetClassifier classifier = new PathNetClassifier();
    classifier.setOptions(Utils.splitOptions(of.options));
    Cost training = new Cost();
    classifier.buildClassifier(bags);
    String trained = training.toString();
    double live = live();
    System.out.println(new Ratio("store_heap_" + of.word, live / Runtime.getRuntime().maxMemory()));
    System.err.printf(
        Locale.ROOT,
        "%s, %d clips: filled or opened in %s, trained a generation in %s, live heap %.0f MB%n",
        of.word,
        bags.size(),
        opened,
        trained,
        live / BYTES_PER_MEGABYTE);
  }

  /** What has passed since it was made. */
  private static final class Cost {

    private final long start = System.nanoTime();
    private final long used = processor();

    private static long processor() {
      return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
    }

    @Override
    public String toString() {
      double wall = (System.nanoTime() - start) / 1e9;
      double cpu = (processor() - used) / 1e9;
      return String.format(Locale.ROOT, "%.0f s (%.0f s of processors)", wall, cpu);
    }
  }

  private static double live() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
