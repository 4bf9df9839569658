package weka.experiment;

import java.io.File;
import java.util.List;
import java.util.stream.Collectors;
import weka.core.WekaException;

/** Comma-separated files, quoted as RFC 4180 says. */
final class CsvFile {

  private CsvFile() {}

  /**
   * Joins values to a line.
   *
   * @param values numbers are written as short as they can be read back exactly, whole ones without
   *     a point
   * @return the line without its end
   */
  static String row(List<?> values) {
    return values.stream().map(CsvFile::field).collect(Collectors.joining(","));
  }

  /**
   * Refuses a file whose folder is absent, before a long task would fail at its very end.
   *
   * @param file that will be written
   * @param option that named it
   * @throws WekaException naming the folder and the option
   */
  static void requireFolder(File file, String option) throws WekaException {
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

  private static String field(Object value) {
    if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15) {
      return String.valueOf(number.longValue());
    }
    String text = String.valueOf(value);
    boolean quoted = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
