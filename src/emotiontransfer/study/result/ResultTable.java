package emotiontransfer.study.result;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
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

  /** Copies the lists and checks them. */
  public ResultTable {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<Cell> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "a row of table "
                + id
                + " has "
                + row.size()
                + " cells for "
                + columns.size()
                + " columns");
      }
    }
  }

  /** Returns the table as CSV with all digits; a mean and its deviation get a column each. */
  public String csv() {
    List<Boolean> spreads =
        IntStream.range(0, columns.size())
            .mapToObj(i -> rows.stream().anyMatch(row -> row.get(i).isSpread()))
            .toList();
    List<String> lines = new ArrayList<>();
    List<Object> heading = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      heading.add(columns.get(i));
      if (spreads.get(i)) {
        heading.add(columns.get(i) + " (std. dev.)");
      }
    }
    lines.add(FORMAT.format(heading.toArray()));
    for (List<Cell> row : rows) {
      List<Object> values = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        Cell cell = row.get(i);
        values.add(cell.isNumber() ? number(cell.value()) : cell.words());
        if (spreads.get(i)) {
          values.add(number(cell.deviation()));
        }
      }
      lines.add(FORMAT.format(values.toArray()));
    }
    return String.join("\n", lines) + "\n";
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "" : String.valueOf(value);
  }
}
