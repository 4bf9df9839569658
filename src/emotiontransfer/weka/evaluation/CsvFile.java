package emotiontransfer.weka.evaluation;

import java.io.File;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import weka.core.WekaException;

/** Comma-separated files, quoted as RFC 4180 says. */
public final class CsvFile {

  /** Beyond it not every whole number is a double. */
  private static final double LARGEST_EXACT = 1L << 53;

  private static final CSVFormat FORMAT = CSVFormat.RFC4180;

  private CsvFile() {}

  /**
   * Joins values to a line.
   *
   * @param values numbers are written as short as they can be read back exactly, whole ones without
   *     a point
   * @return the line without its end
   */
  public static String row(List<?> values) {
    return FORMAT.format(values.stream().map(CsvFile::shortest).toArray());
  }

  private static Object shortest(Object value) {
    return value instanceof Double number
            && number == Math.rint(number)
            && Math.abs(number) < LARGEST_EXACT
        ? number.longValue()
        : value;
  }

  /**
   * Refuses a file whose folder is absent, before a long task would fail at its very end.
   *
   * @param file that will be written
   * @param option that named it
   * @throws WekaException naming the folder and the option
   */
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
