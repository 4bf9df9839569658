package emotiontransfer.weka.gui.sources;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import javax.swing.table.AbstractTableModel;

/** The sources in their order, oldest first, one row each. Used by the event thread alone. */
final class SourcesModel extends AbstractTableModel {

  private static final long serialVersionUID = 1L;

  private static final List<String> COLUMNS =
      List.of("File", "Trained on", "Classes", "Features", "Grid", "Fits");

  private final transient List<SourceRow> rows = new ArrayList<>();
  private transient Fit fit = new Fit(List.of());

  void compareWith(Fit withOptions) {
    fit = withOptions;
    refresh();
  }

  List<File> files() {
    return rows.stream().map(SourceRow::file).toList();
  }

  SourceRow row(int index) {
    return rows.get(index);
  }

  String fit(int index) {
    return fit.of(rows.get(index), rows);
  }

  /** Replaces all rows, of which none has been read. */
  void replace(List<File> files) {
    rows.clear();
    files.stream().map(SourceRow::unread).forEach(rows::add);
    fireTableDataChanged();
  }

  /** Adds a row at the end unless its file is there already; returns whether it did. */
  boolean add(File file) {
    boolean fresh = !files().contains(file);
    if (fresh) {
      rows.add(SourceRow.unread(file));
      fireTableRowsInserted(rows.size() - 1, rows.size() - 1);
    }
    return fresh;
  }

  void remove(int index) {
    rows.remove(index);
    fireTableDataChanged();
  }

  void move(int index, int to) {
    rows.add(to, rows.remove(index));
    fireTableDataChanged();
  }

  /** Takes what was found in a file, if it is still in the list. */
  void know(SourceRow found) {
    rows.replaceAll(row -> row.file().equals(found.file()) ? found : row);
    // Others may fit no longer.
    refresh();
  }

  /** Shows all rows anew and leaves the selection. */
  private void refresh() {
    if (!rows.isEmpty()) {
      fireTableRowsUpdated(0, rows.size() - 1);
    }
  }

  @Override
  public int getRowCount() {
    return rows.size();
  }

  @Override
  public int getColumnCount() {
    return COLUMNS.size();
  }

  @Override
  public String getColumnName(int column) {
    return COLUMNS.get(column);
  }

  @Override
  public String getValueAt(int index, int column) {
    SourceRow row = rows.get(index);
    return switch (column) {
      case 0 -> row.file().getName();
      case 1 -> row.trainedOn();
      case 2 -> row.classes();
      case 3 -> row.features();
      case 4 -> row.grid();
      default -> fit(index);
    };
  }
}
