package emotiontransfer.weka.gui.view;

import java.awt.Component;
import javax.swing.JComponent;
import javax.swing.JTable;
import javax.swing.event.TableModelEvent;
import javax.swing.table.TableCellRenderer;
import javax.swing.table.TableColumn;
import javax.swing.table.TableModel;

/**
 * A table whose columns are as wide as their names and cells need. Where the window has less room,
 * it is scrolled sideways; a cell that is cut off is shown whole where the mouse rests on it.
 */
public class SizedTable extends JTable {

  private static final long serialVersionUID = 1L;

  /** Cells further down are not looked at: thousands would take long. */
  private static final int MEASURED_ROWS = 500;

  private static final int MARGIN = 12;

  /** What a header needs beside its name; Weka's look draws the arrow of the order above it. */
  private static final int ARROW = 4;

  private final int widest;

  /**
   * Makes a table.
   *
   * @param widest no column is given more pixels than this to begin with
   */
  public SizedTable(TableModel model, int widest) {
    super(model);
    this.widest = widest;
    setFillsViewportHeight(true);
  }

  @Override
  public void tableChanged(TableModelEvent change) {
    super.tableChanged(change);
    // The first call comes from the constructor, before there is a header.
    if (getTableHeader() == null) {
      return;
    }
    boolean isAll =
        change == null
            || change.getFirstRow() == TableModelEvent.HEADER_ROW
            || change.getLastRow() >= getModel().getRowCount();
    int first = isAll ? 0 : change.getFirstRow();
    int last = isAll ? getModel().getRowCount() - 1 : change.getLastRow();
    for (int column = 0; column < getColumnCount(); column++) {
      TableColumn sized = getColumnModel().getColumn(column);
      int before = isAll ? header(column) : sized.getPreferredWidth();
      sized.setPreferredWidth(Math.max(before, Math.min(widest, widest(column, first, last))));
    }
  }

  private int header(int column) {
    Object name = getColumnModel().getColumn(column).getHeaderValue();
    return getTableHeader()
            .getDefaultRenderer()
            .getTableCellRendererComponent(this, name, false, false, -1, column)
            .getPreferredSize()
            .width
        + ARROW;
  }

  /** Returns what the widest cell of some rows of the model needs. */
  private int widest(int column, int first, int last) {
    int width = 0;
    for (int row = first; row <= Math.min(last, first + MEASURED_ROWS); row++) {
      int shown = convertRowIndexToView(row);
      if (shown >= 0) {
        Component cell = prepareRenderer(getCellRenderer(shown, column), shown, column);
        width = Math.max(width, cell.getPreferredSize().width);
      }
    }
    return width + MARGIN;
  }

  @Override
  public boolean getScrollableTracksViewportWidth() {
    return getParent() == null || getPreferredSize().width <= getParent().getWidth();
  }

  @Override
  public Component prepareRenderer(TableCellRenderer renderer, int row, int column) {
    Component cell = super.prepareRenderer(renderer, row, column);
    if (cell instanceof JComponent shown) {
      boolean isCut = cell.getPreferredSize().width > getColumnModel().getColumn(column).getWidth();
      Object value = getValueAt(row, column);
      shown.setToolTipText(isCut && value != null ? value.toString() : null);
    }
    return cell;
  }
}
