package emotiontransfer.bench;

import emotiontransfer.weka.filter.MediaFilter;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import weka.classifiers.functions.PathNetClassifier;
import weka.core.Instances;
import weka.filters.Filter;

/**
 * Training from a store of decoded clips in a heap of 600 MB, each time in a JVM of its own: on as
 * many face crops as SAVEE has frames, 110,000 (1.4 GB), and on clips of speech.
 */
public final class StoreMemoryBench {

  private static final String HEAP = "-Xmx600m";
  private static final int SEGMENTS = 4;
  private static final int LONGEST_HOURS = 2;

  private StoreMemoryBench() {}

  /** Returns the lines that the JVMs print. */
  static List<String> run(Path folder, int clips) throws Exception {
    Path out = folder.resolve("store-memory.txt");
    for (int count : new int[] {0, clips}) {
      Process child =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  HEAP,
                  "-cp",
                  System.getProperty("java.class.path"),
                  StoreMemoryBench.class.getName(),
                  folder.resolve("memory-" + count).toString(),
                  String.valueOf(count))
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
   * Fills a store, opens it and trains a generation; prints the live heap after that, of the
   * largest.
   *
   * @param arguments the folder, and the number of clips of speech, or 0 for faces
   */
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    int count = Integer.parseInt(arguments[1]);
    Instances clips =
        count == 0 ? FaceMemoryBench.load(folder) : GeneratedSpeech.clips(folder, count, 10);
    MediaFilter filter =
        count == 0 ? new FaceMemoryBench.GeneratedFaces() : GeneratedSpeech.of(SEGMENTS);
    filter.setStore(folder.resolve("store").toFile());
    filter.setStoreGigabytes(0);
    filter.setInputFormat(clips);
    Instances bags = Filter.useFilter(clips, filter);
    PathNetClassifier classifier = new PathNetClassifier();
    classifier.setOptions(new String[] {"-G", "1", "-P", "2"});
    double seconds = Ratio.seconds(() -> classifier.buildClassifier(bags));
    String name = count == 0 ? "store_heap_110k_crops" : "store_heap_" + count + "_clips";
    System.out.println(new Ratio(name, live() / Runtime.getRuntime().maxMemory()));
    System.err.printf(
        Locale.ROOT,
        "%s: trained a generation on %d clips in %.0f s%n",
        name,
        bags.size(),
        seconds);
  }

  private static double live() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
