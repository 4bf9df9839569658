package emotiontransfer.weka.gui.recognise;

import emotiontransfer.weka.predict.PredictionText.Clip;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.swing.table.AbstractTableModel;

/** The decisions: a row for each file, a column for each class. */
final class ClipTable extends AbstractTableModel {

  private static final long serialVersionUID = 1L;

  private static final List<String> FIRST = List.of("file", "emotion", "note");

  static final int FILE = 0;
  static final int EMOTION = 1;
  static final int NOTE = 2;

  private transient List<String> labels = List.of();
  private final transient List<ClipRow> rows = new ArrayList<>();

  /** Forgets all rows; the next ones have other classes. */
  void clear(List<String> newLabels) {
    rows.clear();
    labels = newLabels;
    fireTableStructureChanged();
  }

  /** Adds a row, in the place of an earlier one of the same file. */
  void add(ClipRow row) {
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).file().equals(row.file())) {
        rows.set(i, row);
        fireTableRowsUpdated(i, i);
        return;
      }
    }
    rows.add(row);
    fireTableRowsInserted(rows.size() - 1, rows.size() - 1);
  }

  void remove(List<ClipRow> some) {
    rows.removeAll(some);
    fireTableDataChanged();
  }

  ClipRow row(int index) {
    return rows.get(index);
  }

  List<ClipRow> rows() {
    return List.copyOf(rows);
  }

  List<String> labels() {
    return labels;
  }

  /** Returns the decisions, in the order of the rows. */
  List<Clip> decisions() {
    return rows.stream().map(ClipRow::clip).flatMap(Optional::stream).toList();
  }

  @Override
  public int getRowCount() {
    return rows.size();
  }

  @Override
  public int getColumnCount() {
    return FIRST.size() + labels.size();
  }

  @Override
  public String getColumnName(int column) {
    return Stream.concat(FIRST.stream(), labels.stream()).toList().get(column);
  }

  @Override
  public Class<?> getColumnClass(int column) {
    return column < FIRST.size() ? String.class : Double.class;
  }

  @Override
  public Object getValueAt(int index, int column) {
    ClipRow row = rows.get(index);
    double[] distribution = row.clip().map(Clip::distribution).orElse(new double[0]);
    return switch (column) {
      case FILE -> name(row.file());
      case EMOTION -> row.clip().map(clip -> clip.decision(labels)).orElse("not read");
      case NOTE -> row.note();
      default -> distribution.length == 0 ? null : distribution[column - FIRST.size()];
    };
  }

  /** In corpora of folders equal names stand for different speakers. */
  private static String name(Path file) {
    return file.subpath(Math.max(0, file.getNameCount() - 2), file.getNameCount()).toString();
  }
}
