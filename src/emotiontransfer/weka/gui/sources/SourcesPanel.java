package emotiontransfer.weka.gui.sources;

import emotiontransfer.weka.gui.Background;
import java.awt.BorderLayout;
import java.awt.Dialog;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.event.MouseEvent;
import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JFileChooser;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.JTable;
import javax.swing.JTextArea;
import javax.swing.ListSelectionModel;
import javax.swing.filechooser.FileNameExtensionFilter;
import weka.gui.PropertyDialog;

/**
 * The list of source models, with buttons to add, remove and move them. A file's beginning is read
 * in the background as soon as it is in the list.
 */
final class SourcesPanel extends JPanel {

  private static final long serialVersionUID = 1L;

  private static final FileNameExtensionFilter KINDS =
      new FileNameExtensionFilter("Models of PathNetClassifier", "model", "pathnet");

  /** Where the last file was chosen, in whichever dialog. */
  private static final AtomicReference<File> LAST_FOLDER =
      new AtomicReference<>(new File(System.getProperty("user.dir")));

  private static final int[] WIDTHS = {130, 170, 190, 190, 160, 260};
  private static final int DETAIL_ROWS = 8;

  private final SourcesModel model = new SourcesModel();
  private final JTable table = new Cells(model);
  private final JTextArea details = new JTextArea(DETAIL_ROWS, 0);
  private final JButton remove = button("Remove", "Takes the model out of the list", this::remove);
  private final JButton up = button("Up", "Makes the model an older source", () -> move(-1));
  private final JButton down = button("Down", "Makes the model a newer source", () -> move(1));
  private final transient Consumer<List<File>> changed;

  /** Takes who is to be given the list whenever the user has changed it. */
  SourcesPanel(Consumer<List<File>> changed) {
    super(new BorderLayout(8, 8));
    this.changed = changed;
    setBorder(BorderFactory.createEmptyBorder(8, 8, 8, 8));
    table.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
    table.setAutoResizeMode(JTable.AUTO_RESIZE_SUBSEQUENT_COLUMNS);
    table.getSelectionModel().addListSelectionListener(selection -> showSelected());
    model.addTableModelListener(change -> showSelected());
    for (int column = 0; column < WIDTHS.length; column++) {
      table.getColumnModel().getColumn(column).setPreferredWidth(WIDTHS[column]);
    }
    details.setEditable(false);
    details.setLineWrap(true);
    details.setWrapStyleWord(true);
    JPanel buttons = new JPanel(new FlowLayout(FlowLayout.LEFT));
    buttons.add(button("Add...", "Adds .model or .pathnet files to the list", this::choose));
    List.of(remove, up, down).forEach(buttons::add);
    JPanel end = new JPanel(new FlowLayout(FlowLayout.RIGHT));
    end.add(button("OK", "Closes this window", this::close));
    JPanel south = new JPanel(new BorderLayout());
    south.add(buttons, BorderLayout.WEST);
    south.add(end, BorderLayout.EAST);
    JSplitPane middle =
        new JSplitPane(JSplitPane.VERTICAL_SPLIT, new JScrollPane(table), new JScrollPane(details));
    middle.setResizeWeight(0.5);
    add(middle, BorderLayout.CENTER);
    add(south, BorderLayout.SOUTH);
    setPreferredSize(new Dimension(Arrays.stream(WIDTHS).sum() + 40, 420));
    showSelected();
  }

  /** A table whose cells show all of their text where the pointer rests. */
  private static final class Cells extends JTable {

    private static final long serialVersionUID = 1L;

    Cells(SourcesModel model) {
      super(model);
    }

    @Override
    public String getToolTipText(MouseEvent pointer) {
      int row = rowAtPoint(pointer.getPoint());
      int column = columnAtPoint(pointer.getPoint());
      return row < 0 || column < 0 ? null : String.valueOf(getValueAt(row, column));
    }
  }

  private static JButton button(String name, String tip, Runnable action) {
    JButton button = new JButton(name);
    button.setToolTipText(tip);
    button.addActionListener(click -> action.run());
    return button;
  }

  /** Weka names its dialog after the editor's class. */
  @Override
  public void addNotify() {
    super.addNotify();
    Dialog dialog = PropertyDialog.getParentDialog(this);
    if (dialog != null) {
      dialog.setTitle("Source models, oldest first");
    }
  }

  private void close() {
    Dialog dialog = PropertyDialog.getParentDialog(this);
    if (dialog != null) {
      dialog.setVisible(false);
    }
  }

  /** Shows other files, beside options that they have to fit. */
  void show(List<File> files, Fit fit) {
    model.compareWith(fit);
    if (!files.equals(model.files())) {
      model.replace(files);
      files.forEach(this::read);
    }
  }

  private void choose() {
    File selected =
        selected()
            .map(index -> model.row(index).file().getAbsoluteFile().getParentFile())
            .filter(File::isDirectory)
            .orElse(LAST_FOLDER.get());
    JFileChooser chooser = new JFileChooser(selected);
    chooser.setDialogTitle("Add source models");
    chooser.setFileFilter(KINDS);
    chooser.setMultiSelectionEnabled(true);
    if (chooser.showDialog(this, "Add") == JFileChooser.APPROVE_OPTION) {
      LAST_FOLDER.set(chooser.getCurrentDirectory());
      add(List.of(chooser.getSelectedFiles()));
    }
  }

  /** Adds files at the end, those that are not there yet. */
  void add(List<File> files) {
    files.stream().filter(model::add).forEach(this::read);
    select(model.getRowCount() - 1);
    changed.accept(model.files());
  }

  private void read(File file) {
    new Background<>(
            () -> new SourceRow(file, Optional.of(SourceFile.header(file)), ""),
            model::know,
            why -> model.know(new SourceRow(file, Optional.empty(), why)))
        .execute();
  }

  private Optional<Integer> selected() {
    int index = table.getSelectedRow();
    return index < 0 || index >= model.getRowCount() ? Optional.empty() : Optional.of(index);
  }

  private void select(int index) {
    if (index >= 0 && index < model.getRowCount()) {
      table.setRowSelectionInterval(index, index);
    }
  }

  private void remove() {
    selected()
        .ifPresent(
            index -> {
              model.remove(index);
              select(Math.min(index, model.getRowCount() - 1));
              changed.accept(model.files());
            });
  }

  private void move(int by) {
    selected()
        .filter(index -> index + by >= 0 && index + by < model.getRowCount())
        .ifPresent(
            index -> {
              model.move(index, index + by);
              select(index + by);
              changed.accept(model.files());
            });
  }

  private void showSelected() {
    Optional<Integer> index = selected();
    remove.setEnabled(index.isPresent());
    up.setEnabled(index.filter(at -> at > 0).isPresent());
    down.setEnabled(index.filter(at -> at < model.getRowCount() - 1).isPresent());
    String text =
        index
            .map(at -> model.row(at).details() + "Fits: " + model.fit(at))
            .orElse(
                "The models whose modules the destination begins with; none for training from"
                    + " scratch. Whether their features are those of the table is checked at"
                    + " Start.");
    details.setText(text);
    details.setCaretPosition(0);
  }

  /** Returns what a test looks at. */
  SourcesModel model() {
    return model;
  }
}
