package emotiontransfer.weka.gui.view;

import javax.swing.table.TableModel;
import javax.swing.table.TableRowSorter;

/**
 * Orders the rows of a table by a column, but for the last one, which holds sums and stays last.
 */
public final class PinnedOrder extends TableRowSorter<TableModel> {

  /** Orders the rows of a model, of which there is at least one. */
  public PinnedOrder(TableModel model) {
    super(model);
  }

  private int last() {
    return getModelRowCount() - 1;
  }

  @Override
  public int convertRowIndexToModel(int index) {
    if (index == last()) {
      return index;
    }
    return super.convertRowIndexToModel(index < place() ? index : index + 1);
  }

  @Override
  public int convertRowIndexToView(int index) {
    if (index == last()) {
      return index;
    }
    int row = super.convertRowIndexToView(index);
    return row < place() ? row : row - 1;
  }

  /** Returns where the last row would stand in the order. */
  private int place() {
    return super.convertRowIndexToView(last());
  }
}
