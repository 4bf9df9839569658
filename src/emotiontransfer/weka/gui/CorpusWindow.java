package emotiontransfer.weka.gui;

import emotiontransfer.corpus.Corpus;
import emotiontransfer.corpus.CorpusFile;
import emotiontransfer.corpus.CorpusReport;
import emotiontransfer.corpus.CorpusScan;
import emotiontransfer.corpus.CorpusSettings;
import emotiontransfer.corpus.WantedClips;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.Font;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.swing.JButton;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.JTabbedPane;
import javax.swing.JTable;
import javax.swing.JTextArea;
import javax.swing.ListSelectionModel;
import javax.swing.filechooser.FileNameExtensionFilter;
import javax.swing.table.DefaultTableModel;
import org.apache.commons.lang3.StringUtils;
import org.apache.commons.lang3.function.Failable;
import weka.core.OptionHandler;
import weka.core.Utils;
import weka.core.converters.AbstractFileLoader;
import weka.gui.explorer.Explorer;

/**
 * The content of the window "Emotion corpus...": reads a folder, shows what is in it and what was
 * rejected, writes a corpus file, or opens the Explorer on the clips.
 */
public final class CorpusWindow extends JPanel {

  private static final long serialVersionUID = 1L;

  private static final double LEFT_FRACTION = 0.6;
  private static final int NAME_WIDTH = 200;
  private static final Dimension EXPLORER_SIZE = new Dimension(1024, 768);

  private final transient Supplier<? extends AbstractFileLoader> loaders;
  private final CorpusForm form = new CorpusForm(this::scan);
  private final JTabbedPane tabs = new JTabbedPane();
  private final JTable counts = tab("Counts", new JTable(), "counts");
  private final JTable clips = tab("Clips", new JTable(), "clips");
  private final JTable rejects = tab("Rejected", new JTable(), "rejects");
  private final JTextArea report = tab("Report", new JTextArea(), "report");
  private final ClipPreview preview = new ClipPreview();
  private final JTextArea summary = new JTextArea(CorpusForm.NO_FOLDER, 2, 40);
  private final JButton save =
      CorpusForm.button(
          "Save corpus file...",
          "Write a small file that Weka's loaders open as this corpus",
          this::save);
  private final JButton explore =
      CorpusForm.button(
          "Open in Explorer", "Load the table of clips into a new Explorer", this::explore);
  private transient Background<Corpus> scan;
  private transient Corpus corpus;
  private transient CorpusSettings settings;

