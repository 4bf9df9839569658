package emotiontransfer.torture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import weka.core.Instances;
import weka.core.converters.ConverterUtils.DataSource;
import weka.filters.unsupervised.attribute.MelDeltaSpectrogram;

/** Eight threads, two thousand opens, and a disk that is full. */
final class Endurance {

  private static final int THREADS = 8;
  private static final int WARM = 200;
  private static final long FLAT_KILOBYTES = 16 * 1024;

  private Endurance() {}

  /** Filters a table by one thread, by eight, and by eight filters at a time. */
  static Fault threads(Path in, int tries) throws Exception {
    Instances clips = DataSource.read(in.resolve("clips.arff").toString());
    clips.setClassIndex(clips.numAttributes() - 1);
    String expected = Inputs.bags(clips, 1).toString();
    int wrong = 0;
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Callable<String>> filters = new ArrayList<>();
      for (int i = 0; i < tries; i++) {
        filters.add(() -> Inputs.bags(new Instances(clips), THREADS).toString());
      }
      for (Future<String> result : threads.invokeAll(filters)) {
        wrong += result.get().equals(expected) ? 0 : 1;
      }
    } finally {
      threads.shutdown();
    }
    return new Fault(
        "8 filters of 8 threads at a time",
        tries,
        0,
        wrong,
        0,
        tries - wrong + " tables are those of one thread, bit for bit");
  }

  /** Opens files again and again in a process of its own. */
  static Fault opens(Path folder, int opens) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    Path result = folder.resolve("kilobytes.txt");
    int code =
        Child.run(
            folder,
            List.of("-Xms256m", "-Xmx256m", "-XX:+AlwaysPreTouch"),
            Opens.class,
            folder.toString(),
            String.valueOf(opens),
            result.toString());
    long kilobytes = code == 0 ? Long.parseLong(Files.readString(result)) : 0;
    return new Fault(
        "opens of mkv, webm, wav and png in turn",
        opens,
        kilobytes > FLAT_KILOBYTES ? 1 : 0,
        0,
        code == 0 ? 0 : 1,
        "memory grows by " + kilobytes / 1024 + " MB after the first " + WARM);
  }

  /** The process of {@link #opens}: {@code Opens FOLDER COUNT RESULT}. */
  static final class Opens {

    private Opens() {}

    public static void main(String[] args) throws IOException {
      List<Format> formats = List.of(Format.MKV, Format.WEBM, Format.WAV, Format.PNG);
      Path folder = Path.of(args[0]);
      for (Format format : formats) {
        format.write(ClipChild.whole(format, folder));
      }
      long warm = 0;
      for (int i = 0; i < Integer.parseInt(args[1]); i++) {
        Format format = formats.get(i % formats.size());
        if (ClipChild.run(format, ClipChild.whole(format, folder)).outcome()
            != ClipChild.Outcome.DECODED) {
          throw new IOException(format + " was not decoded");
        }
        warm = i == WARM ? Memory.used() : warm;
      }
      Files.writeString(Path.of(args[2]), String.valueOf(Memory.used() - warm));
    }
  }

  /** Commands that write to a disk of some kilobytes, which only root can make. */
  static List<Fault> fullDisk(Path in, Path folder) throws IOException, InterruptedException {
    Path disk = Files.createDirectories(folder.resolve("disk"));
    if (!succeeds("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", disk.toString())) {
      return List.of(Fault.skipped("full disk", "a small tmpfs cannot be mounted here"));
    }
    try {
      List<Fault> faults = new ArrayList<>();
      for (Output output : Output.values()) {
        faults.add(output.write(in, folder, disk));
      }
      return faults;
    } finally {
      succeeds("umount", disk.toString());
    }
  }

  private static boolean succeeds(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    } catch (IOException e) {
      // The command is not there.
      return false;
    }
  }

  /** What is written to the full disk. */
  private enum Output {
    FILTER(MelDeltaSpectrogram.class, "-i IN/clips.arff -c last -o"),
    MODEL(
        weka.classifiers.functions.PathNetClassifier.class,
        "-t IN/bags.arff -c last -no-cv -G 3 -d");

    private final Class<?> command;
    private final String options;

    Output(Class<?> command, String options) {
      this.command = command;
      this.options = options;
    }

    Fault write(Path in, Path folder, Path disk) throws IOException, InterruptedException {
      Path file = disk.resolve("output");
      List<String> words =
          new ArrayList<>(List.of(options.replace("IN", in.toString()).split(" ")));
      words.add(file.toString());
      int code = Child.run(folder, List.of("-Xmx1g"), command, words.toArray(String[]::new));
      boolean left = Files.exists(file);
      Files.deleteIfExists(file);
      return new Fault(
          "full disk: " + command.getSimpleName(),
          1,
          0,
          left || code == 0 ? 1 : 0,
          0,
          "exit code " + code + (left ? ", and a file is left" : ", no file is left"));
    }
  }
}
