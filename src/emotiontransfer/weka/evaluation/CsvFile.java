package emotiontransfer.weka.evaluation;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import weka.core.WekaException;

/** Comma-separated files, quoted as RFC 4180 says. */
public final class CsvFile {

  /** Beyond it not every whole number is a double. */
  private static final double LARGEST_EXACT = 1L << 53;

  private CsvFile() {}

  /** Writes rows to a file, in UTF-8: to a new one, or behind those that are there. */
  public static void write(Path file, boolean begin, List<? extends List<?>> rows)
      throws IOException {
    OpenOption[] options = begin ? new OpenOption[0] : new OpenOption[] {StandardOpenOption.APPEND};
    Files.write(file, rows.stream().map(CsvFile::row).toList(), options);
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

  /** Rejects a file whose folder is absent, before a long task would fail at its very end. */
  public static void requireFolder(File file, String option) throws WekaException {
    File folder = file.getAbsoluteFile().getParentFile();
    if (!folder.isDirectory() || file.isDirectory()) {
      throw new WekaException(
          "'%s' (option %s) cannot be written, because %s."
              .formatted(
                  file,
                  option,
                  file.isDirectory() ? "it is a folder" : "folder '" + folder + "' is not there"));
    }
  }
}
