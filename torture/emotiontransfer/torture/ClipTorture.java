package emotiontransfer.torture;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Damaged files of a format, in JVMs that survive what they should: where one ends or says nothing
 * for too long, the file is kept and another JVM goes on behind it.
 */
final class ClipTorture {

  /** The heap is taken at once, so that what a process grows by is natives'. */
  private static final List<String> JVM =
      List.of(
          "-Xms512m",
          "-Xmx512m",
          "-XX:+AlwaysPreTouch",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1");

  private final Format format;
  private final long seed;
  private final int files;
  private final int seconds;
  private final Path folder;
  private final Map<ClipChild.Outcome, Integer> counts = new EnumMap<>(ClipChild.Outcome.class);
  private final ExecutorService reader = Executors.newSingleThreadExecutor();
  private int crashes;
  private int hangs;
  private int greedy;
  private long rejectedPeak;
  private String odd = "";

  ClipTorture(Format format, long seed, int files, int seconds, Path folder) {
    this.format = format;
    this.seed = seed;
    this.files = files;
    this.seconds = seconds;
    this.folder = folder;
  }

  Fault run() throws IOException, InterruptedException {
    Files.createDirectories(folder);
    format.write(ClipChild.whole(format, folder));
    try {
      for (int next = 0; next < files; ) {
        next = runFrom(next);
      }
    } finally {
      reader.shutdownNow();
    }
    int other = count(ClipChild.Outcome.OTHER);
    return new Fault(
        format.extension() + ", damaged",
        files,
        hangs + other + greedy,
        count(ClipChild.Outcome.WRONG),
        crashes,
        String.format(
            Locale.ROOT,
            "%d decoded, %d rejected in one sentence, %d hung, %d other; a rejected one takes at"
                + " most %d MB%s",
            count(ClipChild.Outcome.DECODED),
            count(ClipChild.Outcome.REJECTED),
            hangs,
            other,
            rejectedPeak / 1024,
            odd));
  }

  private int count(ClipChild.Outcome outcome) {
    return counts.getOrDefault(outcome, 0);
  }

  /** Returns the number of the file after the last one that this JVM has tried. */
  private int runFrom(int first) throws IOException, InterruptedException {
    Process process =
        Child.of(
                folder,
                JVM,
                ClipChild.class,
                format.name(),
                Long.toString(seed),
                Integer.toString(first),
                Integer.toString(files - first),
                folder.toString())
            .start();
    int begun = first - 1;
    boolean open = false;
    try (BufferedReader lines = process.inputReader()) {
      for (String line = next(lines); line != null; line = next(lines)) {
        String[] words = line.split(" ", 5);
        open = words[0].equals("begin");
        begun = Integer.parseInt(words[1]);
        if (!open) {
          note(begun, ClipChild.Outcome.valueOf(words[2]), Long.parseLong(words[3]), words[4]);
        }
      }
      if (open) {
        crashes++;
        keep(begun, "crash");
      } else if (begun < first) {
        throw new IOException("No JVM for " + format + ": see " + folder.resolve("messages.txt"));
      }
    } catch (TimeoutException e) {
      if (begun < first) {
        throw new IOException("The JVM for " + format + " does not come to its first file.", e);
      }
      hangs++;
      keep(begun, "hang");
    } finally {
      process.destroyForcibly().waitFor();
    }
    return begun + 1;
  }

  /** Returns the next line, null at the end, or fails after some seconds of silence. */
  private String next(BufferedReader lines)
      throws IOException, InterruptedException, TimeoutException {
    try {
      return reader.submit(lines::readLine).get(seconds, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    }
  }

  private void note(int number, ClipChild.Outcome outcome, long kilobytes, String message)
      throws IOException {
    counts.merge(outcome, 1, Integer::sum);
    if (outcome == ClipChild.Outcome.REJECTED) {
      rejectedPeak = Math.max(rejectedPeak, kilobytes);
      if (kilobytes > Fault.MOST_KILOBYTES) {
        greedy++;
        keep(number, "takes " + kilobytes + " KB");
      }
    } else if (outcome != ClipChild.Outcome.DECODED) {
      keep(number, message);
    }
  }

  /** Keeps the file, and its number in the row. */
  private void keep(int number, String why) throws IOException {
    Path kept = folder.resolve("kept-" + seed + "-" + number + "." + format.extension());
    byte[] whole = Files.readAllBytes(ClipChild.whole(format, folder));
    Files.write(kept, Mutation.of(format, whole, seed, number));
    Files.writeString(Path.of(kept + ".txt"), why + "\n");
    odd += "; " + kept.getFileName() + ": " + why;
  }
}
