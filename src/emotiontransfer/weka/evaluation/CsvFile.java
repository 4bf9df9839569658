package emotiontransfer.weka.evaluation;

import emotiontransfer.file.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;

/** Comma-separated files, quoted as RFC 4180 says. */
public final class CsvFile {

  /** Beyond it not every whole number is a double. */
  private static final double LARGEST_EXACT = 1L << 53;

  private CsvFile() {}

  /** Writes rows to a file, in UTF-8: to a new one, or behind those that are there. */
  public static void write(Path file, boolean begin, List<? extends List<?>> rows)
      throws IOException {
    String text =
        rows.stream().map(row -> row(row) + System.lineSeparator()).collect(Collectors.joining());
    if (begin) {
      WholeFile.write(file, text);
    } else {
      WholeFile.append(file, text);
    }
  }

  /**
   * Joins values to a line without its end. Numbers are written as short as they can be read back
   * exactly, whole ones without a point.
   */
  public static String row(List<?> values) {
    return CSVFormat.RFC4180.format(values.stream().map(CsvFile::shortest).toArray());
  }

  private static Object shortest(Object value) {
    return value instanceof Double number
            && number == Math.rint(number)
            && Math.abs(number) < LARGEST_EXACT
        ? number.longValue()
        : value;
  }
}