  /**
   * Makes the window's content.
   *
   * @param loaders makes loaders with the options {@code -dir}, {@code -scheme}, {@code -modality}
   *     and {@code -emotions}
   */
  public CorpusWindow(Supplier<? extends AbstractFileLoader> loaders) {
    super(new BorderLayout(4, 4));
    this.loaders = loaders;
    report.setEditable(false);
    report.setFont(new Font(Font.MONOSPACED, Font.PLAIN, report.getFont().getSize()));
    summary.setEditable(false);
    summary.setLineWrap(true);
    summary.setWrapStyleWord(true);
    summary.setName("summary");
    clips.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
    clips.getSelectionModel().addListSelectionListener(change -> showSelected());
    JSplitPane split = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT, tabs, preview);
    split.setResizeWeight(LEFT_FRACTION);
    JPanel buttons = new JPanel(new FlowLayout(FlowLayout.RIGHT));
    buttons.add(save);
    buttons.add(explore);
    JPanel bottom = new JPanel(new BorderLayout());
    bottom.add(new JScrollPane(summary), BorderLayout.CENTER);
    bottom.add(buttons, BorderLayout.SOUTH);
    add(form, BorderLayout.NORTH);
    add(split, BorderLayout.CENTER);
    add(bottom, BorderLayout.SOUTH);
    clear();
  }

  private <C extends Component> C tab(String title, C content, String name) {
    content.setName(name);
    tabs.addTab(title, new JScrollPane(content));
    return content;
  }

  private void scan() {
    try {
      Path source = form.source();
      clear();
      CorpusSettings asked = form.settings();
      settings = asked;
      summary.setText("Reading " + source + " ...");
      scan = new Background<>(() -> CorpusScan.scan(source, asked), this::show, summary::setText);
      scan.execute();
    } catch (IllegalArgumentException e) {
      summary.setText(e.getMessage());
    }
  }

  private void clear() {
    if (scan != null) {
      scan.cancel(false);
    }
    corpus = null;
    save.setEnabled(false);
    explore.setEnabled(false);
    preview.clear();
  }

  private void show(Corpus found) {
    corpus = found;
    save.setEnabled(true);
    explore.setEnabled(true);
    fill(
        counts,
        "subject " + StringUtils.join(found.emotions(), ' ') + " " + Corpus.TOTAL,
        found.counts().entrySet(),
        row -> Stream.concat(Stream.of(row.getKey()), Arrays.stream(row.getValue()).boxed()));
    fill(
        clips,
        "file subject emotion kind",
        found.clips(),
        clip ->
            Stream.of(clip.relative(), clip.subject(), clip.emotion(), clip.modality().keyword()));
    fill(
        rejects,
        "file why detail",
        found.rejects(),
        reject -> Stream.of(reject.path(), reject.kind().title(), reject.detail()));
    tabs.setTitleAt(1, "Clips (" + found.clips().size() + ")");
    tabs.setTitleAt(2, "Rejected (" + found.rejects().size() + ")");
    report.setText(new CorpusReport(found).toString());
    report.setCaretPosition(0);
    summary.setText("Scheme " + found.scheme() + ", " + found.choice() + ".");
    clips.setRowSelectionInterval(0, 0);
  }

  /** Shows rows; names of subjects and files need more room than counts and words. */
  private static <T> void fill(
      JTable table, String columns, Collection<T> rows, Function<T, Stream<?>> row) {
    Object[][] cells = rows.stream().map(row.andThen(Stream::toArray)).toArray(Object[][]::new);
    table.setModel(
        new DefaultTableModel(cells, columns.split(" ")) {

          private static final long serialVersionUID = 1L;

          @Override
          public boolean isCellEditable(int row, int column) {
            return false;
          }

          @Override
          public Class<?> getColumnClass(int column) {
            return getRowCount() == 0 ? Object.class : getValueAt(0, column).getClass();
          }
        });
    table.getColumnModel().getColumn(0).setPreferredWidth(NAME_WIDTH);
  }

  private void showSelected() {
    int row = clips.getSelectedRow();
    if (corpus != null && row >= 0 && row < corpus.clips().size()) {
      preview.show(corpus.clips().get(row), settings.modality() == WantedClips.AUDIO);
    }
  }

  private void save() {
    Path suggested = corpus.source().resolveSibling(corpus.name() + CorpusFile.EXTENSION);
    SaveDialog.ask(
            this,
            "Save corpus file",
            suggested.toFile(),
            new FileNameExtensionFilter("Corpus files", CorpusFile.EXTENSION.substring(1)))
        .ifPresent(this::write);
  }

  private void write(File file) {
    try {
      new CorpusFile(corpus.source(), settings, Optional.empty()).write(file.toPath());
      summary.setText("Written: " + file);
    } catch (IOException e) {
      summary.setText("Corpus file '" + file + "' cannot be written: " + e.getMessage());
    }
  }

  /** Opens a new Explorer, which reads the corpus in the background. */
  private void explore() {
    AbstractFileLoader loader = loaders.get();
    String[] options = {
      "-dir", corpus.source().toString(),
      "-scheme", settings.scheme().keyword(),
      "-modality", settings.modality().keyword(),
      "-emotions", StringUtils.join(settings.emotions(), ',')
    };
    Failable.run(() -> ((OptionHandler) loader).setOptions(options));
    Explorer explorer = new Explorer();
    JFrame frame = Utils.getWekaJFrame("Weka Explorer", this);
    frame.add(explorer, BorderLayout.CENTER);
    frame.addWindowListener(
        new WindowAdapter() {
          @Override
          public void windowClosing(WindowEvent closing) {
            explorer.terminate();
            frame.dispose();
          }
        });
    frame.setSize(EXPLORER_SIZE);
    frame.setLocationRelativeTo(this);
    frame.setVisible(true);
    explorer.getPreprocessPanel().setInstancesFromFile(loader);
  }
}
