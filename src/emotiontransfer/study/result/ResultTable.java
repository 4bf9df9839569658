package emotiontransfer.study.result;

import static org.apache.commons.lang3.Validate.isTrue;

import emotiontransfer.evaluation.MeanStd;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;

/**
 * A table of a report. A cell is a {@code Double}, NaN for none, a {@link MeanStd}, or a word.
 *
 * @param id names its file
 * @param title what it shows
 * @param columns headings
 * @param rows cells, as many as columns in each
 */
public record ResultTable(
    String id, String title, List<String> columns, List<? extends List<?>> rows) {

  public ResultTable {
    for (List<?> row : rows) {
      String sentence = "a row of table %s has %s cells for %s columns";
      isTrue(row.size() == columns.size(), sentence, id, row.size(), columns.size());
    }
  }

  /** Makes a table between the names of whose columns stand bars. */
  public ResultTable(String id, String title, String columns, List<? extends List<?>> rows) {
    this(id, title, List.of(columns.split("\\|")), rows);
  }

  /** Returns whether a cell is a figure rather than a word. */
  public static boolean isFigure(Object cell) {
    return cell instanceof Double || cell instanceof MeanStd;
  }

  /** Returns the text of a cell: figures with three digits, a dash for what is not there. */
  public static String text(Object cell) {
    if (cell instanceof MeanStd figures) {
      boolean single = Double.isNaN(figures.deviation());
      return text(figures.mean()) + (single ? "" : " ± " + text(figures.deviation()));
    }
    return !(cell instanceof Double number)
        ? String.valueOf(cell)
        : number.isNaN() ? "–" : String.format(Locale.ROOT, "%.3f", number);
  }

  /** Returns the table as CSV with all digits; a mean and its deviation get a column each. */
  public String csv() {
    List<List<?>> lines = new ArrayList<>(rows);
    lines.add(0, columns);
    StringBuilder text = new StringBuilder();
    for (List<?> line : lines) {
      List<Object> values = new ArrayList<>();
      for (int i = 0; i < line.size(); i++) {
        int column = i;
        Object cell = line.get(i);
        Object deviation = line == columns ? cell + " (std. dev.)" : "";
        values.add(cell instanceof MeanStd figures ? figures.mean() : cell);
        if (rows.stream().anyMatch(row -> row.get(column) instanceof MeanStd)) {
          values.add(cell instanceof MeanStd figures ? figures.deviation() : deviation);
        }
      }
      values.replaceAll(value -> value.equals(Double.NaN) ? "" : value);
      text.append(CSVFormat.RFC4180.format(values.toArray())).append('\n');
    }
    return text.toString();
  }
}
