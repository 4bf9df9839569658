package emotiontransfer.bench;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import weka.classifiers.functions.PathNetClassifier;
import weka.core.Instances;

/** The memory of a process that trains on 8,000 segments, from the table to the model. */
public final class MemoryBench {

  private static final int SUBJECTS = 10;
  private static final int CLIPS = 160;
  private static final int SEGMENTS = 5;
  private static final long MATRIX = 4L * 12_288 * SUBJECTS * CLIPS * SEGMENTS;
  private static final long ALLOWANCE = 600L << 20;

  private MemoryBench() {}

  /**
   * Returns {@code memory}: the peak resident memory of such a process less 600 MB, over the size
   * of the training matrix in 32-bit floats; empty where the system does not report it (it is read
   * from Linux's {@code /proc}).
   */
  static List<Ratio> run() throws IOException, InterruptedException {
    if (!Files.isReadable(Path.of("/proc/self/status"))) {
      return List.of();
    }
    Path out = Files.createTempFile("emotionTransfer-memory", ".txt");
    try {
      int status =
          new ProcessBuilder(
                  new File(System.getProperty("java.home"), "bin/java").getPath(),
                  "-Xmx4g",
                  "-cp",
                  System.getProperty("java.class.path"),
                  MemoryBench.class.getName())
              .redirectOutput(out.toFile())
              .redirectError(Redirect.DISCARD)
              .start()
              .waitFor();
      if (status != 0) {
        throw new IOException("the process that trains for its memory ended with " + status);
      }
      long peak = Long.parseLong(Files.readString(out).strip());
      return List.of(
          new Ratio("memory", (peak - ALLOWANCE) / (double) MATRIX),
          new Ratio("memory_peak_bytes", peak),
          new Ratio("memory_matrix_bytes", MATRIX));
    } finally {
      Files.delete(out);
    }
  }

  /** Trains, and prints the peak resident memory in bytes. */
  public static void main(String[] arguments) throws Exception {
    Instances table = BagTable.of(SUBJECTS, CLIPS, SEGMENTS);
    PathNetClassifier scheme = new PathNetClassifier();
    scheme.setOptions(new String[] {"-G", "4"});
    scheme.buildClassifier(table);
    System.out.println(peakBytes());
  }

  private static long peakBytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) << 10)
        .findFirst()
        .orElseThrow();
  }
}
