package emotiontransfer.bench;

import emotiontransfer.pathnet.PathNetBench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Prints one {@code NAME RATIO} a line.
 *
 * <p>Usage: {@code BenchMain [clips]}, where clips is the number of bags that are written and read
 * as ARFF (default 535, which needs 3 GB of heap and a few minutes).
 */
public final class BenchMain {

  private static final int CLIPS = 535;

  private BenchMain() {}

  /** Runs all benches. */
  public static void main(String[] arguments) throws Exception {
    int clips = Integer.getInteger("bench.clips", CLIPS);
    Path folder = Files.createTempDirectory("emotionTransfer-bench");
    try {
      new PathNetBench().run().forEach(System.out::println);
      print(new FoldBench(folder).run());
      print(MemoryBench.run());
      Path zip = Path.of(System.getProperty("emotiontransfer.zip"));
      Path weka = Path.of(System.getProperty("emotiontransfer.lib"), "weka");
      print(new StartupBench(folder, zip, weka).run());
      print(new SpeechBench(folder).run());
      print(new ArffBench(folder, clips).run());
      print(new FaceBench(recordings()).run());
      FaceMemoryBench.run(folder);
    } finally {
      delete(folder);
    }
  }

  private static Path recordings() {
    return Path.of(System.getProperty("emotiontransfer.shared", "../shared"), "data", "video");
  }

  private static void print(List<Ratio> ratios) {
    ratios.forEach(System.out::println);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
