package emotiontransfer.study.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** What the study ran on. */
final class Machine {

  private static final Path CPU = Path.of("/proc/cpuinfo");
  private static final long MEGABYTE = 1 << 20;

  private Machine() {}

  /** Returns processor, memory and system, in a line. */
  static String describe() {
    Runtime runtime = Runtime.getRuntime();
    return "%s, %d cores, %d MB of heap at most; %s %s (%s); Java %s (%s)"
        .formatted(
            processor().orElse("processor unknown"),
            runtime.availableProcessors(),
            runtime.maxMemory() / MEGABYTE,
            System.getProperty("os.name"),
            System.getProperty("os.version"),
            System.getProperty("os.arch"),
            System.getProperty("java.version"),
            System.getProperty("java.vendor"));
  }

  private static Optional<String> processor() {
    if (!Files.isReadable(CPU)) {
      return Optional.ofNullable(System.getenv("PROCESSOR_IDENTIFIER"));
    }
    try (Stream<String> lines = Files.lines(CPU)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }
}
