package emotiontransfer.file;

import java.io.IOException;
import java.net.NetworkInterface;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.commons.lang3.function.Failable;

/** Who writes to a folder that several machines, or containers of one, have in common. */
final class Machine {

  private static final Path START_OF_LINUX = Path.of("/proc/sys/kernel/random/boot_id");

  /** A process has its number in this alone; each container has one of its own. */
  private static final Path NUMBERS_OF_PROCESSES = Path.of("/proc/self/ns/pid");

  private Machine() {}

  /** Returns a text that is the same for all processes which see each other. */
  static String id() {
    try {
      return Files.exists(START_OF_LINUX)
          ? Files.readString(START_OF_LINUX).strip() + Files.readSymbolicLink(NUMBERS_OF_PROCESSES)
          : addresses();
    } catch (IOException e) {
      // Then the unfinished files of all machines without a name of their own are kept for a day.
      return "unknown " + ProcessHandle.current().pid();
    }
  }

  /** The host's name would be asked for in the network. */
  private static String addresses() throws IOException {
    return Failable.stream(NetworkInterface.networkInterfaces())
        .map(network -> Arrays.toString(network.getHardwareAddress()))
        .collect(Collectors.joining());
  }
}
