package emotiontransfer.study.result;

import emotiontransfer.evaluation.MeanStd;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;

/**
 * A table of a report.
 *
 * @param id names its file
 * @param title what it shows
 * @param columns headings
 * @param rows cells, as many as columns in each
 */
public record ResultTable(String id, String title, List<String> columns, List<List<Cell>> rows) {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setRecordSeparator('\n').build();

  public ResultTable {
    for (List<Cell> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "a row of table %s has %d cells for %d columns"
                .formatted(id, row.size(), columns.size()));
      }
    }
  }

  /** Returns the table as CSV with all digits; a mean and its deviation get a column each. */
  public String csv() {
    List<Object> heading = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      heading.add(columns.get(i));
      if (hasDeviation(i)) {
        heading.add(columns.get(i) + " (std. dev.)");
      }
    }
    StringBuilder text = new StringBuilder(FORMAT.format(heading.toArray())).append('\n');
    for (List<Cell> row : rows) {
      List<Object> values = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        MeanStd figures = MeanStd.NONE;
        if (row.get(i) instanceof Cell.Mean mean) {
          figures = mean.figures();
        } else if (row.get(i) instanceof Cell.Value number) {
          figures = new MeanStd(number.value(), Double.NaN);
        }
        values.add(row.get(i) instanceof Cell.Words words ? words.text() : all(figures.mean()));
        if (hasDeviation(i)) {
          values.add(all(figures.deviation()));
        }
      }
      text.append(FORMAT.format(values.toArray())).append('\n');
    }
    return text.toString();
  }

  private boolean hasDeviation(int column) {
    return rows.stream().anyMatch(row -> row.get(column) instanceof Cell.Mean);
  }

  private static String all(double number) {
    return Double.isNaN(number) ? "" : String.valueOf(number);
  }
}
