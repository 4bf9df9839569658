package emotiontransfer.weka.gui.corpus;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import javax.swing.table.AbstractTableModel;

/** Rows of a table that nobody edits. */
final class FixedRows extends AbstractTableModel {

  private static final long serialVersionUID = 1L;

  private final transient List<String> columns;
  private final transient List<List<?>> rows;

  private FixedRows(List<String> columns, List<List<?>> rows) {
    this.columns = columns;
    this.rows = rows;
  }

  /** Makes a row of each element. */
  static <T> FixedRows of(List<String> columns, Collection<T> elements, Function<T, List<?>> row) {
    return new FixedRows(columns, elements.stream().<List<?>>map(row::apply).toList());
  }

  @Override
  public int getRowCount() {
    return rows.size();
  }

  @Override
  public int getColumnCount() {
    return columns.size();
  }

  @Override
  public String getColumnName(int column) {
    return columns.get(column);
  }

  @Override
  public Class<?> getColumnClass(int column) {
    return rows.isEmpty() ? String.class : getValueAt(0, column).getClass();
  }

  @Override
  public Object getValueAt(int row, int column) {
    return rows.get(row).get(column);
  }
}
