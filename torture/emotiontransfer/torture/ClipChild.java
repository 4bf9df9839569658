package emotiontransfer.torture;

import emotiontransfer.weka.filter.MediaFilter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.filters.Filter;

/**
 * Runs damaged files through the filters, in a process of its own: {@code ClipChild FORMAT SEED
 * FIRST COUNT FOLDER}. It prints {@code begin NUMBER} and {@code end NUMBER OUTCOME KILOBYTES
 * MESSAGE} for each, so that whoever reads that knows the file at which it crashed or hung.
 */
final class ClipChild {

  /** How a file ended. */
  enum Outcome {
    DECODED,
    REJECTED,
    WRONG,
    OTHER
  }

  record Result(Outcome outcome, String message) {}

  private ClipChild() {}

  public static void main(String[] args) throws IOException {
    Format format = Format.valueOf(args[0]);
    long seed = Long.parseLong(args[1]);
    int first = Integer.parseInt(args[2]);
    Path folder = Path.of(args[4]);
    byte[] whole = Files.readAllBytes(whole(format, folder));
    Path clip = folder.resolve("damaged." + format.extension());
    Result undamaged = run(format, whole(format, folder));
    if (undamaged.outcome() != Outcome.DECODED) {
      throw new IOException("The whole file is not decoded: " + undamaged.message());
    }
    for (int i = first; i < first + Integer.parseInt(args[3]); i++) {
      System.out.println("begin " + i);
      Files.write(clip, Mutation.of(format, whole, seed, i));
      long before = Memory.reset();
      Result result = run(format, clip);
      long kilobytes = Memory.peak() - before;
      System.out.printf("end %d %s %d %s%n", i, result.outcome(), kilobytes, result.message());
    }
  }

  static Path whole(Format format, Path folder) {
    return folder.resolve("whole." + format.extension());
  }

  static Result run(Format format, Path clip) {
    Result result = new Result(Outcome.DECODED, "");
    for (MediaFilter filter : format.filters()) {
      Result next = run(filter, clip);
      result = next.outcome().compareTo(result.outcome()) >= 0 ? next : result;
    }
    return result;
  }

  private static Result run(MediaFilter filter, Path clip) {
    try {
      Instances table = table(clip);
      filter.setInputFormat(table);
      boolean finite = areFinite(Filter.useFilter(table, filter));
      return new Result(finite ? Outcome.DECODED : Outcome.WRONG, finite ? "" : "not finite");
    } catch (Throwable e) {
      String message = String.valueOf(e.getMessage());
      boolean sentence =
          e instanceof Exception
              && message.contains(clip.toString())
              && message.endsWith(".")
              && message.lines().count() == 1;
      return new Result(
          sentence ? Outcome.REJECTED : Outcome.OTHER,
          (sentence ? message : e.toString()).replaceAll("\\R", " / "));
    }
  }

  private static Instances table(Path clip) {
    ArrayList<Attribute> attributes =
        new ArrayList<>(
            List.of(
                new Attribute("file", (List<String>) null),
                new Attribute("emotion", List.of("anger", "sadness"))));
    Instances table = new Instances("damaged", attributes, 1);
    table.setClassIndex(1);
    table.add(
        new DenseInstance(1, new double[] {table.attribute(0).addStringValue(clip.toString()), 0}));
    return table;
  }

  private static boolean areFinite(Instances bags) {
    int bag = bags.attribute("bag").index();
    return bags.stream()
        .filter(row -> !row.isMissing(bag))
        .flatMap(row -> row.relationalValue(bag).stream())
        .allMatch(ClipChild::isFinite);
  }

  private static boolean isFinite(Instance segment) {
    return Arrays.stream(segment.toDoubleArray()).allMatch(Double::isFinite)
        && IntStream.range(0, segment.numAttributes()).noneMatch(segment::isMissing);
  }
}
