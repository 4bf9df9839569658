package emotiontransfer.bench;

import emotiontransfer.pathnet.ConvBench;
import emotiontransfer.pathnet.PathNetBench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Prints one {@code NAME RATIO} a line.
 *
 * <p>Properties: {@code bench.only} names the benches to run, separated by commas, of those in
 * {@link #benches} (default all); {@code bench.clips} is the number of bags that are written and
 * read as ARFF (default 535, which needs 3 GB of heap and a few minutes), {@code bench.stored} that
 * of clips in the store of decoded clips (default 10,000, which need 1.3 GB of disk, and 100,000 in
 * {@code store-memory}, which need 5 GB).
 */
public final class BenchMain {

  private static final int CLIPS = 535;
  private static final int STORED_CLIPS = 10_000;
  private static final int STORED_CLIPS_OF_MEMORY = 100_000;

  private interface Bench {
    List<?> run() throws Exception;
  }

  private BenchMain() {}

  /** Runs the benches that are asked for. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("emotionTransfer-bench");
    try {
      Map<String, Bench> benches = benches(folder);
      for (String name : System.getProperty("bench.only", "all").split(",")) {
        for (Bench bench : chosen(benches, name)) {
          bench.run().forEach(System.out::println);
        }
      }
    } finally {
      delete(folder);
    }
  }

  private static Collection<Bench> chosen(Map<String, Bench> benches, String name) {
    if (name.equals("all")) {
      return benches.values();
    }
    if (!benches.containsKey(name)) {
      throw new IllegalArgumentException(
          "no bench '" + name + "': take some of " + benches.keySet() + " for bench.only");
    }
    return List.of(benches.get(name));
  }

  private static Map<String, Bench> benches(Path folder) {
    Map<String, Bench> benches = new LinkedHashMap<>();
    benches.put("pathnet", new PathNetBench()::run);
    benches.put("dual", () -> new PathNetBench().dual());
    if (ConvBench.isPossible()) {
      benches.put("conv", ConvBench::run);
    }
    benches.put("fold", new FoldBench(folder)::run);
    benches.put("memory", MemoryBench::run);
    benches.put("startup", startup(folder)::run);
    benches.put("speech", new SpeechBench(folder)::run);
    int clips = Integer.getInteger("bench.clips", CLIPS);
    benches.put("arff", () -> ArffBench.of(folder, clips).run());
    int stored = Integer.getInteger("bench.stored", STORED_CLIPS);
    benches.put("store", new StoreBench(folder, stored, Math.min(clips, stored))::run);
    int many = Integer.getInteger("bench.stored", STORED_CLIPS_OF_MEMORY);
    benches.put("store-memory", () -> StoreMemoryBench.run(folder, many));
    benches.put("face", new FaceBench(recordings())::run);
    benches.put("spark", () -> SparkBench.of(folder).run());
    benches.put("face-memory", () -> FaceMemoryBench.run(folder));
    return benches;
  }

  private static StartupBench startup(Path folder) {
    Path zip = Path.of(System.getProperty("emotiontransfer.zip"));
    Path weka = Path.of(System.getProperty("emotiontransfer.lib"), "weka");
    return new StartupBench(folder, zip, weka);
  }

  private static Path recordings() {
    return Path.of(System.getProperty("emotiontransfer.shared", "../shared"), "data", "video");
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
