package emotiontransfer.weka.gui.recognise;

import emotiontransfer.weka.gui.view.SizedTable;
import java.awt.Color;
import java.awt.Component;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.swing.JTable;
import javax.swing.SwingConstants;
import javax.swing.table.DefaultTableCellRenderer;

/** Shows decisions with two digits, the most probable class in bold; its columns can be sorted. */
final class DecisionTable extends SizedTable {

  private static final long serialVersionUID = 1L;

  /** Names and notes leave room for the probabilities. */
  private static final int WIDEST = 240;

  private static final String EMPTY = "Drop recordings or folders here";
  private static final Color DOUBT = new Color(0xB35A00);

  private final ClipTable rows;

  DecisionTable(ClipTable rows) {
    super(rows, WIDEST);
    this.rows = rows;
    setName("decisions");
    setAutoCreateRowSorter(true);
    setDefaultRenderer(Double.class, new Probability());
    setDefaultRenderer(String.class, new Words());
  }

  ClipTable rows() {
    return rows;
  }

  /** Returns the rows that are selected. */
  List<ClipRow> selected() {
    return IntStream.of(getSelectedRows())
        .map(this::convertRowIndexToModel)
        .mapToObj(rows::row)
        .toList();
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    super.paintComponent(graphics);
    if (getRowCount() == 0) {
      graphics.setColor(Color.GRAY);
      int width = graphics.getFontMetrics().stringWidth(EMPTY);
      graphics.drawString(EMPTY, (getWidth() - width) / 2, getHeight() / 2);
    }
  }

  /** The whole path of a file, or the whole of a note that its column has no room for. */
  @Override
  public String getToolTipText(MouseEvent event) {
    int row = rowAtPoint(event.getPoint());
    if (row < 0) {
      return null;
    }
    ClipRow clip = rows.row(convertRowIndexToModel(row));
    boolean isNote =
        convertColumnIndexToModel(columnAtPoint(event.getPoint())) == ClipTable.NOTE
            && !clip.note().isEmpty();
    return isNote ? clip.note() : clip.file().toString();
  }

  private final class Probability extends DefaultTableCellRenderer {

    private static final long serialVersionUID = 1L;

    Probability() {
      setHorizontalAlignment(SwingConstants.RIGHT);
    }

    @Override
    public Component getTableCellRendererComponent(
        JTable table, Object value, boolean selected, boolean focus, int row, int column) {
      String text = value == null ? "" : String.format(Locale.ROOT, "%.2f", value);
      super.getTableCellRendererComponent(table, text, selected, focus, row, column);
      String label = table.getColumnName(column);
      Object decision = rows.getValueAt(convertRowIndexToModel(row), ClipTable.EMOTION);
      setFont(getFont().deriveFont(label.equals(decision) ? Font.BOLD : Font.PLAIN));
      return this;
    }
  }

  private static final class Words extends DefaultTableCellRenderer {

    private static final long serialVersionUID = 1L;

    @Override
    public Component getTableCellRendererComponent(
        JTable table, Object value, boolean selected, boolean focus, int row, int column) {
      super.getTableCellRendererComponent(table, value, selected, focus, row, column);
      int kind = table.convertColumnIndexToModel(column);
      setFont(getFont().deriveFont(kind == ClipTable.EMOTION ? Font.BOLD : Font.PLAIN));
      if (!selected) {
        setForeground(kind == ClipTable.NOTE ? DOUBT : table.getForeground());
      }
      return this;
    }
  }
}
