package emotiontransfer.study.fold;

import emotiontransfer.file.WholeFile;
import emotiontransfer.study.fold.FoldRecord.ClipResult;
import emotiontransfer.study.fold.FoldRecord.CurvePoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The folds of one system and seed that are done, a file each: lines of CSV whose first word names
 * what they hold ({@code fold}, {@code trained}, {@code key}, {@code result}, {@code curve}, {@code
 * clip}, {@code end}).
 *
 * @param folder of this system and seed alone; it is made with the first fold
 */
public record FoldStore(Path folder) {

  /** What the file of a fold ends with; no other file below the folders of folds does. */
  public static final String EXTENSION = "csv";

  public Path file(String fold) {
    return folder.resolve(WholeFile.name(fold) + "." + EXTENSION);
  }

  /** Returns the file of the first fold's model, whose pathways are drawn; may be absent. */
  public Path model() {
    return folder.resolve("first-fold.model");
  }

  public boolean has(String fold) {
    return Files.isRegularFile(file(fold));
  }

  public void write(FoldRecord fold) throws Exception {
    List<String> lines = new ArrayList<>();
    lines.add(line("fold", fold.fold(), fold.seconds()));
    if (!fold.trainedOn().isEmpty()) {
      lines.add(line("trained", fold.trainedOn()));
    }
    lines.add(line("key", fold.key()));
    lines.add(line("result", fold.result()));
    for (CurvePoint point : fold.curve()) {
      lines.add(line("curve", point.generation(), point.hits()));
    }
    for (ClipResult clip : fold.clips()) {
      List<Integer> decision =
          List.of(clip.actual(), clip.predicted(), clip.segments(), clip.segmentHits());
      lines.add(line("clip", clip.file(), clip.subject(), decision, clip.probabilities()));
    }
    lines.add("end\n");
    WholeFile.write(file(fold.fold()), String.join("\n", lines));
  }

  /** Joins values and lists of values. */
  private static String line(Object... cells) {
    return CSVFormat.RFC4180.format(
        Stream.of(cells)
            .flatMap(cell -> cell instanceof List<?> list ? list.stream() : Stream.of(cell))
            .toArray());
  }

  /**
   * Reads the folds of a plan.
   *
   * @return in the order of their names
   * @throws IOException if one is missing, cannot be read or is another fold's, naming it
   */
  public List<FoldRecord> read(Set<String> planned) throws IOException {
    List<String> missing = planned.stream().filter(fold -> !has(fold)).sorted().toList();
    if (!missing.isEmpty()) {
      throw new IOException(
          "%s of %s planned folds are missing in '%s': %s; start the study again."
              .formatted(missing.size(), planned.size(), folder, String.join(", ", missing)));
    }
    List<FoldRecord> folds = new ArrayList<>();
    for (String name : new TreeSet<>(planned)) {
      FoldRecord fold = read(file(name));
      if (!fold.fold().equals(name)) {
        throw new IOException(
            "'%s' holds the fold '%s' instead of '%s'; delete it and start the study again."
                .formatted(file(name), fold.fold(), name));
      }
      folds.add(fold);
    }
    return folds;
  }

  private static FoldRecord read(Path file) throws IOException {
    try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, CSVFormat.RFC4180)) {
      List<ClipResult> clips = new ArrayList<>();
      List<String> trainedOn = new ArrayList<>();
      List<CurvePoint> curve = new ArrayList<>();
      Map<String, List<String>> others = new HashMap<>();
      for (CSVRecord line : parser) {
        List<String> rest = line.toList().subList(1, line.size());
        switch (line.get(0)) {
          case "curve" -> {
            List<Integer> numbers = rest.stream().map(Integer::valueOf).toList();
            curve.add(new CurvePoint(numbers.get(0), numbers.subList(1, numbers.size())));
          }
          case "clip" -> clips.add(clip(rest));
          case "trained" -> trainedOn.addAll(rest);
          default -> others.put(line.get(0), rest);
        }
      }
      if (!others.keySet().equals(Set.of("fold", "key", "result", "end"))) {
        throw new IOException("'" + file + "' is not a whole fold of a study; delete it.");
      }
      String name = others.get("fold").get(0);
      double seconds = Double.parseDouble(others.get("fold").get(1));
      return new FoldRecord(
          name, clips, trainedOn, curve, others.get("key"), others.get("result"), seconds);
    } catch (IllegalArgumentException | IndexOutOfBoundsException | UncheckedIOException e) {
      throw new IOException("'" + file + "' is not a fold of a study; delete it.", e);
    }
  }

  private static ClipResult clip(List<String> values) {
    List<Double> probabilities =
        values.subList(6, values.size()).stream().map(Double::valueOf).toList();
    return new ClipResult(
        values.get(0),
        values.get(1),
        Integer.parseInt(values.get(2)),
        Integer.parseInt(values.get(3)),
        Integer.parseInt(values.get(4)),
        Integer.parseInt(values.get(5)),
        probabilities);
  }
}
