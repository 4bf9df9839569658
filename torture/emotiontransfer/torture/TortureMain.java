package emotiontransfer.torture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Prints a row of {@link Fault} for each kind of fault, and ends with code 1 where one is not
 * withstood.
 *
 * <p>Properties: {@code only} names the parts to run, of those in {@link #parts} (default all);
 * {@code files} is the number of damaged files of a format, {@code formats} names some of them,
 * {@code kills} is the number of kills of a command, {@code opens} that of opens; {@code seed}
 * begins all random numbers, {@code seconds} is the time after which a file counts as hung.
 */
public final class TortureMain {

  private interface Part {
    void run(Consumer<Fault> row) throws Exception;
  }

  private final Path folder;
  private final long seed = Long.getLong("seed", 1);

  TortureMain(Path folder) {
    this.folder = folder;
  }

  /** Runs the parts that are asked for. */
  public static void main(String[] args) throws Exception {
    Path folder = Files.createDirectories(Path.of(args[0]).toAbsolutePath());
    String only = System.getProperty("only", "");
    List<Fault> faults = new ArrayList<>();
    System.out.println(
        "| fault | tries | lost | wrong | crash | message |\n|---|---|---|---|---|---|");
    Consumer<Fault> row =
        fault -> {
          faults.add(fault);
          System.out.println(fault);
        };
    for (Map.Entry<String, Part> part : new TortureMain(folder).parts().entrySet()) {
      if (only.isEmpty() || List.of(only.split(",")).contains(part.getKey())) {
        part.getValue().run(row);
      }
    }
    System.exit(faults.stream().allMatch(Fault::isWithstood) ? 0 : 1);
  }

  private Map<String, Part> parts() {
    Map<String, Part> parts = new LinkedHashMap<>();
    parts.put("clips", row -> clips(chosenFormats(), number("files", 2000)).forEach(row));
    parts.put("models", row -> Parsers.models(folder.resolve("models")).forEach(row));
    parts.put(
        "corpora",
        row -> row.accept(Parsers.corpora(seed, number("files", 2000), folder.resolve("corpora"))));
    parts.put("kill", row -> new KillTorture(inputs(), folder, seed, number("kills", 20)).run(row));
    parts.put("disk", row -> Endurance.fullDisk(inputs(), folder).forEach(row));
    parts.put("threads", row -> row.accept(Endurance.threads(inputs(), 8)));
    parts.put(
        "opens",
        row -> row.accept(Endurance.opens(folder.resolve("opens"), number("opens", 2000))));
    return parts;
  }

  private static int number(String property, int byDefault) {
    return Integer.getInteger(property, byDefault);
  }

  private static List<Format> chosenFormats() {
    String formats = System.getProperty("formats", "");
    return formats.isEmpty()
        ? List.of(Format.values())
        : List.of(formats.toUpperCase(Locale.ROOT).split(",")).stream()
            .map(Format::valueOf)
            .toList();
  }

  /** Damages files of formats, as many formats at a time as there are processors. */
  List<Fault> clips(List<Format> formats, int files) throws Exception {
    int seconds = number("seconds", 120);
    ExecutorService threads =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      List<Callable<Fault>> tortures = new ArrayList<>();
      for (Format format : formats) {
        Path own = folder.resolve(format.extension());
        tortures.add(() -> new ClipTorture(format, seed, files, seconds, own).run());
      }
      List<Fault> faults = new ArrayList<>();
      for (Future<Fault> fault : threads.invokeAll(tortures)) {
        faults.add(fault.get());
      }
      return faults;
    } finally {
      threads.shutdown();
    }
  }

  private Path inputs() throws Exception {
    Path inputs = folder.resolve("inputs");
    return Files.exists(inputs.resolve("bags.arff")) ? inputs : Inputs.write(inputs);
  }
}
