package emotiontransfer.torture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The memory of this process in KB, by Linux; 0 on other systems. */
final class Memory {

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Path PEAK = Path.of("/proc/self/clear_refs");

  private Memory() {}

  /** Forgets the peak, and returns what is in use. */
  static long reset() throws IOException {
    if (Files.isWritable(PEAK)) {
      Files.writeString(PEAK, "5");
    }
    return used();
  }

  static long used() throws IOException {
    return value("VmRSS:");
  }

  static long peak() throws IOException {
    return value("VmHWM:");
  }

  private static long value(String key) throws IOException {
    if (!Files.exists(STATUS)) {
      return 0;
    }
    return Files.readAllLines(STATUS).stream()
        .filter(line -> line.startsWith(key))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .sum();
  }
}
